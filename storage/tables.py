"""The tables. Migrations make them; a test compares both.

Free text lives only in `case_event.body` and `draft.body`, and of `storage.tables_aside` in
`slip.body` and `training.what`, encrypted before the database sees it.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import Instant, of_one_school, open_index

ERASED = "erased"
"""The status of a case of which only a stub is left."""


class SettingRow(SQLModel, table=True):
    __tablename__ = "setting"
    name: str = Field(primary_key=True)
    value: bytes


class SchoolRow(SQLModel, table=True):
    __tablename__ = "school"
    id: str = Field(primary_key=True)
    name: str
    contact_name: str
    contact_phone: str
    calendar: dict[str, Any] = Field(sa_type=JSON)
    active: bool


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"
    id: str = Field(primary_key=True)
    name: str
    email: str = Field(index=True)
    active: bool


class AbsenceRow(SQLModel, table=True):
    """Somebody who is away, up to and with the day `until` if that is known.

    What is for them goes to their deputy.
    """

    __tablename__ = "absence"

    person_id: str = Field(primary_key=True, foreign_key="person.id")
    until: date | None = None


class RoleRow(SQLModel, table=True):
    __tablename__ = "role"
    __table_args__ = (Index("role_of_school", "school_id", "role", "position"),)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    school_id: str = Field(primary_key=True, foreign_key="school.id")
    role: str = Field(primary_key=True)
    position: int
    since: date | None
    until: date | None


class AccountRow(SQLModel, table=True):
    """Who a person is on a chat platform."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "platform_id"),)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    platform: str = Field(primary_key=True)
    platform_id: str


class MeetingRow(SQLModel, table=True):
    __tablename__ = "meeting"
    __table_args__ = (
        Index("meeting_of_school", "school_id", "at"),
        Index("meeting_in_school", "id", "school_id", unique=True),
    )
    id: str = Field(primary_key=True)
    school_id: str = Field(foreign_key="school.id")
    at: datetime = Field(sa_type=Instant)
    chair_id: str | None = Field(foreign_key="person.id")
    from_file: bool
    active: bool


class CaseRow(SQLModel, table=True):
    """What the events of a case come to, as far as lists need it."""

    __tablename__ = "case"
    __table_args__ = (
        Index("case_of_holder", "holder_id", "status"),
        Index("case_of_raiser", "raised_by", "raised_at"),
        Index("case_of_school", "school_id", "status", "holder_id"),
        Index("case_to_check", "school_id", "next_check"),
        Index("case_in_school", "id", "school_id", unique=True),
    )
    id: str = Field(primary_key=True)
    code: str = Field(unique=True)
    school_id: str = Field(foreign_key="school.id")
    status: str
    raised_by: str = Field(foreign_key="person.id")
    holder_id: str | None = Field(foreign_key="person.id")
    raised_at: datetime = Field(sa_type=Instant)
    read_at: datetime | None = Field(sa_type=Instant)
    answered_at: datetime | None = Field(sa_type=Instant)
    stage: str
    asked: bool
    next_check: date | None
    version: int
    updated_at: datetime = Field(sa_type=Instant)


class CaseEventRow(SQLModel, table=True):
    __tablename__ = "case_event"
    case_id: str = Field(primary_key=True, foreign_key="case.id")
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)
    by: str
    body: bytes
    prev_hash: bytes
    hash: bytes


class ZboItemRow(SQLModel, table=True):
    __tablename__ = "zbo_item"
    __table_args__ = (
        Index("zbo_item_of_meeting", "meeting_id"),
        of_one_school("case"),
        of_one_school("meeting"),
    )
    case_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    meeting_id: str
    school_id: str
    minutes: int
    handled: bool


class ParticipantRow(SQLModel, table=True):
    """Somebody who takes part in a case beside the care team and the one who told.

    `until` is the last day of it, if it ends by itself.
    """

    __tablename__ = "participant"
    __table_args__ = (Index("participant_by_person", "person_id"),)
    case_id: str = Field(primary_key=True, foreign_key="case.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    relation: str = Field(primary_key=True)
    until: date | None = None


class ExcludedRow(SQLModel, table=True):
    """Somebody for whom a case does not exist."""

    __tablename__ = "excluded"
    __table_args__ = (Index("excluded_by_person", "person_id"),)
    case_id: str = Field(primary_key=True, foreign_key="case.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id")


class BottleneckRow(SQLModel, table=True):
    """What got in the way, as chosen at the closing that is entry `seq`; counted, never quoted."""

    __tablename__ = "bottleneck"
    case_id: str = Field(primary_key=True, foreign_key="case.id")
    seq: int = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)


