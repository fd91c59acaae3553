"""Several cases beside each other: alike by the child's name, brought together, looked up."""

from collections.abc import Iterable, Iterator

from bot.service import rooms
from bot.service.tools import Work
from dialogs.desk import Beside, Desk
from meldcode.access import Action, may
from meldcode.case import Case
from meldcode.choices import Link
from meldcode.people import Person
from storage.records import Subject

MOST = 10
"""Cases beside one, of each kind."""


def near(work: Work, viewer: Person, case: Case) -> tuple[Beside, ...]:
    """What may belong to a case, for somebody who may read all of it; codes only."""
    linked = tuple(_linked(work, viewer, case))
    known = {case.id, *(one.id for one in linked)}
    return (*linked, *(one for one in _alike(work, viewer, case) if one.id not in known))


def same_child(work: Work, viewer: Person, case: Case) -> tuple[Case, ...]:
    """This case and all that it is joined with as the same child, also by way of another."""
    found, waiting = {case.id: case}, [case]
    while waiting and len(found) <= MOST:
        for joint, other in _joints(work, viewer, waiting.pop()):
            if joint is Link.SAME_CHILD and other.id not in found:
                found[other.id] = other
                waiting.append(other)
    return tuple(found.values())


def others(
    work: Work, viewer: Person, case: Case, why: str, screen: str | None = None
) -> tuple[Desk, ...]:
    """What is joined with `case` as the same child; each that is shown leaves a line."""
    found = same_child(work, viewer, case)[1:]
    opened = (
        work.unit.cases.open(one.id, viewer, Action.READ, work.now, why, screen) for one in found
    )
    return tuple(rooms.desk(work, viewer, one) for one in opened if one)


def siblings(work: Work, viewer: Person, cases: Iterable[Case]) -> tuple[Beside, ...]:
    found = (one for case in cases for one in _linked(work, viewer, case))
    return tuple({one.id: one for one in found if one.kind is Link.SIBLING}.values())


def _linked(work: Work, viewer: Person, case: Case) -> Iterator[Beside]:
    for kind, other in _joints(work, viewer, case):
        yield _beside(work, viewer, other, kind)


def _joints(work: Work, viewer: Person, case: Case) -> Iterator[tuple[Link, Case]]:
    """What both sides say of each other; one side alone was taken apart."""
    for joint in case.record.joints:
        other = readable(work, viewer, joint.other)
        if other and case.id in {back.other for back in other.record.joints}:
            yield joint.kind, other


def _alike(work: Work, viewer: Person, case: Case) -> Iterator[Beside]:
    name = case.signal.child if case.signal else None
    for case_id in work.unit.names.find(case.school, name)[: MOST + 1] if name else ():
        other = readable(work, viewer, case_id)
        if other:
            yield _beside(work, viewer, other, None)


def readable(work: Work, viewer: Person, case_id: str) -> Case | None:
    """A case of which the viewer may know all; to show anything of it, it is opened."""
    case = work.unit.cases.fold(case_id)
    return case if case and may(viewer, Action.READ, case) else None


def _beside(work: Work, viewer: Person, case: Case, kind: Link | None) -> Beside:
    handle = rooms.give(work, viewer, Subject("case", case.id))
    return Beside(case.id, case.code, handle, kind)
