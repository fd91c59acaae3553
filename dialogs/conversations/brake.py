"""What stands in place of "talk with the parents first" when that is not safe (domain.md R7)."""

from collections.abc import Mapping

from dialogs.desk import Desk
from dialogs.parts import alert, quiet
from dialogs.screen import Part
from meldcode.access import Relation
from meldcode.brake import advised, suspended

INSTEAD: Mapping[Relation, str] = {Relation.RAISER: "talk.wait.raiser"}
"""What is said to others than those who call Veilig Thuis."""


def brake(desk: Desk) -> tuple[Part, ...]:
    """Nothing when talking may be advised; the reasons are for the care team alone."""
    reasons = sorted(suspended(desk.case))
    if not reasons or desk.case.ended:
        return ()
    first = "talk.wait.advised" if advised(desk.case) else "talk.wait"
    told = (alert(INSTEAD.get(desk.relation, first)),)
    if desk.relation is not Relation.CARE:
        return told
    return (*told, quiet("talk.wait.why", reasons=" ".join(reasons)))
