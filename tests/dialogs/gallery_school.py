"""What a school and its board read about the school itself: trainings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dialogs.conversations.home import home
from dialogs.conversations.training import TrainingDesk, training
from dialogs.desk import HomeDesk
from dialogs.screen import Screen
from dialogs.trained import TrainingLine
from meldcode.choices_training import TrainingKind
from tests.dialogs.desks import STAFF, room
from tests.school import AANDACHTSFUNCTIONARIS, TEACHER, TODAY

LATER = TODAY + timedelta(days=400)


def trained(who: str = "") -> tuple[TrainingLine, ...]:
    """Of every kind: without an end, with one, and over; with a name and without."""
    lines = (TrainingLine(kind, TODAY, who=who, handle=f"h{kind}") for kind in TrainingKind)
    return tuple(
        replace(one, until=until, ended=ended, what=what, handle=f"{one.handle}{ended}{what}")
        for one in lines
        for until, ended in ((None, False), (LATER, False), (TODAY, True))
        for what in ("", "Een cursus")
    )


def of_school() -> Iterator[tuple[str, Screen]]:
    yield "training/own", training(TrainingDesk(mine=trained()))
    yield "training/none", training(TrainingDesk())
    keeper = TrainingDesk(STAFF, trained()[:2], trained(TEACHER.name) * 2)
    for first in (0, 20, 40, 999):
        yield f"training/kept/{first}", training(replace(keeper, first=first))
    yield "training/kept/none", training(TrainingDesk(STAFF))
    for person in (TEACHER, AANDACHTSFUNCTIONARIS):
        at = HomeDesk(room(person), trainings=trained())
        yield f"training/home/{person.id}", home(at)
