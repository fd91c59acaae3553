"""What a person asks for, in the imperative; `decide` answers with events or a refusal.

Ids that a command needs (of an item, of an agreement) come in with it, from the edge.
"""

from meldcode.commands.consultation import RecordAdvice, TakeCase, Write
from meldcode.commands.decision import AnswerQuestion, Decide, Weigh
from meldcode.commands.ending import CloseCase, ReopenCase
from meldcode.commands.following import AgreeFollowing, NoteFollowing, Snooze
from meldcode.commands.nature import SetForms
from meldcode.commands.signal import AddObservation, RaiseSignal, ReadSignal, WithdrawSignal
from meldcode.commands.talks import RecordTalk
from meldcode.commands.zbo import KeepAgreement, MakeAgreement, RecordOutcome, ScheduleZbo

Command = (
    RaiseSignal
    | ReadSignal
    | WithdrawSignal
    | AddObservation
    | TakeCase
    | Write
    | RecordAdvice
    | SetForms
    | RecordTalk
    | ScheduleZbo
    | RecordOutcome
    | MakeAgreement
    | KeepAgreement
    | Weigh
    | AnswerQuestion
    | Decide
    | AgreeFollowing
    | NoteFollowing
    | Snooze
    | CloseCase
    | ReopenCase
)

__all__ = [
    "AddObservation",
    "AgreeFollowing",
    "AnswerQuestion",
    "CloseCase",
    "Command",
    "Decide",
    "KeepAgreement",
    "MakeAgreement",
    "NoteFollowing",
    "RaiseSignal",
    "ReadSignal",
    "RecordAdvice",
    "RecordOutcome",
    "RecordTalk",
    "ReopenCase",
    "ScheduleZbo",
    "SetForms",
    "Snooze",
    "TakeCase",
    "Weigh",
    "WithdrawSignal",
    "Write",
]
