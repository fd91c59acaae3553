"""What a person asks for, in the imperative; `decide` answers with events or a refusal.

Ids that a command needs (of an item, of an agreement) come in with it, from the edge.
"""

from meldcode.commands.consultation import RecordAdvice, TakeCase, Write
from meldcode.commands.decision import AnswerQuestion, Decide, Weigh
from meldcode.commands.ending import CloseCase, ReopenCase
from meldcode.commands.following import AgreeFollowing, NoteFollowing, Snooze
from meldcode.commands.helping import ArrangeHelp, EvaluateHelp
from meldcode.commands.melding import (
    ChaseFeedback,
    ClaimAnonymity,
    LiftAnonymity,
    PlanMelding,
    RecordFeedback,
    RecordMelding,
    TellParents,
)
from meldcode.commands.nature import SetForms
from meldcode.commands.record import CorrectEntry, LinkCase, UnlinkCase
from meldcode.commands.signal import (
    AddObservation,
    MarkObservation,
    NameChild,
    RaiseSignal,
    ReadSignal,
    TellInPerson,
    WithdrawSignal,
)
from meldcode.commands.talks import RecordTalk
from meldcode.commands.zbo import KeepAgreement, MakeAgreement, RecordOutcome, ScheduleZbo

Command = (
    RaiseSignal
    | ReadSignal
    | WithdrawSignal
    | AddObservation
    | MarkObservation
    | NameChild
    | TellInPerson
    | CorrectEntry
    | LinkCase
    | UnlinkCase
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
    | ArrangeHelp
    | EvaluateHelp
    | PlanMelding
    | ClaimAnonymity
    | LiftAnonymity
    | TellParents
    | RecordMelding
    | RecordFeedback
    | ChaseFeedback
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
    "ArrangeHelp",
    "ChaseFeedback",
    "ClaimAnonymity",
    "CloseCase",
    "Command",
    "CorrectEntry",
    "Decide",
    "EvaluateHelp",
    "KeepAgreement",
    "LiftAnonymity",
    "LinkCase",
    "MakeAgreement",
    "MarkObservation",
    "NameChild",
    "NoteFollowing",
    "PlanMelding",
    "RaiseSignal",
    "ReadSignal",
    "RecordAdvice",
    "RecordFeedback",
    "RecordMelding",
    "RecordOutcome",
    "RecordTalk",
    "ReopenCase",
    "ScheduleZbo",
    "SetForms",
    "Snooze",
    "TakeCase",
    "TellInPerson",
    "TellParents",
    "UnlinkCase",
    "Weigh",
    "WithdrawSignal",
    "Write",
]
