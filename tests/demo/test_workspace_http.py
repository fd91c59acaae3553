from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from aiohttp.test_utils import TestServer
from slack_bolt.request.async_request import AsyncBoltRequest

from tests.demo.listeners import hears, opens, pressed, says, submitted
from tests.demo.small_app import Hands, Stage, new_app, new_workspace
from tests.demo.views import actions, button, modal


@asynccontextmanager
async def http_stage(**settings: object) -> AsyncIterator[Stage]:
    """A workspace that delivers by signed HTTP to the app's own server."""
    hands = Hands()
    real_time = lambda: datetime.now(UTC)  # noqa: E731, TID251 - Bolt compares with the real clock
    workspace = new_workspace(hands, **{"signed_at": real_time, **settings})
    await workspace.start()
    app, client = new_app(workspace)
    async with TestServer(app.web_app(path="/slack/events")) as server:
        workspace.deliver_to(str(server.make_url("/slack/events")))
        yield Stage(workspace, app, client, hands)
        await workspace.stop()


async def test_the_same_form_works_over_signed_http() -> None:
    """A command, a submission, a press and an event arrive signed and are acknowledged."""
    async with http_stage() as slack:
        opens(slack, modal())
        sent, clicks, heard = submitted(slack), pressed(slack), hears(slack, "message")
        await slack.post(blocks=[actions(button())])
        await slack.teacher.click("Bekijk")
        await slack.teacher.say("Kim is stil")
        await slack.teacher.command("/zorgsignaal")
        await slack.teacher.fill(facts="Stil")

        outcome = await slack.teacher.submit()

    assert outcome.ok
    assert slack.teacher.stack() == []
    assert (len(sent), len(clicks), len(heard)) == (1, 1, 1)


async def test_a_private_answer_comes_back_over_http() -> None:
    """Text in the answer to a command is shown to the person, as text or as JSON."""
    async with http_stage() as slack:
        seen = says(slack, text="Kijk bij Hulp.", response_type="ephemeral")

        answer = await slack.teacher.command("/zorgsignaal", "help")

    assert answer.text == "Kijk bij Hulp."
    assert seen[0]["is_enterprise_install"] == "false"


@pytest.mark.parametrize(
    "wrong",
    [{"signing_secret": "anders"}, {"signed_at": lambda: datetime(2026, 1, 1, tzinfo=UTC)}],
)
async def test_the_app_refuses_a_wrong_signature(wrong: dict[str, object]) -> None:
    """Another secret or an old timestamp is not acknowledged by the app."""
    async with http_stage() as slack:
        seen = says(slack)
        for name, value in wrong.items():
            setattr(slack.workspace, name, value)
        slack.workspace.deliver_to(str(slack.workspace.request_url))

        answer = await slack.teacher.command("/zorgsignaal")

    assert (answer.error, seen) == ("dispatch_failed", [])


async def test_an_event_is_retried_with_slacks_headers() -> None:
    """A retry says that it is one, and why."""
    async with http_stage() as slack:
        seen = []

        @slack.app.event("message")
        async def event(request: AsyncBoltRequest) -> None:
            seen.append(dict(request.headers))
            if len(seen) == 1:
                raise RuntimeError("not now")

        await slack.teacher.say("Kim is stil")

    assert "x-slack-retry-num" not in seen[0]
    assert seen[1]["x-slack-retry-num"] == ["1"]
    assert seen[1]["x-slack-retry-reason"] == ["http_error"]
