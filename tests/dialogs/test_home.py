from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dialogs.conversations.home import home
from dialogs.conversations.queue import group
from dialogs.desk import CaseLine, HomeDesk
from dialogs.screen import Screen
from meldcode.people import Person
from meldcode.progress import Stage
from meldcode.suppression import band
from tests.dialogs.desks import MEETING, STAFF, room
from tests.dialogs.reading import actions, buttons, keys, says, written
from tests.school import (
    AANDACHTSFUNCTIONARIS,
    CHAIR,
    DEPUTY,
    DIRECTOR,
    INTERN_BEGELEIDER,
    MEETING_ON,
    NOW,
    OKA,
    TEACHER,
    TODAY,
)
from tests.words import load

ADMIN = STAFF[-1]


def line(stage: Stage = Stage.SENT, **changes: Any) -> CaseLine:  # noqa: ANN401 - any field
    made = CaseLine("K7T4XM", "handle", stage, NOW)
    return replace(made, **changes)


def at_home(viewer: Person, *cases: CaseLine, **more: Any) -> Screen:  # noqa: ANN401 - any field
    return home(replace(HomeDesk(room(viewer), cases), **more))


def read(screen: Screen) -> list[str]:
    texts = load("nl")
    return [texts.of(text) for text in says(screen)]


@pytest.mark.parametrize("viewer", STAFF, ids=lambda one: one.id)
def test_everybody_reads_what_to_do_in_danger(viewer: Person) -> None:
    """The phone numbers are the first thing on every Home."""
    assert keys(at_home(viewer))[2] == "home.danger"


def test_a_teacher_has_one_big_button_and_her_own_items() -> None:
    """She finds how to tell something and what she told: code, plain status and day."""
    screen = at_home(TEACHER, line(mine=True), line(Stage.CONSULT, code="BCDFGH", mine=False))

    assert [one.action for one in buttons(screen) if one.primary] == ["new_signal"]
    assert "K7T-4XM · Verstuurd · vandaag" in read(screen)
    assert "BCD" not in repr(screen)


AGES = ((0, "vandaag"), (1, "gisteren"), (5, "donderdag 29 oktober"))


@pytest.mark.parametrize("days, said", AGES)
def test_a_day_is_said_as_people_say_it(days: int, said: str) -> None:
    """Today and yesterday are called so; an earlier day by its date."""
    screen = at_home(TEACHER, line(mine=True, since=NOW - timedelta(days=days)))

    assert f"K7T-4XM · Verstuurd · {said}" in read(screen)


QUEUE = (
    (line(Stage.SENT), "now"),
    (line(Stage.READ), "now"),
    (line(Stage.CONSULT, holder=INTERN_BEGELEIDER.id), "you"),
    (line(Stage.CONSULT, holder=INTERN_BEGELEIDER.id, asked=True), "other"),
    (line(Stage.CONSULT, holder=DEPUTY.id), "other"),
    (line(Stage.ZBO, holder=INTERN_BEGELEIDER.id), "zbo"),
    (line(Stage.FOLLOW, next_check=TODAY + timedelta(days=1)), "follow"),
    (line(Stage.FOLLOW, next_check=TODAY, holder=INTERN_BEGELEIDER.id), "you"),
    (line(Stage.ZBO, next_check=date(2026, 1, 5), holder=DEPUTY.id), "other"),
)


@pytest.mark.parametrize("one, name", QUEUE, ids=map(str, range(len(QUEUE))))
def test_the_queue_says_whose_move_it_is(one: CaseLine, name: str) -> None:
    """A case stands under now, you, somebody else, the ZBO or following."""
    assert group(HomeDesk(room(INTERN_BEGELEIDER)), one) == name


def test_the_care_team_reads_what_must_happen_first_on_top() -> None:
    """What nobody has taken comes before what is only followed; what ended is not there."""
    follow = line(Stage.FOLLOW, next_check=TODAY + timedelta(days=3))
    found = keys(at_home(INTERN_BEGELEIDER, follow, line(), line(Stage.CLOSED)))

    assert found.index("home.ib.now") < found.index("home.ib.follow")
    assert found.count("home.line.today") == 2


def test_a_case_of_their_own_is_work_for_the_care_team_too() -> None:
    """What an IB'er told herself also waits in her queue."""
    assert "home.ib.now" in keys(at_home(INTERN_BEGELEIDER, line(mine=True)))


def test_more_cases_than_fit_are_counted() -> None:
    """With a long queue the first come in full and the rest is counted, with some buttons."""
    crowd = [line(code=f"K7T{number:03}") for number in range(30)]
    screen = at_home(INTERN_BEGELEIDER, *crowd)

    assert "En nog 16 meer." in read(screen)
    assert "case.more" not in keys(at_home(INTERN_BEGELEIDER, *crowd[:14]))


