"""The tables beside those of cases. Migrations make them; a test compares both."""

from datetime import date, datetime

from sqlmodel import Field, Index, SQLModel

from storage.columns import Instant, of_one_school


class SlipRow(SQLModel, table=True):
    """What somebody wrote that belongs to no case and is thrown away at its time."""

    __tablename__ = "slip"
    __table_args__ = (
        Index("slip_of_owner", "owner_id", "kind"),
        Index("slip_of_school", "school_id", "kind"),
        Index("slip_by_age", "expires_at"),
    )
    id: str = Field(primary_key=True)
    kind: str
    owner_id: str = Field(foreign_key="person.id")
    school_id: str = Field(foreign_key="school.id")
    waiting: bool
    body: bytes
    expires_at: datetime = Field(sa_type=Instant)


class AgreedRow(SQLModel, table=True):
    """That somebody has read something and understood it."""

    __tablename__ = "agreed"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    what: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)


class ErasedCaseRow(SQLModel, table=True):
    """A stub: that there was a case, and who erased it on what ground."""

    __tablename__ = "erased_case"
    __table_args__ = (
        Index("erased_case_of_school", "school", "erased_at"),
        of_one_school("case", "school"),
    )
    case_id: str = Field(primary_key=True)
    code: str
    school: str = Field(foreign_key="school.id")
    raised_at: datetime = Field(sa_type=Instant)
    ended_at: datetime = Field(sa_type=Instant)
    entries: int
    ground: str
    decided_by: str
    erased_at: datetime = Field(sa_type=Instant)


class ChildNameRow(SQLModel, table=True):
    """One word of a child's name that nobody can read back (`storage.names`)."""

    __tablename__ = "child_name"
    __table_args__ = (
        Index("child_name_of_school", "school_id", "token"),
        of_one_school("case"),
    )
    case_id: str = Field(primary_key=True)
    token: bytes = Field(primary_key=True)
    school_id: str = Field(foreign_key="school.id")


class MeetingMemberRow(SQLModel, table=True):
    """That somebody is expected at every item of a ZBO meeting."""

    __tablename__ = "meeting_member"
    __table_args__ = (Index("meeting_member_by_person", "person_id"),)
    meeting_id: str = Field(primary_key=True, foreign_key="meeting.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id")


class PractisedRow(SQLModel, table=True):
    """That somebody has practised with an invented child on a day; nothing of what they did."""

    __tablename__ = "practised"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    on: date = Field(primary_key=True)


class SecondFactorRow(SQLModel, table=True):
    """The secret of somebody's authenticator app, sealed, and how its codes were used."""

    __tablename__ = "second_factor"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    secret: bytes
    used: int
    until: datetime | None = Field(default=None, sa_type=Instant)
    wrong: int
    wait_until: datetime | None = Field(default=None, sa_type=Instant)


class LinkedAccountRow(SQLModel, table=True):
    """A token with which the bot removes what somebody typed in chat themselves, sealed."""

    __tablename__ = "linked_account"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    token: bytes


class LinkRequestRow(SQLModel, table=True):
    """Somebody is on the way to link their account; the state says so once, for a while."""

    __tablename__ = "link_request"
    __table_args__ = (
        Index("link_request_by_state", "state", unique=True),
        Index("link_request_by_age", "expires_at"),
    )
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    state: str
    expires_at: datetime = Field(sa_type=Instant)


class TrainingRow(SQLModel, table=True):
    """That somebody was trained; the name of the training is sealed."""

    __tablename__ = "training"
    __table_args__ = (Index("training_of_person", "person_id"),)
    id: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id")
    kind: str
    on: date
    what: bytes
