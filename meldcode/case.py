"""A case: what its journal tells, folded into one value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from meldcode import events
from meldcode.choices import Answer, Grounds
from meldcode.events import Entry


class Status(StrEnum):
    NEW = "new"
    OPEN = "open"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


ENDED = frozenset({Status.WITHDRAWN, Status.CLOSED})


@dataclass(frozen=True, slots=True)
class Item:
    """A point on a ZBO agenda."""

    id: str
    meeting: str
    meeting_on: date
    question: str
    parents_invited: bool
    parents_reason: str | None
    minutes: int
    by: str
    at: datetime
    outcome: str | None = None

    @property
    def handled(self) -> bool:
        return self.outcome is not None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what by when."""

    id: str
    what: str
    owner: str
    due: date
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One child's case. `version` is the number of entries folded in.

    `asked` is True while an answer of the teacher is awaited; `answered_at` is when the care team
    first wrote.
    `questions` are the answers to the afwegingskader since the last weighing, in order.
    """

    id: str
    code: str
    school: str
    entries: tuple[Entry, ...] = ()
    status: Status = Status.NEW
    raised_by: str = ""
    raised_at: datetime | None = None
    signal: events.SignalRaised | None = None
    read_at: datetime | None = None
    holder: str | None = None
    answered_at: datetime | None = None
    asked: bool = False
    items: tuple[Item, ...] = ()
    weighings: tuple[events.Weighed, ...] = ()
    questions: tuple[Answer, ...] = ()
    decision: events.Decided | None = None
    agreements: tuple[Agreement, ...] = ()
    rhythm: int | None = None
    next_check: date | None = None
    snoozes: int = 0
    grounds: Grounds | None = None

    @property
    def version(self) -> int:
        return len(self.entries)

    @property
    def ended(self) -> bool:
        return self.status in ENDED

    @classmethod
    def fold(cls, case_id: str, code: str, school: str, entries: Iterable[Entry]) -> "Case":
        """The case that `entries`, in order of their number, describe."""
        return cls(case_id, code, school).then(entries)

    def then(self, entries: Iterable[Entry]) -> "Case":
        """This case with more entries folded in."""
        case = self
        for entry in entries:
            change = CHANGES.get(type(entry.event), _nothing)
            case = replace(case, entries=(*case.entries, entry), **change(case, entry, entry.event))
        return case


Change = dict[str, Any]


def _nothing(_case: Case, _entry: Entry, _event: object) -> Change:
    return {}


def _raised(_case: Case, entry: Entry, event: events.SignalRaised) -> Change:
    return {"signal": event, "raised_by": entry.by, "raised_at": entry.at}


def _read(case: Case, entry: Entry, _event: object) -> Change:
    return {"read_at": case.read_at or entry.at, "status": Status.OPEN}


def _answered(case: Case, entry: Entry, event: events.Answered) -> Change:
    if entry.by == case.raised_by:
        return {"asked": False}
    return {
        "asked": case.asked or event.asks,
        "answered_at": case.answered_at or entry.at,
    }


def _scheduled(case: Case, entry: Entry, event: events.ZboScheduled) -> Change:
    item = Item(
        id=event.item,
        meeting=event.meeting,
        meeting_on=event.meeting_on,
        question=event.question,
        parents_invited=event.parents_invited,
        parents_reason=event.parents_reason,
        minutes=event.minutes,
        by=entry.by,
        at=entry.at,
    )
    return {"items": (*case.items, item)}


def _discussed(case: Case, _entry: Entry, event: events.ZboDiscussed) -> Change:
    items = (
        replace(item, outcome=event.outcome) if item.id == event.item else item
        for item in case.items
    )
    return {"items": tuple(items)}


def _weighed(case: Case, _entry: Entry, event: events.Weighed) -> Change:
    return {"weighings": (*case.weighings, event), "questions": (), "decision": None}


def _question(case: Case, _entry: Entry, event: events.QuestionAnswered) -> Change:
    return {"questions": (*case.questions, event.answer)}


def _agreed(case: Case, _entry: Entry, event: events.AgreementMade) -> Change:
    made = Agreement(event.agreement, event.what, event.owner, event.due)
    return {"agreements": (*case.agreements, made)}


def _kept(case: Case, _entry: Entry, event: events.AgreementKept) -> Change:
    agreements = (
        replace(made, kept=True) if made.id == event.agreement else made for made in case.agreements
    )
    return {"agreements": tuple(agreements)}


def _reopened(_case: Case, _entry: Entry, event: events.CaseReopened) -> Change:
    return {
        "status": Status.OPEN,
        "grounds": None,
        "decision": None,
        "questions": (),
        "next_check": event.next_check,
        "snoozes": 0,
    }


CHANGES: dict[type, Callable[[Case, Entry, Any], Change]] = {
    events.SignalRaised: _raised,
    events.SignalRead: _read,
    events.SignalWithdrawn: lambda _c, _e, _v: {"status": Status.WITHDRAWN},
    events.CaseTaken: lambda _c, _e, event: {"holder": event.holder},
    events.Answered: _answered,
    events.ZboScheduled: _scheduled,
    events.ZboDiscussed: _discussed,
    events.Weighed: _weighed,
    events.QuestionAnswered: _question,
    events.Decided: lambda _c, _e, event: {"decision": event},
    events.AgreementMade: _agreed,
    events.AgreementKept: _kept,
    events.FollowingAgreed: lambda _c, _e, event: {
        "rhythm": event.rhythm,
        "next_check": event.first,
        "snoozes": 0,
    },
    events.FollowingNoted: lambda _c, _e, event: {"next_check": event.next_check, "snoozes": 0},
    events.CheckSnoozed: lambda case, _e, event: {
        "next_check": event.until,
        "snoozes": case.snoozes + 1,
    },
    events.CaseClosed: lambda _c, _e, event: {
        "status": Status.CLOSED,
        "grounds": event.grounds,
        "next_check": None,
    },
    events.CaseReopened: _reopened,
}
"""Event type -> what it changes; the second table of contents beside decide.RULES."""
