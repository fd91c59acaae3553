"""What goes into and comes out of the store, apart from cases themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from meldcode.people import Role

Scalar = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a duty, a handle or an audience is about: `kind` "case", "meeting" and so on."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class School:
    """`calendar` is the organisation file's own description of holidays and lessons."""

    id: str
    name: str
    contact_name: str
    contact_phone: str
    calendar: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """A role at a school, on the days from `since` up to and with `until`."""

    school: str
    role: Role
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StaffMember:
    id: str
    name: str
    email: str
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A ZBO meeting; without a `chair` whoever chairs the school's ZBO.

    `members` are the ids of who is expected at every item, by name of the id.
    """

    id: str
    school: str
    at: datetime
    chair: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """A place on the agenda of a meeting; what it is about stays in the case."""

    case_id: str
    code: str
    item_id: str
    meeting_id: str
    minutes: int
    handled: bool


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything the organisation file says; who or what it leaves out is no longer active."""

    schools: tuple[School, ...] = ()
    people: tuple[StaffMember, ...] = ()
    meetings: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """How many rows an organisation file changed."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.added + other.added, self.changed + other.changed, self.removed + other.removed
        )


@dataclass(frozen=True, slots=True)
class AccessLine:
    """Somebody opened a case, or tried to.

    `role` are the roles they held at its school, joined by "+"; `part` names the screen or form;
    `on_behalf` is the person id of the absent holder whom a deputy stands in for.
    """

    case_id: str
    person_id: str
    action: str
    why: str
    at: datetime
    granted: bool
    role: str | None = None
    part: str | None = None
    on_behalf: str | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """Something written that belongs to no case; `body` is encrypted where it is kept.

    `waiting` while somebody of the school's care team must still answer it.
    """

    id: str
    kind: str
    owner: str
    school: str
    body: Mapping[str, str]
    expires_at: datetime
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A chat message: the platform's channel and its number there."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """`used` is the time step of the last code that was taken (RFC 6238): none counts twice.

    `until` says how long its person may read without another code, `wrong` how many codes in a row
    were wrong, and `wait_until` when the next one is looked at.
    """

    secret: bytes = field(repr=False)
    used: int = 0
    until: datetime | None = None
    wrong: int = 0
    wait_until: datetime | None = None
