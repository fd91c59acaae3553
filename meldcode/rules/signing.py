"""A second person confirms a weighing or a closing (domain.md row 71).

It blocks nothing: what is urgent goes on, and who does not agree weighs anew or reopens.
"""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.parts_signing import Signed
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling


def countersign(case: Case, command: commands.Countersign, asking: Asking) -> Ruling:
    waits = case.unsigned
    if waits is None or waits.id != command.entry:
        return Refusal("err.old")
    if waits.kind is Signed.CLOSING:
        own = asking.by.id == waits.by
        return Refusal("err.second_closes") if own else (events.Countersigned(waits.seq),)
    there = asking.by.id in waits.people
    return (events.Countersigned(waits.seq),) if there else Refusal("err.second_weighs")


RULES: Rules = {commands.Countersign: countersign}
"""Nobody but the care team comes to a case that has ended (`access.relations`)."""
