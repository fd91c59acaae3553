"""Cases that somebody must not know of."""

from dataclasses import replace

from meldcode import commands
from meldcode.case import Case
from tests.builders import AGREEMENT, CONSULT, OBSERVE, PLAN, SCHEDULE, play, taken
from tests.builders_melding import HELP, planned
from tests.builders_melding import PLAN as PLAN_MELDING
from tests.school import COLLEAGUE, OKA

EXCLUDE = commands.ExcludePerson(COLLEAGUE.id, "She is an aunt of the child.")
ADMIT = commands.EndExclusion(COLLEAGUE.id, "It is another family.")


def excluding(*people: str, case: Case | None = None) -> Case:
    """A case that these people are kept out of; a colleague and the OKA if nobody is named."""
    out = people or (COLLEAGUE.id, OKA.id)
    return play(case or taken(), *(commands.ExcludePerson(one, "Family.") for one in out))


def in_hand() -> Case:
    """A case in which the OKA has everything in hand that can be, and is then kept out."""
    who = OKA.id
    case = planned(replace(PLAN_MELDING, reporter=who, reporter_other=None))
    wanted = (
        AGREEMENT,
        replace(CONSULT, person=who),
        replace(OBSERVE, observer=who),
        replace(PLAN, near=who),
        replace(SCHEDULE, item="again", meeting="next", guests=(who,)),
        replace(HELP, manager=who, manager_other=None),
    )
    return excluding(who, case=play(case, *wanted))
