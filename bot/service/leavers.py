"""People who no longer work where a case needs them: the case is told, so that it finds others."""

from collections.abc import Iterator

from bot.service import changes, linking, training
from bot.service.tools import Tools, Work
from meldcode.case import Case
from meldcode.choices import Place
from meldcode.events import StaffLeft
from meldcode.people import CARE_ROLES, Role
from storage.records import Changes, Organisation


async def bring_in(tools: Tools, wanted: Organisation) -> Changes:
    """Bring the store in line with the organisation file, and its cases with who has left."""
    return await tools.store.write(
        lambda unit: apply(Work(unit, tools, tools.clock()), wanted), whole_board=True
    )


def apply(work: Work, wanted: Organisation) -> Changes:
    """The same within a transaction."""
    changed = work.unit.people.apply(wanted)
    for line in work.unit.lists.left_behind(work.today):
        case = work.unit.cases.fold(line.id)
        if case is not None:
            left = tuple(_left(work, case))
            changes.note(work, case, left)
    linking.forget(work)
    training.bring_in(work)
    return changed


def _left(work: Work, case: Case) -> Iterator[StaffLeft]:
    """Who is missed in the case and was not missed before."""
    if case.holder and not _works(work, case, case.holder, *CARE_ROLES):
        yield StaffLeft(case.holder, Place.HOLDER)
    looker = case.handover.follower or case.raised_by
    if case.handover.looker_left is None and not _works(work, case, looker, *Role):
        yield StaffLeft(looker, Place.FOLLOWER if case.handover.follower else Place.RAISER)


def _works(work: Work, case: Case, person_id: str, *roles: Role) -> bool:
    person = work.unit.people.get(person_id, work.today)
    return person is not None and person.has(case.school, *roles)
