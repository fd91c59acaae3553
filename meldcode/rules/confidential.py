"""What not all of the care team reads, and opening it when that cannot wait (row 65)."""

from meldcode import commands, events
from meldcode.access import broke_glass
from meldcode.case import Case
from meldcode.rules.asking import Asking, Rules, Ruling


def write(_case: Case, command: commands.WriteConfidential, asking: Asking) -> Ruling:
    wrong = asking.text(command.text, "text", "err.text")
    readers = tuple(sorted({*command.readers} - {asking.by.id}))
    return wrong or (events.ConfidentialWritten(command.text.strip(), readers),)


def break_glass(case: Case, command: commands.BreakGlass, asking: Asking) -> Ruling:
    """For the rest of the day; asked again on that day, it is open already."""
    wrong = asking.text(command.reason, "reason", "err.glass_why")
    if wrong:
        return wrong
    if broke_glass(asking.by, case):
        return ()
    return (events.GlassBroken(command.reason.strip(), asking.today),)


RULES: Rules = {commands.WriteConfidential: write, commands.BreakGlass: break_glass}
