from collections.abc import AsyncIterator
from time import monotonic

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.delivery import SendError
from bot.slack.client import SlackPostman
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import Gate
from bot.slack.tiers import Tiers
from bot.slack.windows import Windows
from dialogs.conversations import chat, stop
from tests.bot.house import Clock
from tests.words import load

JSON = "application/json"
ODD = {
    "a page of a proxy": (502, "text/html", "<h1>Bad gateway</h1>"),
    "a sentence of a proxy": (503, "text/plain", "upstream connect error"),
    "half an answer": (200, JSON, '{"ok": tr'),
    "another answer": (200, JSON, "[]"),
    "no answer": (200, JSON, ""),
    "no reason": (500, JSON, '{"ok": false}'),
    "a time that is no number": (503, "text/html", "Later"),
}


@pytest.fixture(params=ODD)
async def client(request: pytest.FixtureRequest) -> AsyncIterator[GatedClient]:
    """A client of something that is not Slack, as behind a school's filter."""
    status, kind, text = ODD[request.param]

    async def answer(_: web.Request) -> web.Response:
        headers = {"Retry-After": "Fri, 27 Nov 2026 08:00:00 GMT"}
        return web.Response(status=status, content_type=kind, text=text, headers=headers)

    app = web.Application()
    app.router.add_route("*", "/{method}", answer)
    async with TestServer(app) as server, ClientSession() as session:
        url = str(server.make_url("/"))
        yield GatedClient(Gate(load("nl")), url, session, token="xoxb-1")


async def test_what_is_no_answer_of_slack_is_tried_again(client: GatedClient) -> None:
    """A letter is not lost, whatever stands between us and Slack, and none of it is repeated."""
    postman = SlackPostman(client, load("nl"), Clock(), Tiers(monotonic))
    with pytest.raises(SendError) as error:
        await postman.send("U1", chat.digest(), None, "key", None)

    assert (error.value.reason, error.value.wait) == ("unknown", None)
    assert not error.value.final


async def test_a_window_that_cannot_be_opened_is_no_crash(client: GatedClient) -> None:
    """Whoever asked for it goes on without: what was typed is kept and an answer given."""
    windows = Windows(client, load("nl"))
    await windows.change("V1", stop.loading())

    assert await windows.open("trigger", stop.loading()) is None
