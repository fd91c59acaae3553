import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.demo.small_app import TEACHER, Stage


def called(slack: Stage) -> list[str]:
    return [one.method for one in slack.workspace.log]


async def test_a_rate_limit_says_when_to_come_back(slack: Stage) -> None:
    """A limited call is answered 429 with Retry-After, and the next one is let through."""
    slack.workspace.faults.fail("chat.postMessage", status=429, retry_after=7)

    with pytest.raises(SlackApiError) as refusal:
        await slack.post()
    await slack.post("Er staat iets klaar.")

    assert refusal.value.response.status_code == 429
    assert refusal.value.response.headers["Retry-After"] == "7"
    assert [one.text for one in slack.teacher.messages()] == ["Er staat iets klaar."]


async def test_a_server_error_happens_as_often_as_was_asked(slack: Stage) -> None:
    """Two calls of any method fail, the third succeeds."""
    slack.workspace.faults.fail(times=2)

    for _ in range(2):
        with pytest.raises(SlackApiError, match="internal_error"):
            await slack.client.api_test()
    told = await slack.client.api_test()

    assert told["ok"]


async def test_a_fault_leaves_other_methods_alone(slack: Stage) -> None:
    """Only the named method fails."""
    slack.workspace.faults.fail("chat.postMessage")

    told = await slack.client.users_info(user=TEACHER.id)

    assert told["ok"]
    slack.workspace.faults.clear()
    assert await slack.post()


@pytest.mark.parametrize("after, stored", [(False, 0), (True, 1)])
async def test_a_cut_connection_may_hide_that_it_worked(
    slack: Stage, *, after: bool, stored: int
) -> None:
    """After a reset the message is there or not, and the sender cannot tell which."""
    slack.workspace.faults.reset("chat.postMessage", after=after)

    with pytest.raises(aiohttp.ClientError):
        await slack.post()

    assert len(slack.teacher.messages()) == stored


@pytest.mark.parametrize("after, stored", [(False, 0), (True, 1)])
async def test_a_call_may_hang(slack: Stage, *, after: bool, stored: int) -> None:
    """Nothing is answered until the fault is released, whether or not it took effect."""
    slack.workspace.faults.hang("chat.postMessage", after=after)
    call = asyncio.ensure_future(slack.post())
    await slack.workspace.until(lambda: "chat.postMessage" in called(slack))
    hanging = not call.done()

    slack.workspace.faults.release()

    with pytest.raises(aiohttp.ClientError):
        await call
    assert hanging
    assert len(slack.teacher.messages()) == stored


async def test_every_call_is_remembered_in_order_and_without_its_token(slack: Stage) -> None:
    """Tests can see what the app called, with what, and what it was answered."""
    await slack.post("Er staat iets klaar.")
    shown = {"user": TEACHER.id, "token": slack.workspace.bot_token}
    await slack.client.api_call("users.info", params=shown)

    calls = {one.method: one for one in slack.workspace.log}
    posted, asked = calls["chat.postMessage"], calls["users.info"]

    assert (posted.method, posted.args["text"]) == ("chat.postMessage", "Er staat iets klaar.")
    assert (asked.method, asked.args) == ("users.info", {"user": TEACHER.id})
    assert asked.answer["user"]["id"] == TEACHER.id
    assert called(slack).index("chat.postMessage") < called(slack).index("users.info")
