"""What a person asks for, in the imperative; `decide` answers with events or a refusal.

Ids that a command needs (of an item, of an agreement) come in with it, from the edge.
"""

from meldcode.commands.circle import EndExclusion, ExcludePerson
from meldcode.commands.classroom import (
    CancelClassObservation,
    NoteClassObservation,
    PlanClassObservation,
    RecordDiscussion,
)
from meldcode.commands.colleagues import (
    AnswerConsult,
    AskColleague,
    DeclineConsult,
    WithdrawConsult,
)
from meldcode.commands.confidential import BreakGlass, WriteConfidential
from meldcode.commands.consultation import PrepareAdvice, RecordAdvice, TakeCase, Write
from meldcode.commands.decision import AnswerQuestion, Decide, Weigh
from meldcode.commands.ending import CloseCase, GiveOpinion, ReopenCase
from meldcode.commands.following import (
    AgreeFollowing,
    NoteFollowing,
    RecordAftercare,
    RecordOkaContact,
    Snooze,
)
from meldcode.commands.guests import EndInvitation, InviteGuest
from meldcode.commands.handover import AnswerFollower, HandOver, NameFollower
from meldcode.commands.helping import ArrangeHelp, EvaluateHelp
from meldcode.commands.injury import NoteInjury
from meldcode.commands.melding import (
    ChaseFeedback,
    ClaimAnonymity,
    LiftAnonymity,
    PlanMelding,
    RecordFeedback,
    RecordMelding,
    TellParents,
)
from meldcode.commands.moving import HandleMove, ReportMove
from meldcode.commands.nature import SetForms
from meldcode.commands.parents import RecordParent
from meldcode.commands.record import CorrectEntry, LinkCase, UnlinkCase
from meldcode.commands.retention import (
    CallOffErasure,
    DecideErasure,
    LiftHold,
    NoteLeft,
    PlaceHold,
)
from meldcode.commands.rights import (
    AnswerRequest,
    DecideRequest,
    PrepareCopy,
    RecordRequest,
)
from meldcode.commands.signal import (
    AddObservation,
    MarkObservation,
    NameChild,
    RaiseSignal,
    ReadSignal,
    TellInPerson,
    WithdrawSignal,
)
from meldcode.commands.signing import Countersign
from meldcode.commands.talks import ComeOut, PlanTalk, RecordNoTalk, RecordTalk
from meldcode.commands.zbo import (
    KeepAgreement,
    MakeAgreement,
    MoveItem,
    RecordOutcome,
    ScheduleZbo,
    TakeOffAgenda,
)

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
    | AnswerConsult
    | AskColleague
    | DeclineConsult
    | WithdrawConsult
    | CancelClassObservation
    | NoteClassObservation
    | PlanClassObservation
    | RecordDiscussion
    | PrepareAdvice
    | RecordAdvice
    | SetForms
    | NoteInjury
    | RecordParent
    | PlanTalk
    | RecordTalk
    | RecordNoTalk
    | ComeOut
    | ScheduleZbo
    | MoveItem
    | TakeOffAgenda
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
    | RecordOkaContact
    | RecordAftercare
    | ReportMove
    | HandleMove
    | HandOver
    | NameFollower
    | AnswerFollower
    | CloseCase
    | Countersign
    | ReopenCase
    | GiveOpinion
    | ExcludePerson
    | EndExclusion
    | InviteGuest
    | EndInvitation
    | WriteConfidential
    | BreakGlass
    | CallOffErasure
    | DecideErasure
    | LiftHold
    | NoteLeft
    | PlaceHold
    | AnswerRequest
    | DecideRequest
    | PrepareCopy
    | RecordRequest
)

__all__ = [
    "AddObservation",
    "AgreeFollowing",
    "AnswerConsult",
    "AnswerFollower",
    "AnswerQuestion",
    "AnswerRequest",
    "ArrangeHelp",
    "AskColleague",
    "BreakGlass",
    "CallOffErasure",
    "CancelClassObservation",
    "ChaseFeedback",
    "ClaimAnonymity",
    "CloseCase",
    "ComeOut",
    "Command",
    "CorrectEntry",
    "Countersign",
    "Decide",
    "DecideErasure",
    "DecideRequest",
    "DeclineConsult",
    "EndExclusion",
    "EndInvitation",
    "EvaluateHelp",
    "ExcludePerson",
    "GiveOpinion",
    "HandOver",
    "HandleMove",
    "InviteGuest",
    "KeepAgreement",
    "LiftAnonymity",
    "LiftHold",
    "LinkCase",
    "MakeAgreement",
    "MarkObservation",
    "MoveItem",
    "NameChild",
    "NameFollower",
    "NoteClassObservation",
    "NoteFollowing",
    "NoteInjury",
    "NoteLeft",
    "PlaceHold",
    "PlanClassObservation",
    "PlanMelding",
    "PlanTalk",
    "PrepareAdvice",
    "PrepareCopy",
    "RaiseSignal",
    "ReadSignal",
    "RecordAdvice",
    "RecordAftercare",
    "RecordDiscussion",
    "RecordFeedback",
    "RecordMelding",
    "RecordNoTalk",
    "RecordOkaContact",
    "RecordOutcome",
    "RecordParent",
    "RecordRequest",
    "RecordTalk",
    "ReopenCase",
    "ReportMove",
    "ScheduleZbo",
    "SetForms",
    "Snooze",
    "TakeCase",
    "TakeOffAgenda",
    "TellInPerson",
    "TellParents",
    "UnlinkCase",
    "Weigh",
    "WithdrawConsult",
    "WithdrawSignal",
    "Write",
    "WriteConfidential",
]