def test_only_who_teaches_reads_that_a_teacher_is_not_alone() -> None:
    """The line is for teachers; a director does not read that she is one."""
    assert "home.t.alone" in keys(at_home(TEACHER))
    assert "home.t.alone" not in keys(at_home(DIRECTOR))


def test_who_is_away_can_switch_the_deputy_on_and_off() -> None:
    """The switch is there only if somebody can stand in."""
    away = at_home(INTERN_BEGELEIDER, deputies=(DEPUTY,))
    gone = at_home(INTERN_BEGELEIDER, deputies=(DEPUTY,), deputy_on=DEPUTY.id)

    assert "away" in actions(away)
    assert "back" in actions(gone)
    assert {"away", "back", "away_until"} & set(actions(at_home(INTERN_BEGELEIDER))) == set()


def test_home_says_until_when_somebody_is_away() -> None:
    """If that is known; it can be changed, and being back sooner is one tap."""
    gone = at_home(
        INTERN_BEGELEIDER, deputies=(DEPUTY,), deputy_on=DEPUTY.id, away_until=MEETING_ON
    )

    assert "home.away.until" in keys(gone)
    assert {"back", "away_until"} <= set(actions(gone))


def test_the_chair_finds_the_next_meetings() -> None:
    """The day, the number of items and the way to the agenda."""
    screen = at_home(CHAIR, meetings=((MEETING, "meeting-handle", 2),))

    assert "dinsdag 17 november om 13:00 · punten: 2" in read(screen)
    assert [one.handle for one in buttons(screen) if one.action == "agenda"] == ["meeting-handle"]
    assert "new_meeting" in actions(screen)
    assert "new_meeting" in actions(at_home(CHAIR))


def test_a_director_reads_bands_and_no_cases() -> None:
    """Small numbers are not told apart, and no code is on the page."""
    counts = {Stage.FOLLOW: band(4), Stage.CLOSED: band(5)}
    screen = at_home(DIRECTOR, line(), counts=counts, median_days=1.5, overdue=2)

    assert "Afgesloten: 5 tot 9" in read(screen)
    assert "Van al het andere is het aantal te klein om te noemen." in read(screen)
    assert "We volgen hoe het gaat" not in read(screen)
    assert "Eerste reactie: meestal binnen 1,5 schooldagen." in read(screen)
    assert "K7T" not in repr(screen)


def test_a_director_reads_no_median_of_a_few() -> None:
    """While there are too few answers nothing is said about them."""
    assert "home.d.median.few" in keys(at_home(DIRECTOR, counts={}))


def test_the_aandachtsfunctionaris_sees_what_is_overdue() -> None:
    """Looks of before today are counted; that of today is not late yet."""
    late = line(Stage.FOLLOW, next_check=TODAY - timedelta(days=1))
    due = line(Stage.FOLLOW, next_check=TODAY)

    assert "Taken die over tijd zijn: 1." in read(at_home(AANDACHTSFUNCTIONARIS, late, due))


@pytest.mark.parametrize("viewer", [OKA, ADMIN], ids=lambda one: one.id)
def test_partners_and_administrators_see_no_case(viewer: Person) -> None:
    """Whoever has no part in cases finds none, and no number of them."""
    screen = at_home(viewer, line(), counts={Stage.SENT: band(9)})

    assert "K7T" not in repr(screen)
    assert "home.d.count.between" not in keys(screen)
    assert actions(screen) == []


def test_an_administrator_reads_how_many_messages_did_not_arrive() -> None:
    """A number and what to look at; and that all is well when there are none."""
    some, none = at_home(ADMIN, undelivered=3), at_home(ADMIN)

    assert "Berichten die niet konden aankomen: 3." in read(some)
    assert "home.b.repair" in keys(some)
    assert "home.b.delivered" in keys(none)


@pytest.mark.parametrize("viewer", STAFF[:-1], ids=lambda one: one.id)
def test_nobody_else_reads_of_messages_that_did_not_arrive(viewer: Person) -> None:
    """It is for who keeps the app running."""
    assert keys(at_home(viewer, undelivered=3)) == keys(at_home(viewer))


@pytest.mark.parametrize("viewer", STAFF, ids=lambda one: one.id)
def test_home_holds_nothing_that_people_wrote(viewer: Person) -> None:
    """Chat keeps Home, so it has codes and states only."""
    assert written(at_home(viewer, line(mine=True), line())) == []
