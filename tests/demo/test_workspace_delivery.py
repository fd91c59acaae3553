import asyncio

import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck

from tests.demo.listeners import Json, hears, opens, pressed, says, submitted
from tests.demo.small_app import Hands, Stage, new_workspace, stage
from tests.demo.views import actions, button, modal


def refuses_events(slack: Stage, times: int) -> list[Json]:
    """The app does not acknowledge the first messages it hears."""
    seen: list[Json] = []

    @slack.app.event("message")
    async def event(body: Json) -> None:
        seen.append(body)
        if len(seen) <= times:
            raise RuntimeError("not now")

    return seen


async def test_an_app_that_does_not_answer_is_an_error_for_the_person(slack: Stage) -> None:
    """When Slack gives up waiting, the person is told and the form keeps what was typed."""
    opens(slack, modal())
    never = asyncio.Event()

    @slack.app.view("signal")
    async def submission(ack: AsyncAck) -> None:
        slack.hands.gives_up.set()
        await never.wait()

    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")

    sent = await slack.teacher.submit()

    never.set()
    assert sent.error == "app_did_not_respond"
    assert slack.teacher.stack()[0].value("facts") == "Stil"


async def test_without_an_app_a_command_fails_at_once() -> None:
    """A command finds no app when none is connected."""
    workspace = new_workspace(Hands())
    await workspace.start()

    answer = await workspace.person("U1TEACHER").command("/zorgsignaal")

    await workspace.stop()
    assert answer.error == "dispatch_failed"


@pytest.mark.parametrize("fresh_ids", [False, True])
async def test_a_submission_may_arrive_more_than_once(slack: Stage, *, fresh_ids: bool) -> None:
    """Copies have the same view and person, with the same or another envelope."""
    opens(slack, modal())
    seen = submitted(slack)
    await slack.teacher.command("/zorgsignaal")
    await slack.teacher.fill(facts="Stil")
    slack.workspace.faults.copies = 2
    slack.workspace.faults.fresh_ids = fresh_ids

    sent = await slack.teacher.submit()

    submissions = [one for one in slack.workspace.sent if one.kind == "interactive"]
    assert sent.ok
    assert [one["facts"]["text"]["value"] for one in seen] == ["Stil"] * 3
    assert len({one.id for one in submissions}) == (3 if fresh_ids else 1)


async def test_copies_of_an_event_may_have_other_ids(slack: Stage) -> None:
    """One typed message can be told under several event ids."""
    seen = hears(slack, "message")
    slack.workspace.faults.copies = 2
    slack.workspace.faults.fresh_ids = True

    ts = await slack.teacher.say("Kim is stil")

    assert [one["event"]["ts"] for one in seen] == [ts] * 3
    assert len({one["event_id"] for one in seen}) == 3


async def test_a_lost_ack_is_an_error_though_the_work_was_done(slack: Stage) -> None:
    """The person sees a failure and tries again; the app has been called twice."""
    seen = pressed(slack)
    await slack.post(blocks=[actions(button())])
    slack.workspace.faults.lose_acks = 1

    first = await slack.teacher.click("Bekijk")
    second = await slack.teacher.click("Bekijk")

    assert (first.error, second.error) == ("app_did_not_respond", "")
    assert len(seen) == 2


async def test_a_lost_ack_of_an_event_is_made_good_at_once(slack: Stage) -> None:
    """An event whose ack was lost is sent again, marked as a retry."""
    seen = hears(slack, "message")
    slack.workspace.faults.lose_acks = 1

    await slack.teacher.say("Kim is stil")

    retries = [one.retry for one in slack.workspace.sent if one.kind == "events_api"]
    assert retries == [0, 1]
    assert len({one["event_id"] for one in seen}) == 1


