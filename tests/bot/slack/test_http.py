import hashlib
import hmac
from functools import cache
from itertools import count
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette

from bot.clock import system_clock
from bot.slack.http import MOST_BYTES, PATH, asgi
from tests.bot.slack.asgi_client import Answer, post

SECRET = "0123456789abcdef0123456789abcdef"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
HEARD: list[dict[str, Any]] = []
TRIGGERS = count(1)


async def authorized() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")


async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
    HEARD.append(body)
    await ack()


@cache
def app() -> Starlette:
    """One that hears commands and acknowledges them."""
    slack = AsyncApp(
        client=AsyncWebClient(),
        authorize=authorized,
        signing_secret=SECRET,
        process_before_response=True,
    )
    slack.command("/zorgsignaal")(listener)
    return asgi(slack, SECRET, system_clock)


def signed(body: bytes, kind: str = FORM, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The headers of a request (docs.slack.dev/authentication/verifying-requests-from-slack)."""
    at = int(system_clock().timestamp()) - age
    digest = hmac.new(secret.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": str(at),
        "X-Slack-Signature": f"v0={digest}",
    }


def command(text: str) -> bytes:
    """A command as it is typed now: each has a trigger of its own."""
    trigger = f"1.{next(TRIGGERS)}"
    fields = {"command": "/zorgsignaal", "text": text, "user_id": "U1", "trigger_id": trigger}
    return urlencode(fields).encode()


async def send(body: bytes, headers: dict[str, str]) -> Answer:
    HEARD.clear()
    return await post(app(), PATH, [body], headers)


@given(st.text(st.characters(codec="utf-8")))
@example("payload")
@example('een payload=x&y of { "payload": 1 }')
@example("{")
async def test_what_is_typed_arrives_as_it_was_typed(text: str) -> None:
    """No words that somebody types change what a delivery is taken for."""
    body = command(text)
    answer = await send(body, signed(body))

    assert answer == Answer(200)
    assert [one.get("text", "") for one in HEARD] == [text]


@given(st.integers(0, 10**6), st.integers(1, 255), st.sampled_from(["body", "time", "signature"]))
async def test_what_was_changed_on_the_way_is_refused(place: int, by: int, part: str) -> None:
    """One other character anywhere, and nobody hears of it."""
    body = command("Kim komt moe op school")
    headers = signed(body)
    if part == "body":
        body = altered(body, place, by)
    else:
        name = "X-Slack-Request-Timestamp" if part == "time" else "X-Slack-Signature"
        headers[name] = altered(headers[name].encode(), place, by).decode("latin-1")
    answer = await send(body, headers)

    assert answer.status == 401
    assert HEARD == []


def altered(text: bytes, place: int, by: int) -> bytes:
    at = place % len(text)
    return text[:at] + bytes([text[at] ^ by]) + text[at + 1 :]


@pytest.mark.parametrize(
    "headers",
    [
        signed(command(""), secret="f" * 32),
        signed(command(""), age=301),
        signed(command(""), age=-3600),
        {"Content-Type": FORM},
    ],
    ids=["another secret", "too old", "from the future", "unsigned"],
)
async def test_what_slack_did_not_sign_now_is_refused(headers: dict[str, str]) -> None:
    """A forged, an old and an unsigned request are one and the same refusal."""
    answer = await send(command(""), headers)

    assert (answer.status, HEARD) == (401, [])


@given(st.binary(), st.sampled_from([FORM, JSON, "text/plain"]))
@example(b"\xff\xfe", FORM)
@example(b'{"a', JSON)
@example(b"payload=%7B", FORM)
async def test_what_cannot_be_read_is_refused(body: bytes, kind: str) -> None:
    """Whatever anybody sends to the open address, the answer is a refusal and never a crash."""
    answer = await send(body, {"Content-Type": kind})

    assert answer.status == 401


async def test_a_signed_body_that_cannot_be_read_is_refused() -> None:
    """Not even with the right signature does half a payload reach anybody."""
    body = b"payload=%7B"
    answer = await send(body, signed(body))

    assert (answer.status, HEARD) == (400, [])


async def test_more_than_slack_ever_sends_is_not_read() -> None:
    """A body that does not end is cut off, so that nobody can fill the memory."""
    chunks = [b"x" * 100_000] * 200
    answer = await post(app(), PATH, chunks, {"Content-Type": FORM})

    assert answer.status == 413
    assert answer.asked <= MOST_BYTES // 100_000 + 1


async def test_other_addresses_are_not_there() -> None:
    """There is one address for Slack."""
    assert (await post(app(), "/", [b""], {})).status == 404
