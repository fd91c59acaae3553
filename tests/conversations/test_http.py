"""The same conversation for a board that prefers signed HTTP to Socket Mode."""

import hashlib
import hmac
import socket
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.clock import system_clock
from bot.slack.http import PATH
from tests.conversations.doing import COMMAND, leave, opened, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import answer, expect, reply, root
from tests.conversations.stage import Stage, staged
from tests.conversations.stored import counts

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
async def http_stage(tmp_path: Path, free_port: int) -> AsyncIterator[Stage]:
    async with staged(tmp_path, http_port=free_port) as stage:
        yield stage


async def test_a_short_conversation(http_stage: Stage) -> None:
    """A signal, an answer by button and one typed, all of it over signed HTTP."""
    stage = http_stage
    await stage.person("sam").command(COMMAND, Mark.COMMAND)
    await stage.settled()
    await send(stage, "sam", text=Mark.SIGNAL, child="Kim & <Jo>")
    expect(stage, sam=[root("kept")], maria=[root("today")])
    await leave(stage, "sam")

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.SIGNAL, "Kim & <Jo>")

    await press(stage, "maria", "answer")
    await send(stage, "maria", text=Mark.ANSWER)
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")
    await stage.person("maria").say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()
    expect(stage, sam=[reply("new")], maria=[answer("chat.collected")])

    await opened(stage, "sam", "add")

    assert screen(stage, "sam").callback_id == "add"


@pytest.mark.parametrize(
    "text", ["payload", 'een payload=x&y of { "payload": 1 }', "payload payload"]
)
async def test_a_command_with_the_word_payload(http_stage: Stage, text: str) -> None:
    """What somebody writes never changes what the delivery is taken for."""
    await http_stage.person("sam").command(COMMAND, text)
    await http_stage.settled()

    assert screen(http_stage, "sam").value("text") == text


async def test_nothing_that_is_not_signed_now(http_stage: Stage, free_port: int) -> None:
    """A wrong signature, an old one and none at all are refused, and nothing happens."""
    body = urlencode(_command(http_stage))
    now = system_clock()
    secret = http_stage.workspace.signing_secret
    statuses = [
        await _post(free_port, body, _signed(secret, body, now.timestamp())),
        await _post(free_port, body, _signed("another", body, now.timestamp())),
        await _post(free_port, body + "x", _signed(secret, body, now.timestamp())),
        await _post(
            free_port, body, _signed(secret, body, (now - timedelta(minutes=6)).timestamp())
        ),
        await _post(free_port, body, {}),
    ]
    await http_stage.settled()

    assert statuses == [200, 401, 401, 401, 401]
    assert [call.method for call in http_stage.workspace.log].count("views.open") == 1
    assert counts(http_stage.folder)["case"] == 0


def _command(stage: Stage) -> dict[str, str]:
    return {
        "command": COMMAND,
        "text": "",
        "user_id": stage.accounts["sam"],
        "trigger_id": stage.trigger("sam"),
        "team_id": "T1",
    }


def _signed(secret: str, body: str, at: float) -> dict[str, str]:
    """As docs.slack.dev/authentication/verifying-requests-from-slack describes."""
    base = f"v0:{int(at)}:{body}".encode()
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(int(at)), "X-Slack-Signature": f"v0={digest}"}


async def _post(port: int, body: str, headers: dict[str, str]) -> int:
    url = f"http://127.0.0.1:{port}{PATH}"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers={"Content-Type": FORM, **headers}) as told,
    ):
        return told.status


async def test_the_port_is_taken(tmp_path: Path) -> None:
    """The bot does not start on a port that something else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port: int = other.getsockname()[1]

        with pytest.raises(OSError, match="in use"):
            await _start(tmp_path, port)


async def _start(folder: Path, port: int) -> None:
    async with staged(folder, http_port=port):
        pass
