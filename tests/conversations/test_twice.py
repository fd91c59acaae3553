"""Everything that arrives twice happens once."""

import pytest

from tests.conversations.doing import (
    COMMAND,
    leave,
    opened,
    press,
    reads,
    screen,
    send,
    tell,
)
from tests.conversations.forging import again
from tests.conversations.marks import Mark
from tests.conversations.seen import answer, expect, reply, root
from tests.conversations.stage import Stage
from tests.conversations.stored import counts, outbox

SENT = "sent"


@pytest.fixture(params=[False, True], ids=["same ids", "fresh ids"])
def doubled(stage: Stage, request: pytest.FixtureRequest) -> Stage:
    """Every delivery comes three times, with the same ids or with others."""
    stage.workspace.faults.copies = 2
    stage.workspace.faults.fresh_ids = request.param
    return stage


async def test_a_signal_delivered_three_times(doubled: Stage) -> None:
    """One case of one signal and the policy for it, one confirmation, one envelope each."""
    stage = doubled
    await stage.person("sam").command(COMMAND, Mark.COMMAND)
    await stage.settled()
    await send(stage, "sam", text=Mark.SIGNAL)

    assert screen(stage, "sam").callback_id == "sent"
    assert (counts(stage.folder)["case"], counts(stage.folder)["case_event"]) == (1, 2)
    assert counts(stage.folder)["draft"] == 0
    expect(stage, sam=[root("kept")], maria=[root("today")])


async def test_buttons_and_forms_pressed_three_times(doubled: Stage) -> None:
    """Taking, answering, adding and keeping an agreement each leave one event and one envelope."""
    stage = doubled
    await tell(stage)
    await opened(stage, "maria", "take")
    expect(stage, sam=[reply("new")])
    await press(stage, "maria", "answer")
    await send(stage, "maria", text=Mark.ANSWER)
    expect(stage, sam=[reply("new")])
    await press(stage, "maria", "agreement")
    await send(stage, "maria", what=Mark.AGREEMENT, owner="sam", due="2026-12-01")
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")
    await opened(stage, "sam", "keep")
    expect(stage, maria=[reply("new")])
    await press(stage, "sam", "add")
    await send(stage, "sam", text=Mark.OBSERVATION)

    assert counts(stage.folder)["case_event"] == len(
        ("policy", "raised", "read", "taken", "answered", "agreed", "kept", "added")
    )
    expect(stage, maria=[reply("new")])


async def test_a_typed_answer_delivered_three_times(doubled: Stage) -> None:
    """It is taken in once, and answered once."""
    stage = doubled
    await tell(stage)
    await stage.person("maria").say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()

    assert counts(stage.folder)["typed_message"] == 1
    expect(stage, sam=[reply("new")], maria=[answer("chat.collected")])


async def test_a_meeting_planned_three_times(doubled: Stage) -> None:
    """One meeting is planned."""
    stage = doubled
    before = counts(stage.folder)["meeting"]
    await stage.person("maria").open_home()
    await stage.person("maria").click("new_meeting", home=True)
    await stage.settled()
    await send(stage, "maria", on="2026-12-09", at="15:30")

    assert reads(stage, "maria", "zbo.empty")
    assert counts(stage.folder)["meeting"] == before + 1


async def test_a_confirmation_that_got_lost(stage: Stage) -> None:
    """Sent again after Slack's error, the same form says that it was there already."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    stage.workspace.faults.lose_acks = 1
    lost = await sam.submit()

    assert lost.error == "app_did_not_respond"
    assert screen(stage, "sam").value("text") == Mark.SIGNAL

    await send(stage, "sam")

    assert reads(stage, "sam", "ok.dup")
    assert counts(stage.folder)["case"] == 1
    expect(stage, sam=[root("kept")], maria=[root("today")])


async def test_an_old_submission_comes_back(stage: Stage) -> None:
    """Even an hour later, when Slack delivers again, it is the same signal."""
    await tell(stage)
    await stage.at(stage.clock().date(), 16, 20)
    await again(stage, "view_submission")

    assert counts(stage.folder)["case"] == 1
    expect(stage)


async def test_an_event_that_was_never_acknowledged(stage: Stage) -> None:
    """A typed answer whose ack got lost is delivered again by Slack, and taken in once."""
    await tell(stage)
    stage.workspace.faults.lose_acks = 3
    await stage.person("maria").say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()
    await stage.workspace.redeliver()
    await stage.settled()

    assert counts(stage.folder)["typed_message"] == 1
    expect(stage, sam=[reply("new")], maria=[answer("chat.collected")])


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
async def test_an_envelope_with_an_unclear_outcome(stage: Stage, *, after: bool) -> None:
    """Cut off before or after Slack took it: the bot looks whether it came, and it comes once."""
    stage.workspace.faults.reset("chat.postMessage", times=2, after=after)
    await stage.person("sam").command(COMMAND)
    await stage.settled()
    await send(stage, "sam", text="Iets.")
    stage.clock.later(seconds=10)
    await stage.bot.turn()
    await stage.settled()

    expect(stage, sam=[root("kept")], maria=[root("today")])
    assert [state for _, state, _ in outbox(stage.folder)] == [SENT, SENT]


@pytest.mark.parametrize("status", [429, 500])
async def test_an_envelope_that_slack_refuses_for_now(stage: Stage, status: int) -> None:
    """It goes out when Slack takes messages again."""
    stage.workspace.faults.fail("chat.postMessage", status=status, times=6, retry_after=0)
    await stage.person("sam").command(COMMAND)
    await stage.settled()
    await send(stage, "sam", text="Iets.")
    for _ in range(3):
        stage.clock.later(seconds=30)
        await stage.bot.turn()
        await stage.settled()

    expect(stage, sam=[root("kept")], maria=[root("today")])
