"""What we read from Slack and send to it is what Slack documents."""

from time import monotonic
from typing import Any

import pytest

from bot.slack import parse
from bot.slack.client import SlackPostman
from bot.slack.tiers import Tiers
from bot.slack.windows import Windows
from dialogs.conversations import chat, stop
from dialogs.say import say
from dialogs.screen import Screen
from storage.records import Message
from tests.bot.house import NOW, Clock
from tests.demo.contract import read
from tests.words import load

Json = dict[str, Any]

REFERENCE, SHAPES = "api-reference.json", "payload-shapes.json"
VALUES = {"str": "text", "num": 1, "bool": False}
OURS: Json = {
    "blocks": [{"type": "input", "block_id": "text"}],
    "state": {"values": {"text": {"text": {"type": "plain_text_input", "value": "Hi"}}}},
}
"""What the app itself put in a view; the samples leave that out."""


def sample(name: str) -> Json:
    """A payload with everything in it that Slack is known to send."""
    made: Json = {}
    for shape in read(SHAPES)[name]:
        path, _, kind = shape.rpartition(":")
        put(made, path.split("."), VALUES[kind])
    return made


def put(into: Json, steps: list[str], value: object) -> None:
    name, rest = steps[0].removesuffix("[]"), steps[1:]
    is_list = steps[0] != name
    if not rest:
        into.setdefault(name, [value] if is_list else value)
        return
    inner = into.setdefault(name, [{}] if is_list else {})
    put(inner[0] if is_list else inner, rest, value)


def test_a_press_is_read_as_slack_sends_it() -> None:
    """Every part of a press that we rely on is documented."""
    payload = sample("app-backend/interactive-components/BlockActionPayload.json")
    payload["view"] |= {**OURS, "type": "modal"}
    click = parse.click(payload)

    assert (click.user, click.action, click.handle, click.trigger) == ("text",) * 4
    assert (click.view, click.form, click.raw) == ("text", "text", {"text": "Hi"})


@pytest.mark.parametrize("kind", ["ViewSubmission", "ViewClosed"])
def test_a_sent_or_closed_window_is_read_as_slack_sends_it(kind: str) -> None:
    """Every part of a window that we rely on is documented."""
    payload = sample(f"app-backend/views/{kind}Payload.json")
    payload["view"] |= OURS
    sent = parse.submission(payload)

    assert (sent.user, sent.form, sent.handle, sent.view, sent.below) == ("text",) * 5
    assert sent.raw == {"text": "Hi"}
    assert sent.key == "text:text:text"
    assert "is_cleared" in payload


def test_a_typed_message_is_read_as_slack_sends_it() -> None:
    """Every part of a message that we rely on is documented."""
    event = sample("events/MessagePayload.json")["event"]
    removed = sample("events/MessageDeletedPayload.json")["event"]

    assert parse.typed(event) == parse.Typed("text", "text", "text", "text", "text")
    assert {"channel_type", "bot_id", "channel", "ts"} <= set(event)
    assert {"channel_type", "subtype", "channel", "deleted_ts"} <= set(removed)


def test_a_command_is_read_as_slack_sends_it() -> None:
    """Who typed it, the words after it and the trigger are documented; so is who looks at Home."""
    command = sample("app-backend/slash-commands/SlashCommandPayload.json")
    opened = sample("events/AppHomeOpenedPayload.json")["event"]

    assert {"user_id", "text", "trigger_id"} <= set(command)
    assert {"user", "tab"} <= set(opened)


class RecordingClient:
    """Stands in for the client of the Web API: answers with documented samples."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, set[str]]] = []

    def __getattr__(self, method: str) -> Any:  # noqa: ANN401 - a method of the client
        name = method.replace("_", ".")

        async def call(**arguments: object) -> Json:
            self.calls.append(
                (name, {key for key, value in arguments.items() if value is not None})
            )
            last: Json = {"response_metadata": {}} if arguments.get("cursor") else {}
            return sample(f"api/{name}.json") | last

        return call


async def everything(client: Any) -> None:  # noqa: ANN401 - a fake of the client
    """Every call that the adapter can make."""
    postman, windows = (
        SlackPostman(client, load("nl"), Clock(), Tiers(monotonic)),
        Windows(client, load("nl")),
    )
    for root in (None, Message("D1", "1.0")):
        await postman.send("U1", chat.digest(), root, "key", NOW)
    await postman.find_person("teacher@school.example")
    await postman.email_of("U1")
    await windows.open("trigger", stop.loading())
    await windows.push("trigger", stop.loading())
    await windows.change("V1", stop.loading())
    await windows.whisper("U1", Message("C1", "1.0"), chat.mention())
    await windows.home("U1", Screen("home", say("home.t.title")))


async def test_every_call_has_the_arguments_that_slack_asks_for() -> None:
    """No argument is unknown to Slack, and none that it requires is missing."""
    client = RecordingClient()
    await everything(client)
    documented = {name: read(REFERENCE)["methods"][name]["args"] for name, _ in client.calls}
    unknown = {name: given - set(documented[name]["properties"]) for name, given in client.calls}
    missing = {
        name: set(documented[name].get("required", ())) - given - {"token"}
        for name, given in client.calls
    }

    assert len(documented) == 11
    assert {name: found for name, found in unknown.items() if found} == {}
    assert {name: found for name, found in missing.items() if found} == {}