class AsideRow(SQLModel, table=True):
    """Somebody has something to do for a case for a while; it ends with the row."""

    __tablename__ = "aside"
    __table_args__ = (Index("aside_of_case", "case_id"),)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    case_id: str = Field(primary_key=True, foreign_key="case.id")
    on: date


class AccessLineRow(SQLModel, table=True):
    __tablename__ = "access_line"
    __table_args__ = (
        Index("access_line_of_case", "case_id", "id"),
        Index("access_line_by_time", "at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="case.id")
    person_id: str
    action: str
    why: str
    at: datetime = Field(sa_type=Instant)
    granted: bool
    role: str | None = None
    part: str | None = None
    on_behalf: str | None = None


class OutboxRow(SQLModel, table=True):
    __tablename__ = "outbox"
    __table_args__ = (
        open_index("outbox_ready", "state = 'waiting'", "not_before"),
        open_index("outbox_of_person", "state = 'waiting'", "person_id", "not_before", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    person_id: str = Field(foreign_key="person.id")
    case_id: str | None = Field(default=None, foreign_key="case.id")
    kind: str
    text_key: str
    params: dict[str, Any] = Field(sa_type=JSON)
    threaded: bool
    urgent: bool
    not_before: datetime = Field(sa_type=Instant)
    state: str
    attempts: int
    retry_at: datetime = Field(sa_type=Instant)
    reason: str | None = None
    channel: str | None = None
    ts: str | None = None
    settled_at: datetime | None = Field(default=None, sa_type=Instant)


class DueRow(SQLModel, table=True):
    """Something that falls due; a row that is done stays, so that it is never done twice."""

    __tablename__ = "due"
    __table_args__ = (open_index("due_ready", "done_at IS NULL", "at"),)
    subject_kind: str = Field(primary_key=True)
    subject_id: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    kind: str
    audience: str
    person_id: str | None = Field(default=None, foreign_key="person.id")
    at: datetime = Field(sa_type=Instant)
    leased_until: datetime | None = Field(default=None, sa_type=Instant)
    done_at: datetime | None = Field(default=None, sa_type=Instant)


class DraftRow(SQLModel, table=True):
    __tablename__ = "draft"
    __table_args__ = (Index("draft_by_age", "expires_at"),)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    form: str = Field(primary_key=True)
    body: bytes
    expires_at: datetime = Field(sa_type=Instant)


class HandleRow(SQLModel, table=True):
    """A random word that stands for a subject in what chat keeps, for one person only."""

    __tablename__ = "handle"
    __table_args__ = (
        UniqueConstraint("person_id", "subject_kind", "subject_id"),
        Index("handle_by_age", "expires_at"),
    )
    handle: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id")
    subject_kind: str
    subject_id: str
    expires_at: datetime = Field(sa_type=Instant)


class ThreadRow(SQLModel, table=True):
    """The first message about a case to a person; later ones are replies to it."""

    __tablename__ = "thread"
    __table_args__ = (UniqueConstraint("channel", "ts"),)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    case_id: str = Field(primary_key=True, foreign_key="case.id")
    channel: str
    ts: str


class TypedMessageRow(SQLModel, table=True):
    """A message that somebody typed in chat and that was collected into a case."""

    __tablename__ = "typed_message"
    channel: str = Field(primary_key=True)
    ts: str = Field(primary_key=True)
    case_id: str = Field(foreign_key="case.id")
    person_id: str = Field(foreign_key="person.id")
    removed: bool


class ReceiptRow(SQLModel, table=True):
    """A submission that was handled, with what it came to."""

    __tablename__ = "receipt"
    __table_args__ = (Index("receipt_by_age", "at"),)
    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)
    result: str | None = None
