"""The kind of violence, as far as the care team can tell."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Form
from meldcode.rules.asking import Asking, Rules, Ruling


def set_forms(case: Case, command: commands.SetForms, _asking: Asking) -> Ruling:
    """Each form counts once, in the order of the list; the same choice again changes nothing."""
    forms = tuple(form for form in Form if form in command.forms)
    if (forms, command.disclosure) == (case.forms, case.disclosure):
        return ()
    return (events.FormsSet(forms, command.disclosure),)


RULES: Rules = {commands.SetForms: set_forms}
