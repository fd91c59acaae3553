"""A confidential part in a case, and somebody who opens it in an emergency."""

from meldcode import commands
from meldcode.case import Case
from tests.builders import play, taken
from tests.school import DEPUTY, DIRECTOR

CONFIDE = commands.WriteConfidential("mark-confidential")
GLASS = commands.BreakGlass("mark-glass: the IB'er cannot be reached.")


def confided(*readers: str) -> Case:
    """The IB'er wrote something that the deputy does not read, unless chosen."""
    return play(taken(), commands.WriteConfidential(CONFIDE.text, readers))


def broken(case: Case | None = None) -> Case:
    """The deputy and the director opened it today."""
    opened = play(case or confided(), GLASS, by=DEPUTY)
    return play(opened, GLASS, by=DIRECTOR)
