"""What parents, the child or a former pupil ask about the record, and what became of it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_rights import Channel, DenialGround, Handing, Requester, RequestKind, Verdict


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Asked on day `on` by `name`; before `until` there is an answer."""

    request: str
    kind: RequestKind
    requester: Requester
    name: str
    channel: Channel
    on: date
    until: date
    words: str | None


@dataclass(frozen=True, slots=True)
class CopyPrepared:
    """What a copy leaves out: whole entries (their numbers), and names of others wherever."""

    request: str
    left_out: tuple[int, ...]
    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RequestDecided:
    """`decider` is a person id; a ground and a reason where it is not all of what was asked."""

    request: str
    verdict: Verdict
    ground: DenialGround | None
    decider: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class RequestAnswered:
    """The answer was given; `checked_by` (a person id) saw who it was that got it."""

    request: str
    on: date
    how: Handing
    checked_by: str
    words: str | None
