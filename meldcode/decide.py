"""What a command leads to: events, or a refusal that says what to do.

Nothing here is a wizard: any command may come at any step, and only what the protocol orders is
enforced.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from meldcode import commands
from meldcode.case import Case
from meldcode.commands import Command
from meldcode.people import Person
from meldcode.policy import Policy
from meldcode.refusal import Refusal
from meldcode.rules import consultation, decision, following, signal, zbo
from meldcode.rules.asking import Asking, Ruling
from meldcode.schooldays import SchoolCalendar

RULES: Mapping[type, Callable[[Case, Any, Asking], Ruling]] = {
    commands.RaiseSignal: signal.raise_signal,
    commands.ReadSignal: signal.read,
    commands.WithdrawSignal: signal.withdraw,
    commands.AddObservation: signal.add,
    commands.TakeCase: consultation.take,
    commands.Write: consultation.write,
    commands.RecordTalk: consultation.talk,
    commands.RecordAdvice: consultation.advice,
    commands.ScheduleZbo: zbo.schedule,
    commands.RecordOutcome: zbo.outcome,
    commands.MakeAgreement: zbo.agree,
    commands.KeepAgreement: zbo.keep,
    commands.Weigh: decision.weigh,
    commands.AnswerQuestion: decision.question,
    commands.Decide: decision.decide,
    commands.AgreeFollowing: following.agree,
    commands.NoteFollowing: following.note,
    commands.Snooze: following.snooze,
    commands.CloseCase: following.close,
    commands.ReopenCase: following.reopen,
}
"""Command type -> its rule: the table of contents of everything that can be asked."""

ALSO_WHEN_ENDED = (commands.ReopenCase, commands.ReadSignal)


def decide(
    case: Case,
    command: Command,
    by: Person,
    now: datetime,
    policy: Policy,
    calendar: SchoolCalendar,
) -> Ruling:
    """The events that `command` leads to (none if it changes nothing), or why it is refused.

    Whether `by` may ask this at all is decided before, by `access.may`.
    """
    if case.ended and not isinstance(command, ALSO_WHEN_ENDED):
        return Refusal("err.closed")
    return RULES[type(command)](case, command, Asking(by, now, policy, calendar))
