"""The page for the inspectorate: gathered once, for the screen and for `wegwijzer evidence`."""

from bot.service import figures, rooms
from bot.service.tools import Work
from dialogs.conversations import evidence, stop
from dialogs.conversations.evidence import NEEDED, READERS, Evidence
from dialogs.screen import Screen
from meldcode.people import Person, Role
from meldcode.training import counts
from storage.records import Subject

SCHOOL = "school"


def show(work: Work, person: Person, handle: str) -> Screen:
    """Of the school that the reference is to, or else of the first where somebody may read it."""
    schools = tuple(one for one in person.schools if person.has(one, *READERS))
    subject = work.unit.handles.resolve(handle, person.id, work.now) if handle else None
    wanted = subject.id if subject and subject.kind == SCHOOL else next(iter(schools), "")
    if wanted not in schools:
        return stop.refused()
    return evidence.evidence(gathered(work, wanted, person))


def gathered(work: Work, school: str, viewer: Person | None = None) -> Evidence:
    """`viewer` is who looks, who may be kept out of cases; without one all of them count."""
    year = figures.this_year(work, viewer.id if viewer else "")
    staff = [one for one in work.unit.people.staff(school, work.today) if one.works_at(school)]
    trained, ended = _trained(work, staff)
    return Evidence(
        school=rooms.words(work.unit.people.school(school)),
        since=year.since.date(),
        policy=work.tools.policy,
        held={role: sum(one.has(school, role) for one in staff) for role in NEEDED},
        staff=len(staff),
        trained=trained,
        ended=ended,
        practised=work.unit.practised.count(school, year.since.date()),
        used=figures.used(work, school, year),
        bottlenecks=figures.bottlenecks(work, [school], year),
        others=tuple(_others(work, school, viewer)) if viewer else (),
        keeps=viewer is not None and viewer.has(school, Role.AANDACHTSFUNCTIONARIS),
    )


def _trained(work: Work, staff: list[Person]) -> tuple[int, int]:
    """How many people have a training that counts, and how many only such that no longer do."""
    found = work.unit.trainings.of_people(one.id for one in staff)
    ever = {one.person for one in found}
    now = {one.person for one in found if counts(one, work.today, work.tools.policy)}
    return len(now), len(ever - now)


def _others(work: Work, school: str, viewer: Person) -> list[tuple[str, str]]:
    """The viewer's other schools, with a reference to each."""
    return [
        (
            rooms.words(work.unit.people.school(one)).name,
            rooms.give(work, viewer, Subject(SCHOOL, one)),
        )
        for one in viewer.schools
        if one != school and viewer.has(one, *READERS)
    ]
