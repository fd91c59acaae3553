from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.reminders import tick
from meldcode.case import Case
from meldcode.choices import Trend
from meldcode.commands import (
    AgreeFollowing,
    KeepAgreement,
    MakeAgreement,
    NoteFollowing,
    Snooze,
    TakeCase,
)
from meldcode.duties import OWN_ENVELOPE, Kind
from tests.bot.house import FIRST, TODAY, House, housed
from tests.bot.service.filled import FILLED
from tests.school import CALENDAR

WEEKS = 8
"""From early November over the Christmas vacation."""

IN_SLOT = st.sampled_from([(8, 0), (8, 7), (8, 19), (15, 15), (16, 0), (16, 29)])
ANYTIME = st.tuples(st.integers(0, 23), st.integers(0, 59))
DAYS = st.lists(st.lists(IN_SLOT | ANYTIME, max_size=3), min_size=7 * WEEKS, max_size=7 * WEEKS)
ACTIONS = st.dictionaries(
    st.integers(1, 7 * WEEKS - 1), st.sampled_from(["note", "snooze", "keep", "signal"]), max_size=8
)
RUNS = count()
Days = list[list[tuple[int, int]]]
PEOPLE = {
    "holder": "ib",
    "deputy": "deputy",
    "aandachtsfunctionaris": "attention",
    "director": "director",
    "chair": "chair",
}
"""Who stands where in every case below."""


class Told:
    """Everything that the reminders put in the outbox, with the moment of the tick."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.found: list[tuple[datetime, str, str]] = []

    async def tick(self, day: date, hour: int, minute: int) -> None:
        moment = datetime.combine(day, time(hour, minute), CALENDAR.zone).astimezone(UTC)
        self.house.clock.now = max(moment, self.house.clock.now)
        await tick(self.house.tools)
        rows = self.house.rows(
            "SELECT kind, person_id FROM outbox "
            "WHERE state = 'waiting' AND kind IN ('nudge', 'digest', 'agenda')"
        )
        self.found += [(self.house.clock.now, kind, person) for kind, person in rows]
        self.house.rows("UPDATE outbox SET state = 'sent'")


async def begin(house: House) -> list[Case]:
    """A signal that nobody reads, one that is followed, one with agreements and one in the ZBO."""
    cases = [await house.signal() for _ in range(4)]
    for case in cases[1:]:
        await house.do("ib", case, TakeCase(), AgreeFollowing(rhythm=5))
    agreed = [
        MakeAgreement(f"a{days}", "Call.", "oka", TODAY + timedelta(days)) for days in (1, 2, 3)
    ]
    await house.do("ib", cases[2], *agreed)
    handle = await house.handle("ib", cases[3])
    await house.submit("ib", "schedule", FILLED["schedule"], handle)
    house.rows("UPDATE outbox SET state = 'sent'")
    return cases


async def act(house: House, cases: list[Case], action: str) -> None:
    """What people do meanwhile."""
    match action:
        case "note":
            await house.do("teacher", cases[1], NoteFollowing(Trend.SAME))
        case "snooze":
            await house.do("ib", cases[2], Snooze(2, "She is ill."))
        case "keep":
            await house.do("ib", cases[2], KeepAgreement("a1"))
        case "signal":
            await house.signal("colleague")


async def play(house: House, days: Days, actions: dict[int, str]) -> Told:
    """Weeks with ticks at these moments, and then two in which every slot has one."""
    cases, told = await begin(house), Told(house)
    for number, moments in enumerate(days):
        day = TODAY + timedelta(number + 1)
        for hour, minute in sorted(moments):
            await told.tick(day, hour, minute)
        if number in actions:
            await act(house, cases, actions[number])
    for number in range(14):
        for moment in ((8, 5), (15, 30)):
            await told.tick(TODAY + timedelta(7 * WEEKS + 1 + number), *moment)
    return told


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("weeks")


@settings(max_examples=4, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(days=DAYS, actions=ACTIONS)
async def test_weeks_of_reminders_keep_to_their_bounds(
    furnished: Path, runs: Path, days: Days, actions: dict[int, str]
) -> None:
    """Whenever the clock ticks and whatever people do, each is told once, in time and not more."""
    async with housed(furnished, runs / str(next(RUNS))) as house:
        told = await play(house, days, actions)
        done, late = duties(house)
        own = house.rows("SELECT key FROM outbox WHERE kind IN ('nudge', 'agenda')")

    assert [moment for moment, _, _ in told.found if CALENDAR.next_slot(moment) != moment] == []
    assert max(digests(told, lambda day: day.isoformat()).values()) == 1
    assert max(digests(told, lambda day: str(day.isocalendar()[:2])).values()) <= 2
    assert late == []
    assert {key for (key,) in own} == {one.message for one in done if one.message}
    assert [one for one in done if one.digest and one.digest not in said(told)] == []


@dataclass(frozen=True)
class Done:
    """A duty that was carried out: the key of its own message, or to whom and when its digest."""

    message: str = ""
    digest: tuple[str, date] | None = None


def duties(house: House) -> tuple[list[Done], list[str]]:
    """Those that were done, and the keys of those that should have been by now.

    The meeting of these weeks has no members.
    """
    rows = house.rows(
        "SELECT kind, subject_id, key, person_id, audience, at, done_at, raised_by "
        'FROM due LEFT JOIN "case" ON "case".id = subject_id '
        "WHERE audience <> 'member'"
    )
    done, late = [], []
    for kind, subject, key, person, audience, at, done_at, raised_by in rows:
        who = person or {"raiser": raised_by}.get(audience) or PEOPLE[audience]
        if done_at:
            done.append(expected(Kind(kind), f"{subject}:{key}", who, instant(done_at)))
        elif instant(at) < house.clock.now - timedelta(days=7):
            late.append(key)
    return done, late


def expected(kind: Kind, occasion: str, who: str, at: datetime) -> Done:
    """What a duty done at this moment must have become; no agenda once its meeting began."""
    day = CALENDAR.today(at)
    if kind is Kind.AGENDA:
        return Done(f"{FIRST.id}:agenda:{day}:{who}" if at < FIRST.at else "")
    return Done(f"{occasion}:{who}") if kind in OWN_ENVELOPE else Done(digest=(who, day))


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def digests(told: Told, span: Callable[[date], str]) -> Counter[tuple[str, str]]:
    """How many digests each person got in each span of time."""
    return Counter((person, span(day)) for person, day in said(told))


def said(told: Told) -> list[tuple[str, date]]:
    """To whom a digest went, and on which day of the school."""
    return [
        (person, CALENDAR.today(moment)) for moment, kind, person in told.found if kind == "digest"
    ]
