"""There is no way to chat around the gate: in the code, in the SDK's client, and in Bolt."""

import ast
import inspect
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.gate.app import GatedApp
from bot.slack.gate.calls import METHODS
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import GateError
from bot.slack.listeners import Listeners
from tests.bot.slack.outgoing import gate_of
from tests.contracts.tree import trees
from tests.words import load

LEAK = "Kim Zomer"
GATE = Path("bot/slack/gate")
DEMO = Path("bot/demo")
WAYS = frozenset(
    {
        *("WebClient", "AsyncWebClient", "WebhookClient", "AsyncWebhookClient"),
        *("App", "AsyncApp", "Session", "urlopen", "HTTPConnection", "HTTPSConnection"),
    }
)
"""What could be called, or made a class of, to reach Slack without the gate."""

SESSIONS = {
    *(Path("bot/app.py"), Path("bot/doctor_slack.py"), Path("bot/cli_selfscan.py")),
    Path("bot/slack/sockets.py"),
}
"""Where a session is made, to be handed to a gated client, or to Slack's own for the socket on
which it delivers: what goes out there are answers, which pass the gate in `GatedApp`.
"""

KEY_SERVICE = {Path("bot/transit.py"): {"urlopen"}}
"""Reaches the keeper of the master key, and is given nothing but a key to wrap."""

SENDERS = frozenset({"post", "patch", "request", "ws_connect", "respond"})


class NoNetwork:
    """Stands in for the session that a client sends over, and counts what is sent."""

    closed = False

    def __init__(self) -> None:
        self.sent = 0

    def request(self, *_args: object, **_kwargs: object) -> object:
        self.sent += 1
        raise AssertionError("Something was sent.")


def client_on(session: Any) -> GatedClient:  # noqa: ANN401 - a fake of the session
    return GatedClient(gate_of(load("nl")), "http://127.0.0.1:9/", session, token="xoxb-1")


def ours() -> Iterator[tuple[Path, ast.Module]]:
    for path, tree in trees().items():
        if path.parts[0] == "bot" and not path.is_relative_to(DEMO):
            yield path, tree


