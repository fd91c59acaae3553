"""What has happened in a case, in the past tense; a case is the fold of these.

Every free text here is encrypted at rest and never leaves for chat.
"""

from dataclasses import dataclass
from datetime import date, datetime

from meldcode.choices import (
    Answer,
    Decision,
    Grounds,
    ParentsTalk,
    Present,
    TalkWith,
    Trend,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class SignalRaised:
    """Step 1: a teacher shares what she saw or heard."""

    text: str
    urgency: Urgency
    child: str | None = None
    parents: ParentsTalk | None = None


@dataclass(frozen=True, slots=True)
class SignalRead:
    """Somebody of the care team opened the signal for the first time."""


@dataclass(frozen=True, slots=True)
class SignalWithdrawn:
    """The teacher took it back while nobody had read it."""


@dataclass(frozen=True, slots=True)
class CaseTaken:
    """Somebody of the care team became the holder; `holder` is a person id."""

    holder: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Step 2: one side of the consultation writes; `asks` if an answer is awaited.

    `source` is "form", or the chat message it was typed in.
    """

    text: str
    asks: bool = False
    source: str = "form"


@dataclass(frozen=True, slots=True)
class ObservationAdded:
    """The teacher adds something seen or heard; `source` as in Answered."""

    text: str
    source: str = "form"


@dataclass(frozen=True, slots=True)
class ZboScheduled:
    """Step 3 of the support route: an item on the agenda of a ZBO meeting."""

    item: str
    meeting: str
    meeting_on: date
    question: str
    parents_invited: bool
    parents_reason: str | None
    minutes: int


@dataclass(frozen=True, slots=True)
class ZboDiscussed:
    """What came of an agenda item."""

    item: str
    outcome: str


@dataclass(frozen=True, slots=True)
class TalkHeld:
    """Step 3: a conversation with the child or the parents, at any moment of the route."""

    on: date
    with_whom: TalkWith
    report: str


@dataclass(frozen=True, slots=True)
class AdviceReceived:
    """Step 2: (anonymous) advice from Veilig Thuis."""

    on: date
    adviser: str
    advice: str
    follow_up: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """Step 4: the weighing by several disciplines, with the protocol's three questions."""

    present: tuple[Present, ...]
    danger: Answer
    hinders: Answer
    risks: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """One of the five questions of the afwegingskader (number 1-5)."""

    number: int
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Step 5: help, report or both; who reports and who tells the parents are person ids."""

    decision: Decision
    reason: str
    present: tuple[Present, ...]
    reporter: str | None
    informs_parents: str | None
    not_informing: str | None


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """Who does what, and when it must be done."""

    agreement: str
    what: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class AgreementKept:
    """An agreement has been carried out."""

    agreement: str


@dataclass(frozen=True, slots=True)
class FollowingAgreed:
    """Step 6: the rhythm in school days and the first day on which somebody looks."""

    rhythm: int
    first: date


@dataclass(frozen=True, slots=True)
class FollowingNoted:
    """Step 6: somebody looked how the child is doing; `next_check` is the day of the next look."""

    trend: Trend
    text: str | None
    next_check: date


@dataclass(frozen=True, slots=True)
class CheckSnoozed:
    """The look was put off to a later day."""

    until: date
    reason: str | None


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """The end of the route; the grounds stay visible."""

    grounds: Grounds
    reason: str


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """A closed case goes on; `next_check` is the first day on which somebody looks."""

    reason: str
    next_check: date


Event = (
    SignalRaised
    | SignalRead
    | SignalWithdrawn
    | CaseTaken
    | Answered
    | ObservationAdded
    | ZboScheduled
    | ZboDiscussed
    | TalkHeld
    | AdviceReceived
    | Weighed
    | QuestionAnswered
    | Decided
    | AgreementMade
    | AgreementKept
    | FollowingAgreed
    | FollowingNoted
    | CheckSnoozed
    | CaseClosed
    | CaseReopened
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the journal of one case: its number (from 1), instant and author."""

    seq: int
    at: datetime
    by: str
    event: Event
