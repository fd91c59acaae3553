"""What a command leads to: events, or a refusal that says what to do.

Nothing here is a wizard: any command may come at any step, and only what the protocol orders is
enforced.
"""

from datetime import datetime

from meldcode import commands, naming
from meldcode.case import Case
from meldcode.commands import Command
from meldcode.people import Person
from meldcode.policy import Policy
from meldcode.refusal import Refusal
from meldcode.rules import (
    circle,
    classroom,
    colleagues,
    confidential,
    consultation,
    decision,
    ending,
    feedback,
    following,
    guests,
    handling,
    handover,
    helping,
    injury,
    melding,
    moving,
    nature,
    parents,
    record,
    retention,
    rights,
    signal,
    signing,
    talks,
    zbo,
)
from meldcode.rules.asking import Asking, Rules, Ruling
from meldcode.schooldays import SchoolCalendar

RULES: Rules = {
    **signal.RULES,
    **record.RULES,
    **consultation.RULES,
    **colleagues.RULES,
    **classroom.RULES,
    **nature.RULES,
    **injury.RULES,
    **parents.RULES,
    **talks.RULES,
    **zbo.RULES,
    **decision.RULES,
    **helping.RULES,
    **melding.RULES,
    **feedback.RULES,
    **following.RULES,
    **moving.RULES,
    **handover.RULES,
    **ending.RULES,
    **circle.RULES,
    **guests.RULES,
    **confidential.RULES,
    **retention.RULES,
    **rights.RULES,
    **signing.RULES,
}
"""Command type -> its rule: the table of contents of everything that can be asked."""

ALSO_WHEN_ENDED = (
    *(commands.ReopenCase, commands.ReadSignal, commands.GiveOpinion),
    *(commands.ExcludePerson, commands.EndExclusion, commands.BreakGlass),
    *retention.RULES,
    *rights.RULES,
    # By the care team, if somebody asked for it.
    commands.CorrectEntry,
    commands.Countersign,
)


def decide(
    case: Case,
    command: Command,
    by: Person,
    now: datetime,
    policy: Policy,
    calendar: SchoolCalendar,
) -> Ruling:
    """The events that `command` leads to (none if it changes nothing), or why it is refused.

    Among them is the version of the policy, if that is new to the case.
    Whether `by` may ask this at all is decided before, by `access.may`.
    """
    if case.ended and not isinstance(command, ALSO_WHEN_ENDED):
        return Refusal("err.closed")
    excluded = naming.excluded(case, command)
    if excluded:
        return excluded
    ruling = RULES[type(command)](case, command, Asking(by, now, policy, calendar))
    if isinstance(ruling, Refusal) or not ruling:
        return ruling
    return handling.under(policy, case, ruling)
