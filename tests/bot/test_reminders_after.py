from datetime import UTC, date, datetime, time

import pytest

from bot.delivery import Delivery
from bot.reminders import tick
from bot.service.tools import Work
from meldcode.choices import Grounds
from meldcode.commands import AgreeFollowing, CloseCase, ReportMove, TakeCase
from storage.records import Subject
from tests.bot.house import House
from tests.bot.postman import FakePostman
from tests.bot.service.filled import FILLED
from tests.bot.test_reminders import at
from tests.dialogs.reading import actions, keys
from tests.school import CALENDAR

ABOVE = [("call", "director"), ("nudge", "attention"), ("nudge", "deputy")]
ALL = [("call", "director"), ("nudge", "attention"), ("nudge", "deputy"), ("nudge", "ib")]
SATURDAY = datetime(2026, 11, 7, 23, 50, tzinfo=UTC)


async def later(house: House, minutes: int) -> list[tuple[str, str]]:
    """Tick so many minutes later: who gets what kind of message by it."""
    house.clock.later(minutes=minutes)
    house.rows("UPDATE outbox SET state = 'sent'")
    await tick(house.tools)
    return house.rows(
        "SELECT kind, person_id FROM outbox WHERE state = 'waiting' ORDER BY kind, person_id"
    )


@pytest.mark.parametrize("start", [None, SATURDAY], ids=["after lessons", "a weekend's night"])
async def test_danger_that_nobody_takes_up_climbs(house: House, start: datetime | None) -> None:
    """Fifteen minutes later to those above, after an hour to all, at any hour of any day."""
    house.clock.now = start or house.clock.now
    await house.signal(urgency="now")
    found = [await later(house, minutes) for minutes in (14, 1, 30, 15, 60)]

    assert found == [[], ABOVE, [], ALL, []]


async def test_taken_up_nobody_is_called(house: House) -> None:
    """A holder within the quarter of an hour ends it."""
    case = await house.signal(urgency="now")
    await house.do("ib", case, TakeCase())

    assert await later(house, 20) == []


async def test_the_call_says_now_and_nothing_else(house: House) -> None:
    """Whoever may open the case gets its envelope, the director a word and a list."""
    await house.signal(urgency="now")
    await later(house, 15)
    postman = FakePostman()
    await Delivery(house.tools, postman).drain()
    texts = {one.text for one in postman.sent}
    doors = sorted(one.button for one in postman.sent)

    assert texts == {"push.now"}
    assert doors == ["open", "open", "today"]


async def test_the_director_reads_what_to_do(house: House) -> None:
    """Behind the call stands: walk to the IB'er now; there is no way into the case."""
    await house.signal(urgency="now")
    await later(house, 15)
    screen = await house.show("director", "today")

    assert "today.task.now" in keys(screen)
    assert "open" not in actions(screen)


async def test_closed_meanwhile_no_call_goes_out(house: House) -> None:
    """What has not been sent is dropped, also for those who cannot open the case."""
    case = await house.signal(urgency="now")
    await later(house, 15)
    await house.do("ib", case, CloseCase(Grounds.RESOLVED, "It was a drill."))

    assert house.outbox("call", "nudge") == []


async def used_up(house: House) -> None:
    """The digests of the week before Christmas have been sent to the teacher and the IB'er."""

    def claim(work: Work) -> None:
        for who in ("teacher", "ib"):
            for number in range(work.tools.policy.digests_a_week):
                key = f"digest:{who}:2026-51:{number}"
                work.unit.receipts.claim(key, work.now)
                work.unit.receipts.finish(key, "sent")

    await house.work(claim)


async def test_the_word_before_a_holiday_is_not_put_off_till_after_it(house: House) -> None:
    """With the week's digests used up it still comes, on the last Thursday or on Friday."""
    case = await house.do("ib", await house.signal(), TakeCase())
    await house.do("ib", case, AgreeFollowing(rhythm=50))
    await used_up(house)

    assert await at(house, date(2026, 12, 18)) == [("digest", "ib"), ("digest", "teacher")]
    assert await at(house, date(2026, 12, 18), 15, 30) == []


async def test_other_words_wait_for_the_next_week(house: House) -> None:
    """Of a look that is over time she hears no second time: the limit holds for what can wait."""
    case = await house.do("ib", await house.signal(), TakeCase())
    await house.do("ib", case, AgreeFollowing(rhythm=5, first=date(2026, 12, 10)))
    await used_up(house)

    assert await at(house, date(2026, 12, 15)) == [("nudge", "teacher")]


async def test_a_move_is_asked_about_every_day(house: House) -> None:
    """An alarm at once, then in each day's slot until somebody says what was done."""
    case = await house.do("ib", await house.signal(), TakeCase())
    house.rows("UPDATE outbox SET state = 'sent'")
    case = await house.do("teacher", case, ReportMove(date(2026, 11, 3), sudden=True))
    alarm = house.outbox("envelope")
    found = [await at(house, date(2026, 11, day)) for day in (4, 5, 6)]
    raw = {**FILLED["move"], "passed_on": ""}
    await house.submit("ib", "move", raw, await house.handle("ib", case))
    after = await at(house, date(2026, 11, 9))

    assert alarm == [("ib", "now"), ("attention", "now")]
    assert found[0] == [("digest", "attention"), ("digest", "deputy"), ("digest", "ib")]
    assert [who for _, who in found[1]] == ["attention", "director", "ib"]
    assert found[2] == []
    assert after == []


async def test_nothing_is_asked_of_a_meeting_that_was_written_down(house: House) -> None:
    """With an outcome for each item the chair is not reminded the day after."""
    first, second = await house.signal(), await house.signal()
    for case in (first, second):
        await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    for case in (first, second):
        item = (await house.case(case.id)).items[0].id
        part = await house.handle("ib", Subject("part", f"{case.id}/{item}"))
        house.clock.now = datetime.combine(date(2026, 11, 17), time(15), CALENDAR.zone)
        await house.submit("ib", "outcome", FILLED["outcome"], part)

    assert ("digest", "chair") not in await at(house, date(2026, 11, 18))


async def test_with_one_item_left_the_chair_is_asked(house: House) -> None:
    """The other one still waits for its outcome."""
    first, second = await house.signal(), await house.signal()
    for case in (first, second):
        await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    item = (await house.case(first.id)).items[0].id
    part = await house.handle("ib", Subject("part", f"{first.id}/{item}"))
    await house.submit("ib", "outcome", FILLED["outcome"], part)

    assert ("digest", "chair") in await at(house, date(2026, 11, 18))
