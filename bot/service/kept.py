"""Ended cases: the terms of the board may change while nothing happens in them."""

from bot.service import changes
from bot.service.tools import Tools, Work
from meldcode.parts import Status
from storage.unit import Unit


async def plan(tools: Tools) -> None:
    """Bring what is due in ended cases in line with the policy and the calendar of today."""

    def every(unit: Unit) -> None:
        work = Work(unit, tools, tools.clock())
        for school in unit.people.schools():
            for line in unit.lists.of_school(school.id, Status.CLOSED):
                case = unit.cases.fold(line.id)
                if case is not None:
                    changes.plan(work, case)

    await tools.store.write(every, whole_board=True)
