from datetime import UTC, datetime

import pytest

from bot.service.answers import Answer, Correct, Show
from storage.records import Meeting
from tests.bot.house import House
from tests.bot.service.filled import FILLED

PLAN = {"on": "2026-11-24", "at": "15:45", "chair": "chair"}


def name(answer: Answer) -> str:
    assert isinstance(answer, Show), answer
    return answer.screen.name


async def meetings(house: House, school: str = "s1") -> tuple[Meeting, ...]:
    return await house.work(lambda work: work.unit.meetings.upcoming(school, work.now))


@pytest.mark.parametrize("who", ["chair", "ib", "deputy", "attention"])
async def test_who_has_a_place_in_the_zbo_plans_a_meeting(house: House, who: str) -> None:
    """The new meeting stands beside those of the organisation file, at the school's wall clock."""
    answer = await house.submit(who, "meeting", PLAN)
    new = [one for one in await meetings(house) if not one.id.startswith("zbo-a")]
    found = {(one.at, one.chair) for one in new}

    assert name(answer) == "agenda"
    assert (datetime(2026, 11, 24, 14, 45, tzinfo=UTC), "chair") in found


@pytest.mark.parametrize("who", ["teacher", "director", "oka"])
async def test_others_cannot_plan(house: House, who: str) -> None:
    """Neither the form nor what a forged one sends is for them."""
    planned = await meetings(house)
    screen = await house.show(who, "new_meeting")
    answer = await house.submit(who, "meeting", PLAN)

    assert screen.name == "refused"
    assert answer == Correct({"on": "err.access"})
    assert await meetings(house) == planned


@pytest.mark.parametrize(
    "change, errors",
    [
        ({"on": "2026-11-02"}, {"on": "err.past"}),
        ({"on": "2026-11-03", "at": "15:20"}, {"on": "err.past"}),
        ({"on": "2026-11-28"}, {"on": "err.no_school"}),
        ({"on": "2026-12-21"}, {"on": "err.no_school"}),
        ({"on": "1926-11-24"}, {"on": "err.date"}),
        ({"on": "soon"}, {"on": "err.date"}),
        ({"at": "half past three"}, {"at": "err.time"}),
        ({"at": "25:00"}, {"at": "err.time"}),
        ({"chair": "other-chair"}, {"chair": "err.choose"}),
    ],
)
async def test_a_meeting_that_cannot_be_is_corrected(
    house: House, change: dict[str, str], errors: dict[str, str]
) -> None:
    """Past, on a free day, at no time or with a chair of elsewhere: it is said at the field."""
    planned = await meetings(house)
    answer = await house.submit("chair", "meeting", PLAN | change)

    assert answer == Correct(errors)
    assert await meetings(house) == planned


async def test_the_same_plan_delivered_twice_is_one_meeting(house: House) -> None:
    """A double tap shows the agenda that the first one made."""
    planned = await meetings(house)
    first = await house.submit("chair", "meeting", PLAN, key="view:1")
    second = await house.submit("chair", "meeting", PLAN, key="view:1")

    assert first == second
    assert len(await meetings(house)) == len(planned) + 1


async def test_a_planned_meeting_can_be_chosen(house: House) -> None:
    """An item can be put on the agenda of a meeting that was added in chat."""
    await house.submit("chair", "meeting", PLAN)
    (added,) = [one for one in await meetings(house) if one.at.day == 24]
    case = await house.signal()
    raw = {**FILLED["schedule"], "meeting": added.id}
    await house.submit("ib", "schedule", raw, await house.handle("ib", case))
    due = house.rows("SELECT DISTINCT subject_id FROM due WHERE subject_kind = 'meeting'")

    assert [item.meeting for item in (await house.case(case.id)).items] == [added.id]
    assert due == [(added.id,)]
