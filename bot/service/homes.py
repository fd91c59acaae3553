"""What each role finds on its Home (texts.md 3.7): codes and states, never content."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time
from statistics import median

from bot.service import figures, for_me, rooms, training
from bot.service.tools import Work
from dialogs.conversations import conduct
from dialogs.desk import AsideLine, HomeDesk, MeetingLine, PartLine
from dialogs.desk import CaseLine as ShownLine
from meldcode.people import CARE_ROLES, Person, Role
from meldcode.progress import Stage
from meldcode.suppression import LIMIT
from storage.caselist import CaseLine
from storage.records import Subject


def home(work: Work, viewer: Person) -> HomeDesk:
    """Home of somebody with a role at one or more schools; it is headed by the first of them."""
    desk = HomeDesk(
        room=rooms.room(work, _everywhere(viewer), viewer.schools[0]),
        cases=tuple(_shown(work, viewer, line) for line in _mine(work, viewer)),
        meetings=tuple(_meetings(work, viewer)),
        parts=_parts(work, viewer),
        asides=tuple(_asides(work, viewer)),
        deputies=deputies(work, viewer),
        deputy_on=_stand_in(work, viewer),
        away_until=work.unit.people.away_until(viewer.id),
        questions=len(for_me.waiting(work, viewer)),
        understood=work.unit.agreed.has(viewer.id, conduct.VERSION),
        linked=work.unit.linked.has(viewer.id) if work.tools.link_page else None,
        trainings=training.own(work, viewer),
        undelivered=_undelivered(work, viewer),
    )
    directed = [school for school in viewer.schools if viewer.has(school, Role.DIRECTOR)]
    return _with_figures(work, desk, directed, viewer.id) if directed else desk


def _everywhere(viewer: Person) -> Person:
    """On Home the roles at all schools count: a teacher here may be the IB'er there."""
    held = frozenset(role for roles in viewer.roles.values() for role in roles)
    return replace(viewer, roles={viewer.schools[0]: held})


def _mine(work: Work, viewer: Person) -> Iterable[CaseLine]:
    """Own signals, and every going case of a school where the viewer is in the care team."""
    raised = work.unit.lists.of_raiser(viewer.id)
    found = {line.id: line for line in raised if line.school in viewer.roles}
    for school in viewer.schools:
        if viewer.has(school, *CARE_ROLES):
            found |= {line.id: line for line in work.unit.lists.of_school(school, viewer=viewer.id)}
    return sorted(found.values(), key=lambda line: line.updated_at, reverse=True)


def _shown(work: Work, viewer: Person, line: CaseLine) -> ShownLine:
    return ShownLine(
        code=line.code,
        handle=rooms.give(work, viewer, Subject("case", line.id)),
        status=line.stage,
        since=line.raised_at,
        next_check=line.next_check,
        mine=line.raised_by == viewer.id,
        holder=line.holder,
        asked=line.asked,
        missed=line.holder is None and line.stage not in {Stage.SENT, Stage.READ},
    )


def _parts(work: Work, viewer: Person) -> tuple[PartLine, ...]:
    """What somebody takes part in, unless they find that case among the others already."""
    found = work.unit.lists.of_participant(viewer.id, work.today)
    return tuple(
        PartLine(line.code, rooms.give(work, viewer, Subject("case", line.id)), relation)
        for line, relation in found
        if line.school in viewer.roles
        and line.raised_by != viewer.id
        and not viewer.has(line.school, *CARE_ROLES)
    )


def _asides(work: Work, viewer: Person) -> Iterator[AsideLine]:
    """What waits for the viewer in cases that are not theirs: no code, only a day and a way in."""
    for line in work.unit.lists.asides_of(viewer.id):
        yield AsideLine(rooms.give(work, viewer, Subject("case", line.case_id)), line.on)


def _meetings(work: Work, viewer: Person) -> Iterator[tuple[MeetingLine, str, int]]:
    """The coming meetings of the schools where the viewer has a place in the ZBO."""
    for school in viewer.schools:
        leads = viewer.has(school, Role.ZBO_CHAIR, *CARE_ROLES)
        for meeting in work.unit.meetings.upcoming(school, _midnight(work)):
            if leads or viewer.attends(school, meeting.id):
                handle = rooms.give(work, viewer, Subject("meeting", meeting.id))
                items = work.unit.meetings.items(meeting.id, viewer.id)
                yield rooms.meeting_line(meeting), handle, len(items)


def deputies(work: Work, viewer: Person) -> tuple[Person, ...]:
    """Who can stand in for the viewer; nobody for those who are not in a care team."""
    found = {
        deputy.id: deputy
        for school in viewer.schools
        if viewer.has(school, *CARE_ROLES)
        for deputy in work.unit.people.of_school(school, Role.DEPUTY, work.today)
        if deputy.id != viewer.id
    }
    return tuple(found.values())


def _stand_in(work: Work, viewer: Person) -> str | None:
    if not work.unit.people.is_away(viewer.id, work.today):
        return None
    return next((deputy.id for deputy in deputies(work, viewer)), None)


def _undelivered(work: Work, viewer: Person) -> int:
    """For who administers at least one school: of the whole board, so that it tells of nobody."""
    administers = any(viewer.has(school, Role.ADMIN) for school in viewer.schools)
    return sum(work.unit.outbox.given_up().values()) if administers else 0


def _midnight(work: Work) -> datetime:
    """A meeting of earlier today still needs its outcomes written down."""
    return datetime.combine(work.today, time(), work.tools.zone)


def _with_figures(work: Work, desk: HomeDesk, schools: list[str], viewer: str) -> HomeDesk:
    """Counts for a director: how many, how many overdue, how quickly answered; no cases."""
    year = figures.this_year(work, viewer)
    overdue, practised, waits = 0, 0, []
    for school in schools:
        overdue += len(work.unit.lists.overdue(school, work.today, viewer))
        practised += work.unit.practised.count(school, year.since.date())
        waits += list(_waits(work, school, year.since, viewer))
    middle = median(waits) if len(waits) >= LIMIT else None
    return replace(
        desk,
        counts=figures.stages(work, schools, year),
        overdue=overdue,
        practised=practised,
        median_days=middle,
        bottlenecks=figures.bottlenecks(work, schools, year),
    )


def _waits(work: Work, school: str, since: datetime, viewer: str) -> Iterator[int]:
    """School days between a signal and its first answer."""
    calendar = work.calendar(school)
    for line in work.unit.lists.answered(school, since, viewer):
        if line.answered_at is not None:
            raised = calendar.today(line.raised_at)
            yield calendar.between(raised, calendar.today(line.answered_at))
