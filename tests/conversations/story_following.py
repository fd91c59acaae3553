"""The end of the story: following, nudges, escalation, closing, silence and opening again."""

from datetime import date

from tests.conversations import together
from tests.conversations.doing import leave, press, reads, send
from tests.conversations.marks import Mark
from tests.conversations.seen import Note, expect, own, reply
from tests.conversations.stage import Stage

RHYTHM = 5
DIGEST = own("push.digest")


async def a_rhythm_is_agreed(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "following")
    await send(stage, "maria", rhythm=str(RHYTHM), first="2026-12-07")

    expect(stage)
    await leave(stage, "maria")


async def ignored_nudges_climb(stage: Stage) -> None:
    """To the teacher, then the IB'er too, then the deputy, then those above; never with content."""
    heard: dict[date, dict[str, list[Note]]] = {
        date(2026, 12, 4): {},
        date(2026, 12, 7): {"sam": [reply("new")]},
        date(2026, 12, 9): {},
        date(2026, 12, 10): {"sam": [DIGEST], "maria": [DIGEST]},
        date(2026, 12, 14): {"maria": [DIGEST], "amir": [DIGEST]},
        date(2026, 12, 15): {},
        date(2026, 12, 17): {"sam": [DIGEST], "maria": [DIGEST]},
        date(2026, 12, 18): {},
        date(2026, 12, 24): {},
        date(2027, 1, 4): {"iris": [DIGEST], "bas": [DIGEST]},
        date(2027, 1, 5): {},
    }
    for day, told in heard.items():
        await stage.at(day, 8, 5)
        expect(stage, **told)
        await stage.at(day, 15, 30)
        expect(stage)


async def those_above_read_only_what_they_may(stage: Stage) -> None:
    await press(stage, "bas", "today")

    assert reads(stage, "bas", "today.task")
    assert not reads(stage, "bas", "duty.follow_last")
    await leave(stage, "bas")

    await press(stage, "iris", "today")

    assert reads(stage, "iris", "duty.follow_last")
    await leave(stage, "iris")
    expect(stage)


async def looks_are_written_down(stage: Stage) -> None:
    """The same; then put off until a reason is asked; then worse, which calls the IB'er at once."""
    await press(stage, "sam", "open")
    await press(stage, "sam", "same")
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")

    await stage.at(date(2027, 1, 12), 8, 5)
    expect(stage, sam=[reply("new")])
    await _put_off_three_times(stage)
    await _put_off_with_a_reason(stage)
    await _worse(stage)
    await _better(stage)


async def _put_off_three_times(stage: Stage) -> None:
    for day in (13, 14, 15):
        await press(stage, "sam", "open")
        await press(stage, "sam", "snooze")
        await send(stage, "sam", days="1")
        expect(stage, maria=[reply("new")])
        await leave(stage, "sam")
        await stage.at(date(2027, 1, day), 8, 5)
        expect(stage, sam=[reply("new")])


async def _put_off_with_a_reason(stage: Stage) -> None:
    sam = stage.person("sam")
    await press(stage, "sam", "open")
    await press(stage, "sam", "snooze")
    await sam.pick("days", "3")
    await sam.fill(reason=" ")
    refused = await sam.submit()

    assert set(refused.errors) == {"reason"}
    await send(stage, "sam", reason=Mark.SNOOZE)
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")


async def _worse(stage: Stage) -> None:
    """During lessons: what is urgent arrives at once, anything else waits for the break."""
    await stage.at(date(2027, 1, 18), 10)
    await press(stage, "sam", "open")
    await press(stage, "sam", "worse")
    await send(stage, "sam", text=Mark.LOOK)

    assert reads(stage, "sam", "nud.worse.body", Mark.LOOK)
    expect(stage, maria=[reply("today")])
    await leave(stage, "sam")


async def _better(stage: Stage) -> None:
    await press(stage, "sam", "open")
    await press(stage, "sam", "better")
    expect(stage)
    await stage.at(date(2027, 1, 18), 12, 1)
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")


async def it_is_closed(stage: Stage) -> None:
    """Not before the last agreement is kept."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "close")

    assert reads(stage, "maria", "err.agreements_open")
    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await press(stage, "maria", "keep")
    await press(stage, "maria", "close")
    await stage.person("maria").pick("bottlenecks", "time", "zbo")
    await send(stage, "maria", grounds="resolved", reason=Mark.CLOSE, bottleneck=Mark.BOTTLENECK)

    assert reads(stage, "maria", Mark.CLOSE, "stc.closed")
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")


async def a_second_confirms_the_closing(stage: Stage) -> None:
    """From then on there is silence."""
    await together.a_second_confirms_the_closing(stage, Mark.CLOSE)
    for day in (date(2027, 1, 25), date(2027, 2, 8), date(2027, 2, 18), date(2027, 3, 16)):
        await stage.at(day, 8, 5)
        expect(stage)


async def it_is_opened_again(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "reopen")
    await send(stage, "maria", reason=Mark.REOPEN)

    assert reads(stage, "maria", Mark.REOPEN, "stc.follow")
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")
    await stage.at(date(2027, 3, 22), 8, 5)
    expect(stage)
    await stage.at(date(2027, 3, 23), 8, 5)
    expect(stage, sam=[reply("new")])
