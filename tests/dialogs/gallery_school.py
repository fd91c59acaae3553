"""What a school and its board read about the school itself: trainings, and the evidence."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dialogs.conversations.evidence import NEEDED, Evidence, evidence
from dialogs.conversations.home import home
from dialogs.conversations.stubs import StubLine, stubs
from dialogs.conversations.training import TrainingDesk, training
from dialogs.desk import HomeDesk
from dialogs.screen import Screen
from dialogs.trained import TrainingLine
from meldcode.choices import Bottleneck
from meldcode.choices_rights import ErasureGround
from meldcode.choices_training import TrainingKind
from meldcode.figures import Figure
from meldcode.people import Role
from meldcode.suppression import BANDS, Band
from tests.dialogs.desks import STAFF, WORDS, room
from tests.policies import policy
from tests.school import AANDACHTSFUNCTIONARIS, POLICY, TEACHER, TODAY

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


EVIDENCE = Evidence(
    school=WORDS,
    since=TODAY,
    policy=policy("training_months"),
    held=dict(zip(NEEDED, (1, 2, 0), strict=True)),
    staff=20,
    trained=12,
    ended=3,
    practised=9,
    used=dict(zip(Figure, BANDS, strict=True)),
    bottlenecks=dict(zip(Bottleneck, BANDS * 2, strict=False)),
)


def of_evidence() -> Iterator[tuple[str, Screen]]:
    """Of a board that confirmed all, next to nothing, or has no policy file."""
    yield "evidence/some", evidence(EVIDENCE)
    yield "evidence/confirmed", evidence(replace(EVIDENCE, policy=policy(), keeps=True))
    yield "evidence/none", evidence(replace(EVIDENCE, policy=POLICY, used={}, bottlenecks={}))
    wide = dict.fromkeys(Figure, Band(5, 19))
    others = ((WORDS.name, "h1"), (WORDS.name, "h2"))
    yield "evidence/others", evidence(replace(EVIDENCE, used=wide, others=others))


def of_stubs() -> Iterator[tuple[str, Screen]]:
    """None, some, and more than fit on a page."""
    roles = (Role.DIRECTOR, Role.TEACHER, None)
    some = tuple(
        StubLine(WORDS.name, "K7T4XM", TODAY, ground, role)
        for ground in ErasureGround
        for role in roles
    )
    yield "stubs/none", stubs(())
    yield "stubs/some", stubs(some)
    for first in (0, 20, 999):
        yield f"stubs/many/{first}", stubs(some * 5, first)


def of_school() -> Iterator[tuple[str, Screen]]:
    yield from of_evidence()
    yield from of_stubs()
    yield "training/own", training(TrainingDesk(mine=trained()))
    yield "training/none", training(TrainingDesk())
    keeper = TrainingDesk(STAFF, trained()[:2], trained(TEACHER.name) * 2)
    for first in (0, 20, 40, 999):
        yield f"training/kept/{first}", training(replace(keeper, first=first))
    yield "training/kept/none", training(TrainingDesk(STAFF))
    for person in (TEACHER, AANDACHTSFUNCTIONARIS):
        at = HomeDesk(room(person), trainings=trained())
        yield f"training/home/{person.id}", home(at)