def name_of(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def used(tree: ast.Module) -> Iterator[str]:
    """What is called, and what classes are made of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield name_of(node.func)
        elif isinstance(node, ast.ClassDef):
            yield from map(name_of, node.bases)


def test_only_the_gate_makes_a_client_or_an_app() -> None:
    """No other file of the process makes what can reach Slack, or sends over a session itself."""
    found = {path: set(used(tree)) for path, tree in ours() if not path.is_relative_to(GATE)}

    assert {path: names & WAYS for path, names in found.items() if names & WAYS} == KEY_SERVICE
    assert {path: names & SENDERS for path, names in found.items() if names & SENDERS} == {}
    assert {path for path, names in found.items() if "ClientSession" in names} == SESSIONS


def test_what_the_first_check_looks_for_is_found_in_the_gate() -> None:
    """The same look at the gate itself finds the client and the app: it can fail."""
    found = {name for path, tree in ours() if path.is_relative_to(GATE) for name in used(tree)}

    assert {"AsyncWebClient", "AsyncApp"} <= found & WAYS


def test_listeners_take_no_way_out_of_bolt() -> None:
    """Of all that Bolt hands to a listener, ours take the delivery and the acknowledgement."""
    listening = [
        one
        for name, one in inspect.getmembers(Listeners, inspect.isfunction)
        if not name.startswith("_") and name != "register"
    ]
    taken = {name for one in listening for name in inspect.signature(one).parameters}

    assert taken == {"self", "ack", "body", "event"}


def methods() -> list[str]:
    return [
        name
        for name, one in inspect.getmembers(AsyncWebClient, inspect.iscoroutinefunction)
        if not name.startswith("_")
    ]


def filled(method: str) -> dict[str, Any]:
    """Every parameter of a method filled with a leak, and one more than it knows."""
    taken = inspect.signature(getattr(AsyncWebClient, method)).parameters.values()
    wanted = (one for one in taken if one.kind is one.KEYWORD_ONLY)
    return {"note": LEAK, **{one.name: LEAK for one in wanted}}


@pytest.mark.filterwarnings("ignore:client.files_upload")
async def test_no_method_of_the_client_lets_a_leak_through() -> None:
    """Each of the SDK's 300 methods, with a leak in every parameter, sends nothing."""
    session = NoNetwork()
    client = client_on(session)
    for name in methods():
        given = ("chat.postMessage",) if name == "api_call" else ()
        # Some check what they are given for themselves, and raise before they come to the gate.
        with suppress(GateError, SlackClientError, TypeError, ValueError, AttributeError):
            await getattr(client, name)(*given, **filled(name))

    assert len(methods()) > 250
    assert session.sent == 0


async def test_what_may_be_sent_is_sent() -> None:
    """The session of these tests does notice a call, so the count of the others means something."""
    session = NoNetwork()
    with pytest.raises(AssertionError, match="Something was sent"):
        await client_on(session).auth_test()

    assert session.sent == 1


async def test_no_unknown_method_gets_through() -> None:
    """A method that the adapter has no use for is refused, whatever its arguments are."""
    client = client_on(NoNetwork())
    for name in ("chat.update", "files.upload", "reminders.add", "chat.scheduleMessage"):
        with pytest.raises(GateError):
            await client.api_call(name)

    assert "chat.update" not in METHODS


class Bolt:
    """A gated app with one command whose listener does what it is given."""

    def __init__(self, listener: Any) -> None:  # noqa: ANN401 - of any kind
        self.session = NoNetwork()
        client = client_on(self.session)
        self.app = GatedApp(gate_of(load("nl")), client, "secret")
        self.app.command("/zorgsignaal")(listener)

    async def command(self) -> tuple[int, str]:
        body = {
            "command": "/zorgsignaal",
            "user_id": "U1",
            "team_id": "T1",
            "channel_id": "C1",
            "response_url": "http://127.0.0.1:9/response",
        }
        request = AsyncBoltRequest(mode="socket_mode", body=body)
        answer = await self.app.async_dispatch(request)
        return answer.status, answer.body


async def leak_in_ack(ack: AsyncAck) -> None:
    await ack(text=LEAK)


async def leak_in_say(ack: AsyncAck, say: Any) -> None:  # noqa: ANN401 - as Bolt hands it over
    await say(LEAK)
    await ack()


async def leak_in_client(ack: AsyncAck, client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel="C1", text=LEAK)
    await ack()


async def leak_in_respond(ack: AsyncAck, respond: Any) -> None:  # noqa: ANN401 - as Bolt hands it over
    await respond(LEAK)
    await ack()


@pytest.mark.parametrize("listener", [leak_in_ack, leak_in_say, leak_in_client, leak_in_respond])
async def test_a_leaking_listener_is_stopped(listener: Any) -> None:  # noqa: ANN401 - of any kind
    """Code that leaks by whatever Bolt hands to it sends nothing and answers nothing."""
    bolt = Bolt(listener)

    assert await bolt.command() == (500, "")
    assert bolt.session.sent == 0


async def test_a_listener_that_does_not_leak_is_answered() -> None:
    """The same app lets a text of ours pass."""
    sentence = load("nl").entries["home.danger"]

    async def listener(ack: AsyncAck) -> None:
        await ack(text=sentence)

    assert await Bolt(listener).command() == (200, sentence)


async def test_an_unknown_delivery_is_answered_with_nothing() -> None:
    """Bolt's own sentence about it does not leave the process."""
    unknown = {"type": "shortcut", "callback_id": "x"}
    request = AsyncBoltRequest(mode="socket_mode", body=unknown)
    answer = await Bolt(leak_in_ack).app.async_dispatch(request)

    assert (answer.status, answer.body) == (404, "")
