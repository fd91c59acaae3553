"""A duty: somebody must look. It carries no content, and its key names its occasion."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from meldcode.people import Audience
from meldcode.schooldays import SchoolCalendar


class Kind(StrEnum):
    """What a duty reminds of; each has a text in the catalogues."""

    ACUTE = "acute"
    SIGNAL_WAITS = "signal_waits"
    FOLLOW_FIRST = "follow_first"
    FOLLOW_SECOND = "follow_second"
    FOLLOW_THIRD = "follow_third"
    FOLLOW_LAST = "follow_last"
    AGREEMENT = "agreement"
    MELDING = "melding"
    TELL_PARENTS = "tell_parents"
    FEEDBACK = "feedback"
    HELP_TERM = "help_term"
    HOLIDAY = "holiday"
    AGENDA = "agenda"
    OUTCOME = "outcome"
    PUT_OFF = "put_off"
    IDLE = "idle"
    ASK_COLLEAGUE = "ask_colleague"
    MOVE = "move"
    SUMMER = "summer"
    NO_HOLDER = "no_holder"
    NO_FOLLOWER = "no_follower"
    CONSULT = "consult"
    CLASS_OBSERVATION = "class_observation"
    TALK_RECORD = "talk_record"
    CHECK_IN = "check_in"
    REQUEST = "request"
    EXPIRES = "expires"
    STILL_HERE = "still_here"
    TRAINING = "training"
    COUNTERSIGN = "countersign"


OWN_ENVELOPE = frozenset({Kind.FOLLOW_FIRST, Kind.AGENDA, Kind.TRAINING})
"""Kinds that get an envelope of their own; all others but AT_ONCE wait for the person's digest."""

AT_ONCE = frozenset({Kind.ACUTE, Kind.CHECK_IN})
"""Kinds that wait for no slot and pass lesson hours: somebody's safety is at stake."""

AFTER_THE_END = frozenset({Kind.COUNTERSIGN, Kind.EXPIRES, Kind.STILL_HERE, Kind.REQUEST})
"""Kinds that an ended case can have."""

PRESSING = frozenset({Kind.HOLIDAY, Kind.MOVE, Kind.NO_HOLDER, Kind.NO_FOLLOWER, Kind.REQUEST})
"""Kinds that come too late if they wait for the digests of a next week."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody must look at `at`; `person` is set when `to` alone does not say who."""

    kind: Kind
    key: str
    at: datetime
    to: Audience
    person: str | None = None

    @property
    def digest(self) -> bool:
        return self.kind not in OWN_ENVELOPE | AT_ONCE

    @property
    def at_once(self) -> bool:
        return self.kind in AT_ONCE

    @property
    def pressing(self) -> bool:
        return self.kind in PRESSING


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a ladder: so many school days after its start, and for whom."""

    kind: Kind
    days: int
    to: tuple[Audience, ...]


def ladder(anchor: date, rungs: Iterable[Rung], calendar: SchoolCalendar) -> Iterator[Duty]:
    for rung in rungs:
        day = calendar.add(anchor, rung.days)
        for to in rung.to:
            yield duty(rung.kind, day, to, calendar, anchor.isoformat())


def duty(
    kind: Kind,
    day: date,
    to: Audience,
    calendar: SchoolCalendar,
    occasion: str = "",
    person: str | None = None,
) -> Duty:
    """A duty in the first nudge slot of `day`; another day is another occasion."""
    key = ":".join(part for part in (kind, occasion, day.isoformat(), to) if part)
    return Duty(kind, key, calendar.slot_on(day), to, person)