async def test_an_event_is_told_when_the_app_is_back(slack: Stage) -> None:
    """What was typed while no app was connected is delivered on the next connection."""
    seen = hears(slack, "message")
    socket = slack.sockets[0].client
    await socket.disconnect()  # type: ignore[no-untyped-call]  # slack_sdk has no types here
    await slack.workspace.until(lambda: slack.workspace.connected == 0)
    ts = await slack.teacher.say("Kim is stil")
    missed = list(seen)

    await socket.connect_to_new_endpoint(force=True)
    await slack.workspace.until(lambda: len(seen) == 1)

    assert missed == []
    assert [one["event"]["ts"] for one in seen] == [ts]


async def test_an_event_is_given_up_after_three_retries(slack: Stage) -> None:
    """An event that nobody wants is not delivered for ever."""
    seen = refuses_events(slack, times=9)
    slack.hands.gives_up.set()

    await slack.teacher.say("Kim is stil")
    for _ in range(5):
        await slack.workspace.redeliver()

    retries = [one.retry for one in slack.workspace.sent if one.kind == "events_api"]
    assert retries == [0, 1, 2, 3]
    assert len(seen) <= 4


async def test_slack_may_ask_to_connect_again(slack: Stage) -> None:
    """After a disconnect the app comes back on a new socket and is served there."""
    says(slack, text="Ja?")

    await slack.workspace.disconnect()
    await slack.workspace.until(lambda: slack.workspace.connected == 0)
    await slack.workspace.connections(1)

    assert (await slack.teacher.command("/zorgsignaal")).text == "Ja?"


async def test_each_envelope_goes_over_one_of_the_sockets() -> None:
    """Two connected processes share the work: each command is handled once."""
    async with stage() as slack:
        seen = says(slack)
        await slack.connect()

        for _ in range(4):
            await slack.teacher.command("/zorgsignaal")
    assert len(seen) == 4


async def test_an_eleventh_socket_is_sent_away(slack: Stage) -> None:
    """No more than ten connections are served; each needs its own ticket."""
    async with aiohttp.ClientSession() as session:
        sockets = []
        for _ in range(10):
            answer = await slack.client.apps_connections_open(app_token="xapp-lokaal")
            sockets.append(await session.ws_connect(str(answer["url"])))
        last = await sockets[-1].receive_json()
        for ticket in ("invented", str(answer["url"]).rpartition("=")[2]):
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(f"{slack.workspace.base_url}/link/?ticket={ticket}")

    assert (last["type"], last["reason"]) == ("disconnect", "too_many_websockets")


async def test_a_silent_socket_delivers_nothing(slack: Stage) -> None:
    """The connection stays open while nothing comes through."""
    seen = says(slack)
    slack.workspace.faults.silent = True
    slack.hands.gives_up.set()

    answer = await slack.teacher.command("/zorgsignaal")

    assert answer.error == "app_did_not_respond"
    assert (seen, slack.workspace.connected) == ([], 1)


async def test_the_workspace_comes_to_rest(slack: Stage) -> None:
    """Settled means: acknowledged, called back, and what the app still had to send is sent."""
    hears(slack, "message")
    waiting = ["Er staat iets klaar."]

    async def drain() -> None:
        while waiting:
            await slack.post(waiting.pop())

    slack.workspace.drains.append(drain)
    await slack.teacher.say("Kim is stil")

    await slack.workspace.settled()

    assert [one.text for one in slack.teacher.messages()] == ["Kim is stil", "Er staat iets klaar."]
    assert [one.retry for one in slack.workspace.sent] == [0, 0]


async def test_the_apps_own_messages_come_back_to_it_without_faults(slack: Stage) -> None:
    """Planned faults are for what people do; the echo of a message neither uses nor meets them."""
    slack.workspace.faults.copies = 3
    slack.workspace.faults.lose_acks = 1

    await slack.post()
    await slack.workspace.settled()

    echoes = [one.payload["event"]["bot_id"] for one in slack.workspace.sent]
    assert echoes == ["B0LOKAAL01"]
    assert slack.workspace.faults.lose_acks == 1
