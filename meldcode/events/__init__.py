"""What has happened in a case, in the past tense; a case is the fold of these.

Every free text here is encrypted at rest and never leaves for chat.
"""

from dataclasses import dataclass
from datetime import datetime

from meldcode.events.circle import ExclusionEnded, PersonExcluded
from meldcode.events.classroom import (
    ClassObservationCancelled,
    ClassObservationPlanned,
    ClassObserved,
    DiscussionHeld,
)
from meldcode.events.colleagues import (
    ColleagueAnswered,
    ColleagueAsked,
    ColleagueDeclined,
    ConsultWithdrawn,
)
from meldcode.events.confidential import ConfidentialWritten, GlassBroken
from meldcode.events.consultation import AdvicePrepared, AdviceReceived, Answered, CaseTaken
from meldcode.events.decision import Decided, QuestionAnswered, Weighed
from meldcode.events.ending import CaseClosed, CaseReopened, OpinionGiven
from meldcode.events.following import (
    AftercareDone,
    CheckSnoozed,
    FollowingAgreed,
    FollowingNoted,
    OkaContacted,
)
from meldcode.events.guests import GuestInvited, GuestWrote, InvitationEnded
from meldcode.events.handling import PolicyApplied
from meldcode.events.handover import (
    FollowerAnswered,
    FollowerNamed,
    FollowerWrote,
    HandedOver,
    StaffLeft,
)
from meldcode.events.helping import HelpArranged, HelpEvaluated
from meldcode.events.injury import InjuryNoted
from meldcode.events.melding import (
    AnonymityClaimed,
    AnonymityLifted,
    FeedbackChased,
    FeedbackReceived,
    MeldingDone,
    MeldingPlanned,
    ParentsTold,
)
from meldcode.events.moving import ChildMoves, MoveHandled
from meldcode.events.nature import FormsSet
from meldcode.events.parents import ParentRecorded
from meldcode.events.record import CaseLinked, CaseUnlinked, EntryCorrected
from meldcode.events.retention import (
    ErasureCalledOff,
    ErasureDecided,
    HoldLifted,
    HoldPlaced,
    SchoolLeft,
)
from meldcode.events.rights import (
    CopyPrepared,
    RequestAnswered,
    RequestDecided,
    RequestMade,
)
from meldcode.events.signal import (
    ChildNamed,
    ObservationAdded,
    ObservationMarked,
    SignalRaised,
    SignalRead,
    SignalWithdrawn,
    ToldInPerson,
)
from meldcode.events.signing import Countersigned
from meldcode.events.talks import CameOut, TalkHeld, TalkNotHeld, TalkPlanned
from meldcode.events.zbo import (
    AgreementKept,
    AgreementMade,
    ItemMoved,
    ItemTakenOff,
    ZboDiscussed,
    ZboScheduled,
)

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
    | ColleagueAnswered
    | ColleagueAsked
    | ColleagueDeclined
    | ConsultWithdrawn
    | ClassObservationCancelled
    | ClassObservationPlanned
    | ClassObserved
    | DiscussionHeld
    | AdvicePrepared
    | AdviceReceived
    | FormsSet
    | InjuryNoted
    | ParentRecorded
    | TalkPlanned
    | TalkHeld
    | TalkNotHeld
    | CameOut
    | ZboScheduled
    | ItemMoved
    | ItemTakenOff
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
    | OkaContacted
    | AftercareDone
    | ChildMoves
    | MoveHandled
    | HandedOver
    | FollowerNamed
    | FollowerWrote
    | FollowerAnswered
    | StaffLeft
    | PersonExcluded
    | ExclusionEnded
    | GuestInvited
    | InvitationEnded
    | GuestWrote
    | ConfidentialWritten
    | GlassBroken
    | CaseClosed
    | Countersigned
    | CaseReopened
    | OpinionGiven
    | ErasureCalledOff
    | ErasureDecided
    | HoldLifted
    | HoldPlaced
    | SchoolLeft
    | CopyPrepared
    | RequestAnswered
    | RequestDecided
    | RequestMade
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
    "AdvicePrepared",
    "AdviceReceived",
    "AftercareDone",
    "AgreementKept",
    "AgreementMade",
    "AnonymityClaimed",
    "AnonymityLifted",
    "Answered",
    "CameOut",
    "CaseClosed",
    "CaseLinked",
    "CaseReopened",
    "CaseTaken",
    "CaseUnlinked",
    "CheckSnoozed",
    "ChildMoves",
    "ChildNamed",
    "ClassObservationCancelled",
    "ClassObservationPlanned",
    "ClassObserved",
    "ColleagueAnswered",
    "ColleagueAsked",
    "ColleagueDeclined",
    "ConfidentialWritten",
    "ConsultWithdrawn",
    "CopyPrepared",
    "Countersigned",
    "Decided",
    "DiscussionHeld",
    "Entry",
    "EntryCorrected",
    "ErasureCalledOff",
    "ErasureDecided",
    "Event",
    "ExclusionEnded",
    "FeedbackChased",
    "FeedbackReceived",
    "FollowerAnswered",
    "FollowerNamed",
    "FollowerWrote",
    "FollowingAgreed",
    "FollowingNoted",
    "FormsSet",
    "GlassBroken",
    "GuestInvited",
    "GuestWrote",
    "HandedOver",
    "HelpArranged",
    "HelpEvaluated",
    "HoldLifted",
    "HoldPlaced",
    "InjuryNoted",
    "InvitationEnded",
    "ItemMoved",
    "ItemTakenOff",
    "MeldingDone",
    "MeldingPlanned",
    "MoveHandled",
    "ObservationAdded",
    "ObservationMarked",
    "OkaContacted",
    "OpinionGiven",
    "ParentRecorded",
    "ParentsTold",
    "PersonExcluded",
    "PolicyApplied",
    "QuestionAnswered",
    "RequestAnswered",
    "RequestDecided",
    "RequestMade",
    "SchoolLeft",
    "SignalRaised",
    "SignalRead",
    "SignalWithdrawn",
    "StaffLeft",
    "TalkHeld",
    "TalkNotHeld",
    "TalkPlanned",
    "ToldInPerson",
    "Weighed",
    "ZboDiscussed",
    "ZboScheduled",
]
