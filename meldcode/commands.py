"""What a person asks for, in the imperative; `decide` answers with events or a refusal.

Ids that a command needs (of an item, of an agreement) come in with it, from the edge.
"""

from dataclasses import dataclass
from datetime import date

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
class RaiseSignal:
    text: str
    urgency: Urgency = Urgency.UNKNOWN
    child: str | None = None
    parents: ParentsTalk | None = None


@dataclass(frozen=True, slots=True)
class ReadSignal:
    """Open the case to read it."""


@dataclass(frozen=True, slots=True)
class WithdrawSignal:
    """Take the signal back; possible while nobody has read it."""


@dataclass(frozen=True, slots=True)
class TakeCase:
    """Become the holder of the case."""


@dataclass(frozen=True, slots=True)
class Write:
    """An answer, or a question if `asks`; `source` names the chat message it was typed in."""

    text: str
    asks: bool = False
    source: str = "form"


@dataclass(frozen=True, slots=True)
class AddObservation:
    text: str
    source: str = "form"


@dataclass(frozen=True, slots=True)
class ScheduleZbo:
    """Put the case on the agenda; `meeting_on` is None if the meeting no longer exists."""

    item: str
    meeting: str
    meeting_on: date | None
    question: str
    parents_invited: bool
    parents_reason: str | None = None
    minutes: int = 10


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """What came of an agenda item."""

    item: str
    outcome: str


@dataclass(frozen=True, slots=True)
class RecordTalk:
    on: date
    with_whom: TalkWith
    report: str


@dataclass(frozen=True, slots=True)
class RecordAdvice:
    """Advice that Veilig Thuis gave."""

    on: date
    adviser: str
    advice: str
    follow_up: str | None = None


@dataclass(frozen=True, slots=True)
class Weigh:
    present: tuple[Present, ...]
    danger: Answer
    hinders: Answer
    risks: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Answer question `number` (1-5) of the afwegingskader."""

    number: int
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Decide:
    decision: Decision
    reason: str
    present: tuple[Present, ...]
    reporter: str | None = None
    informs_parents: str | None = None
    not_informing: str | None = None


@dataclass(frozen=True, slots=True)
class MakeAgreement:
    agreement: str
    what: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class KeepAgreement:
    """Tell that an agreement has been carried out."""

    agreement: str


@dataclass(frozen=True, slots=True)
class AgreeFollowing:
    """Agree the rhythm of step 6, in school days; `first` None means one rhythm from today."""

    rhythm: int
    first: date | None = None


@dataclass(frozen=True, slots=True)
class NoteFollowing:
    trend: Trend
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put the look off by a number of school days."""

    days: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CloseCase:
    grounds: Grounds
    reason: str


@dataclass(frozen=True, slots=True)
class ReopenCase:
    reason: str


Command = (
    RaiseSignal
    | ReadSignal
    | WithdrawSignal
    | TakeCase
    | Write
    | AddObservation
    | ScheduleZbo
    | RecordOutcome
    | RecordTalk
    | RecordAdvice
    | Weigh
    | AnswerQuestion
    | Decide
    | MakeAgreement
    | KeepAgreement
    | AgreeFollowing
    | NoteFollowing
    | Snooze
    | CloseCase
    | ReopenCase
)
