from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial

import pytest

from dialogs import registry
from dialogs.code import shown
from dialogs.screen import Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.people import Person
from meldcode.refusal import Refusal
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, says, written
from tests.school import COLLEAGUE, INTERN_BEGELEIDER, NOW, OKA, TEACHER, TODAY
from tests.words import load

FRIDAY = TODAY + timedelta(3)
MARKED = builders.play(
    builders.raised(commands.RaiseSignal("mark-signal", child="mark-child")),
    replace(builders.PLAN, colleague=OKA.id, sees_child="mark-neighbour"),
    replace(builders.TALK, report="mark-talk"),
)


def opened(action: str, case: Case, viewer: Person = INTERN_BEGELEIDER, part: str = "") -> Screen:
    return registry.SCREENS[action](desk(case, viewer, part))


words = cache(partial(load, "nl"))


def read(screen: Screen) -> str:
    return "\n".join(words().of(text) for text in says(screen))


def planned(case: Case, on: date) -> Screen:
    """What is shown after planning a talk on this day."""
    return registry.AFTER["plan_talk"](desk(builders.play(case, replace(builders.PLAN, on=on))))


def test_a_report_is_not_told_right_before_free_days_without_a_question() -> None:
    """After planning such a talk on a Friday it is asked who sees the child, and nothing more."""
    unsafe = builders.answered(*builders.UNSAFE)

    assert "talk.break" in keys(planned(unsafe, FRIDAY))
    assert "talk.break" not in keys(planned(unsafe, FRIDAY - timedelta(1)))


@pytest.mark.parametrize("make", [builders.taken, builders.decided], ids=["taken", "help"])
def test_other_talks_may_be_on_a_friday(make: Callable[[], Case]) -> None:
    """Where no report is at hand, no day is questioned."""
    assert "talk.break" not in keys(planned(make(), FRIDAY))


def test_before_choosing_a_day_it_says_which_day_to_avoid() -> None:
    """Only with a report at hand the form speaks of free days."""
    unsafe = builders.answered(*builders.UNSAFE)

    assert "talk.day" in keys(opened("plan_talk", unsafe))
    assert "talk.day" not in keys(opened("plan_talk", builders.taken()))


def test_a_planned_talk_fills_in_its_record() -> None:
    """Whoever records it finds day and company there; without a plan it is today."""
    case = builders.play(builders.taken(), builders.PLAN)

    assert opened("talk", case, part="talk").preset == {
        "on": TODAY.isoformat(),
        "with_whom": "parents",
    }
    assert opened("talk", case).preset == {"on": TODAY.isoformat()}


def test_the_menu_shows_what_waits() -> None:
    """Talks that are planned stand with their buttons until they are on record."""
    case = builders.play(builders.taken(), builders.PLAN)
    before, after = opened("menu_talks", case), builders.play(case, builders.NO_TALK)

    assert {"came_out", "talk", "no_talk"} <= set(actions(before))
    assert "plan.is.at" in keys(before)
    assert "came_out" not in actions(opened("menu_talks", after))


def test_a_talk_to_come_cannot_be_over() -> None:
    """Before its day there is no button for what cannot have happened."""
    case = builders.play(builders.taken(), replace(builders.PLAN, on=FRIDAY))
    screen = opened("menu_talks", case)

    assert "came_out" not in actions(screen)
    assert actions(screen).count("talk") == 1


def test_the_first_screen_names_the_next_talk() -> None:
    """One line is enough there."""
    later = replace(builders.PLAN, talk="later", on=FRIDAY, at=None)
    case = builders.play(builders.taken(), later, builders.PLAN)

    assert "Gepland: gesprek met de ouders op dinsdag 3 november om 15:30." in read(
        opened("open", case)
    )
    assert keys(opened("open", case)).count("case.talk.at") == 1


@pytest.mark.parametrize("viewer", [COLLEAGUE, OKA], ids=lambda one: one.id)
@pytest.mark.parametrize("action", registry.SCREENS)
def test_who_takes_part_in_a_talk_sees_nothing_of_the_case(viewer: Person, action: str) -> None:
    """Whatever screen they ask for, it holds no words, no child and no code of the case."""
    screen = opened(action, MARKED, viewer)
    text = read(screen) + "\n".join(written(screen)) + repr(screen.preset)

    assert "mark-" not in text
    assert shown(MARKED.code) not in text
    assert set(actions(screen)) <= {"came_out", "home"}


def test_who_stays_near_does_not_read_with_whom() -> None:
    """When and whose talk it is is enough to stay near."""
    near, inside = opened("open", MARKED, COLLEAGUE), opened("open", MARKED, OKA)

    assert "de ouders" not in read(near)
    assert TEACHER.name in read(near)
    assert "de ouders" in read(inside)


def test_who_prepares_a_talk_hears_whose_it_is_and_when() -> None:
    """Not with whom, and cannot tell that it is over: that is for who is there or near."""
    prepared = builders.play(builders.taken(), replace(builders.PLAN, prepared_with=OKA.id))
    screen = opened("open", prepared, OKA)

    assert {"aside.prepare.at", "aside.prepare.how"} <= set(keys(screen))
    assert "de ouders" not in read(screen)
    assert "came_out" not in actions(screen)
    assert builders.ask(prepared, commands.ComeOut("talk"), OKA) == Refusal("err.old")


def test_who_stays_near_is_told_to_go_and_look_when_it_takes_long() -> None:
    """After the time for it the screen says what to do now."""
    late = desk(MARKED, COLLEAGUE, now=NOW + timedelta(hours=7))
    screen = registry.SCREENS["open"](late)

    assert "aside.late" in keys(screen)
    assert "aside.late" not in keys(opened("open", MARKED, COLLEAGUE))


def test_the_teacher_who_leads_a_talk_finds_it_in_her_case() -> None:
    """On top of what she told stands her talk, with the button to tell that she is out."""
    screen = opened("open", MARKED, TEACHER)

    assert keys(screen).index("aside.talk.at") < keys(screen).index("case.standing")
    assert "came_out" in actions(screen)
    assert "came_out" not in actions(opened("open", builders.taken(), TEACHER))
