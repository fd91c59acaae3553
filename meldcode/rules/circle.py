"""Who is kept out of a case; that somebody of the care team stays, the list of names sees to."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def exclude(case: Case, command: commands.ExcludePerson, asking: Asking) -> Ruling:
    wrong = first(
        asking.text(command.person, "person", "err.exclude"),
        asking.text(command.reason, "reason", "err.exclude_why"),
    )
    if wrong:
        return wrong
    if command.person == case.raised_by:
        return Refusal("err.exclude_raiser", "person")
    if command.person in case.circle.excluded:
        return ()
    return (events.PersonExcluded(command.person, command.reason.strip()),)


def admit(case: Case, command: commands.EndExclusion, asking: Asking) -> Ruling:
    if command.person not in case.circle.excluded:
        return Refusal("err.not_excluded", "person")
    wrong = asking.text(command.reason, "reason", "err.exclude_why")
    return wrong or (events.ExclusionEnded(command.person, command.reason.strip()),)


RULES: Rules = {commands.ExcludePerson: exclude, commands.EndExclusion: admit}
