"""A request about the record, its decision and its answer."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_rights import Channel, DenialGround, Handing, Requester, RequestKind, Verdict


@dataclass(frozen=True, slots=True)
class RecordRequest:
    request: str
    kind: RequestKind
    requester: Requester
    name: str
    channel: Channel
    on: date
    words: str | None = None


@dataclass(frozen=True, slots=True)
class PrepareCopy:
    request: str
    reason: str
    left_out: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecideRequest:
    request: str
    verdict: Verdict
    decider: str
    ground: DenialGround | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    request: str
    on: date
    how: Handing
    checked_by: str
    words: str | None = None
