from dataclasses import replace

import pytest

from dialogs import registry
from dialogs.conversations.chronology import blocks
from dialogs.conversations.injury import MOST_SHOWN
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.people import Person
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.reading import keys, parts, written
from tests.school import CHAIR, INTERN_BEGELEIDER, TEACHER

IN_WORDS = {"A round mark.", "A coin.", "Blue.", "Monday.", "I fell."}
HERS = builders.play(builders.taken(), builders.INJURY, by=TEACHER)


def form(case: Case, who: Person) -> Screen:
    return registry.SCREENS["injury"](desk(case, who))


@pytest.mark.parametrize("who", [INTERN_BEGELEIDER, TEACHER], ids=lambda one: one.id)
def test_the_caveat_stands_above_the_form(who: Person) -> None:
    """Describe, do not judge, never undress a child; and what was noted before can be read."""
    screen = form(HERS, who)

    assert {"injury.caveat", "injury.note", "injury.head"} <= set(keys(screen))
    assert set(written(screen)) >= IN_WORDS


def test_the_teacher_reads_her_own_only() -> None:
    """What the care team saw is not hers to read, on the form or on her case."""
    case = builders.play(builders.taken(), builders.INJURY, by=INTERN_BEGELEIDER)

    assert not IN_WORDS & set(written(form(case, TEACHER)))
    assert not IN_WORDS & set(written(registry.SCREENS["open"](desk(case, TEACHER))))
    assert set(written(registry.SCREENS["open"](desk(HERS, TEACHER)))) >= IN_WORDS


def test_others_get_no_form() -> None:
    """The chair of the meeting reads nothing of it; a closed case takes none."""
    on_agenda = builders.play(builders.on_agenda(), builders.INJURY)

    assert form(on_agenda, CHAIR).form is None
    assert not IN_WORDS & set(written(form(on_agenda, CHAIR)))
    assert form(builders.closed(), INTERN_BEGELEIDER).form is None


def test_many_marks_leave_room_for_the_form() -> None:
    """The newest stand above it, and that there are more is said."""
    many = [replace(builders.INJURY, what=f"Mark {number}.") for number in range(MOST_SHOWN + 1)]
    screen = form(builders.play(builders.taken(), *many), INTERN_BEGELEIDER)
    told = [text for text in written(screen) if text.startswith("Mark")]

    assert told == [f"Mark {number}." for number in range(1, MOST_SHOWN + 1)]
    assert "injury.more" in keys(screen)
    assert blocks(parts(screen)) <= 60


def test_it_is_a_fact_for_a_melding() -> None:
    """What was seen on the child and what it said about it stand with what was seen and heard."""
    screen = registry.SCREENS["facts"](desk(HERS))

    assert set(written(screen)) >= IN_WORDS
    assert {"facts.seen", "chr.injury.at"} <= set(keys(screen))
