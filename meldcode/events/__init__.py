"""What has happened in a case, in the past tense; a case is the fold of these.

Every free text here is encrypted at rest and never leaves for chat.
"""

from dataclasses import dataclass
from datetime import datetime

from meldcode.events.consultation import AdviceReceived, Answered, CaseTaken
from meldcode.events.decision import Decided, QuestionAnswered, Weighed
from meldcode.events.ending import CaseClosed, CaseReopened
from meldcode.events.following import CheckSnoozed, FollowingAgreed, FollowingNoted
from meldcode.events.handling import PolicyApplied
from meldcode.events.helping import HelpArranged, HelpEvaluated
from meldcode.events.melding import (
    AnonymityClaimed,
    AnonymityLifted,
    FeedbackChased,
    FeedbackReceived,
    MeldingDone,
    MeldingPlanned,
    ParentsTold,
)
from meldcode.events.nature import FormsSet
from meldcode.events.record import CaseLinked, CaseUnlinked, EntryCorrected
from meldcode.events.signal import (
    ChildNamed,
    ObservationAdded,
    ObservationMarked,
    SignalRaised,
    SignalRead,
    SignalWithdrawn,
    ToldInPerson,
)
from meldcode.events.talks import TalkHeld
from meldcode.events.zbo import AgreementKept, AgreementMade, ZboDiscussed, ZboScheduled

Event = (
    SignalRaised
    | SignalRead
    | SignalWithdrawn
    | ObservationAdded
    | ObservationMarked
    | ChildNamed
    | ToldInPerson
    | EntryCorrected
    | CaseLinked
    | CaseUnlinked
    | CaseTaken
    | Answered
    | AdviceReceived
    | FormsSet
    | TalkHeld
    | ZboScheduled
    | ZboDiscussed
    | AgreementMade
    | AgreementKept
    | Weighed
    | QuestionAnswered
    | Decided
    | HelpArranged
    | HelpEvaluated
    | MeldingPlanned
    | AnonymityClaimed
    | AnonymityLifted
    | ParentsTold
    | MeldingDone
    | FeedbackReceived
    | FeedbackChased
    | FollowingAgreed
    | FollowingNoted
    | CheckSnoozed
    | CaseClosed
    | CaseReopened
    | PolicyApplied
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the journal of one case: its number (from 1), instant and author."""

    seq: int
    at: datetime
    by: str
    event: Event


__all__ = [
    "AdviceReceived",
    "AgreementKept",
    "AgreementMade",
    "AnonymityClaimed",
    "AnonymityLifted",
    "Answered",
    "CaseClosed",
    "CaseLinked",
    "CaseReopened",
    "CaseTaken",
    "CaseUnlinked",
    "CheckSnoozed",
    "ChildNamed",
    "Decided",
    "Entry",
    "EntryCorrected",
    "Event",
    "FeedbackChased",
    "FeedbackReceived",
    "FollowingAgreed",
    "FollowingNoted",
    "FormsSet",
    "HelpArranged",
    "HelpEvaluated",
    "MeldingDone",
    "MeldingPlanned",
    "ObservationAdded",
    "ObservationMarked",
    "ParentsTold",
    "PolicyApplied",
    "QuestionAnswered",
    "SignalRaised",
    "SignalRead",
    "SignalWithdrawn",
    "TalkHeld",
    "ToldInPerson",
    "Weighed",
    "ZboDiscussed",
    "ZboScheduled",
]
