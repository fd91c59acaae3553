"""The access log on a screen."""

from dataclasses import replace
from datetime import timedelta

from dialogs import registry
from dialogs.conversations.looks import MOST
from dialogs.looked import Looked, LookLine
from tests.builders import closed, taken
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys
from tests.school import NOW, TEACHER

LINES = (
    LookLine(NOW, "Deputy", Looked.READ, ("deputy",), "Maria"),
    LookLine(NOW, "Maria", Looked.WRITE, ("intern_begeleider", "teacher")),
    LookLine(NOW, "Somebody", Looked.READ),
    LookLine(NOW, "Stranger", Looked.REFUSED, ("teacher",)),
    LookLine(NOW, "Sam", Looked.CREATE),
)


def test_every_look_is_a_line() -> None:
    """Who only looked, who wrote, who stood in for whom and who was refused are told apart."""
    screen = registry.SCREENS["looks"](replace(desk(taken()), looks=LINES))
    told = [key for key in keys(screen) if key.startswith("looks.")]

    assert told[2:] == [
        "looks.read.for",
        "looks.write",
        "looks.read.bare",
        "looks.refused",
        "looks.create",
    ]


def test_a_long_log_is_counted() -> None:
    """A screen holds so many lines, and says how many there are beyond them."""
    many = tuple(replace(LINES[2], at=NOW - timedelta(minutes=n)) for n in range(MOST + 3))
    screen = registry.SCREENS["looks"](replace(desk(taken()), looks=many))

    assert keys(screen).count("looks.read.bare") == MOST
    assert "looks.more" in keys(screen)


def test_only_the_care_team_reads_it() -> None:
    """Also of a case that ended; the teacher finds her own part instead."""
    theirs = registry.SCREENS["looks"](desk(closed(), TEACHER))

    assert "looks" in actions(registry.SCREENS["open"](desk(closed())))
    assert "looks.head" not in keys(theirs)
