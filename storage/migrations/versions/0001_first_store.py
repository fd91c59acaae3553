"""The first store: people, cases, what waits to be sent, what falls due, and conversations."""

from alembic import op
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    text,
)

from storage.migrations.guards import forbid_changes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("case_event", "access_line")


def upgrade() -> None:
    make_people()
    make_cases()
    make_journal()
    make_outbox()
    make_due()
    make_conversations()
    make_setting()
    for table in APPEND_ONLY:
        forbid_changes(table)


def words(*names: str) -> list[Column]:
    """Text columns that are always filled."""
    return [Column(name, String, nullable=False) for name in names]


def word(name: str) -> Column:
    return Column(name, String, nullable=True)


def ref(name: str, target: str, *, empty: bool = False) -> Column:
    return Column(name, String, ForeignKey(target), nullable=empty)


def instant(name: str, *, empty: bool = False) -> Column:
    return Column(name, DateTime(timezone=True), nullable=empty)


def flag(name: str) -> Column:
    return Column(name, Boolean, nullable=False)


def number(name: str) -> Column:
    return Column(name, Integer, nullable=False)


def sealed(name: str) -> Column:
    return Column(name, LargeBinary, nullable=False)


def waiting_index(name: str, table: str, columns: list[str], condition: str) -> None:
    where = text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def make_people() -> None:
    calendar = Column("calendar", JSON, nullable=False)
    contact = words("id", "name", "contact_name", "contact_phone")
    op.create_table("school", *contact, calendar, flag("active"), PrimaryKeyConstraint("id"))
    op.create_table(
        "person", *words("id", "name", "email"), flag("active"), PrimaryKeyConstraint("id")
    )
    op.create_index("ix_person_email", "person", ["email"])
    op.create_table(
        "role",
        ref("person_id", "person.id"),
        ref("school_id", "school.id"),
        *words("role"),
        number("position"),
        Column("since", Date, nullable=True),
        Column("until", Date, nullable=True),
        PrimaryKeyConstraint("person_id", "school_id", "role"),
    )
    op.create_index("role_of_school", "role", ["school_id", "role", "position"])
    op.create_table(
        "account",
        ref("person_id", "person.id"),
        *words("platform", "platform_id"),
        PrimaryKeyConstraint("person_id", "platform"),
        UniqueConstraint("platform", "platform_id"),
    )
    op.create_table("absence", ref("person_id", "person.id"), PrimaryKeyConstraint("person_id"))


def make_cases() -> None:
    op.create_table(
        "case",
        *words("id", "code"),
        ref("school_id", "school.id"),
        *words("status"),
        ref("raised_by", "person.id"),
        ref("holder_id", "person.id", empty=True),
        instant("raised_at"),
        instant("read_at", empty=True),
        instant("answered_at", empty=True),
        *words("stage"),
        flag("asked"),
        Column("next_check", Date, nullable=True),
        number("version"),
        instant("updated_at"),
        PrimaryKeyConstraint("id"),
        UniqueConstraint("code"),
    )
    op.create_index("case_of_holder", "case", ["holder_id", "status"])
    op.create_index("case_of_raiser", "case", ["raised_by", "raised_at"])
    op.create_index("case_of_school", "case", ["school_id", "status", "holder_id"])
    op.create_index("case_to_check", "case", ["school_id", "next_check"])
    make_meetings()


def make_meetings() -> None:
    op.create_table(
        "meeting",
        *words("id"),
        ref("school_id", "school.id"),
        instant("at"),
        ref("chair_id", "person.id", empty=True),
        flag("from_file"),
        flag("active"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("meeting_of_school", "meeting", ["school_id", "at"])
    op.create_table(
        "zbo_item",
        ref("case_id", "case.id"),
        *words("item_id"),
        ref("meeting_id", "meeting.id"),
        number("minutes"),
        flag("handled"),
        PrimaryKeyConstraint("case_id", "item_id"),
    )
    op.create_index("zbo_item_of_meeting", "zbo_item", ["meeting_id"])


def make_journal() -> None:
    op.create_table(
        "case_key", ref("case_id", "case.id"), sealed("wrapped"), PrimaryKeyConstraint("case_id")
    )
    op.create_table(
        "case_event",
        ref("case_id", "case.id"),
        number("seq"),
        instant("at"),
        *words("by"),
        sealed("body"),
        sealed("prev_hash"),
        sealed("hash"),
        PrimaryKeyConstraint("case_id", "seq"),
    )
    op.create_table(
        "access_line",
        number("id"),
        ref("case_id", "case.id"),
        *words("person_id", "action", "why"),
        instant("at"),
        flag("granted"),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("access_line_of_case", "access_line", ["case_id", "id"])


def make_outbox() -> None:
    op.create_table(
        "outbox",
        number("id"),
        *words("key"),
        ref("person_id", "person.id"),
        ref("case_id", "case.id", empty=True),
        *words("kind", "text_key"),
        Column("params", JSON, nullable=False),
        flag("threaded"),
        flag("urgent"),
        instant("not_before"),
        *words("state"),
        number("attempts"),
        instant("retry_at"),
        word("reason"),
        word("channel"),
        word("ts"),
        instant("settled_at", empty=True),
        PrimaryKeyConstraint("id"),
        UniqueConstraint("key"),
    )
    waits = "state = 'waiting'"
    waiting_index("outbox_ready", "outbox", ["not_before"], waits)
    waiting_index("outbox_of_person", "outbox", ["person_id", "not_before", "id"], waits)


def make_due() -> None:
    op.create_table(
        "due",
        *words("subject_kind", "subject_id", "key", "kind", "audience"),
        ref("person_id", "person.id", empty=True),
        instant("at"),
        instant("leased_until", empty=True),
        instant("done_at", empty=True),
        PrimaryKeyConstraint("subject_kind", "subject_id", "key"),
    )
    waiting_index("due_ready", "due", ["at"], "done_at IS NULL")


def make_conversations() -> None:
    person, case = ("person_id", "person.id"), ("case_id", "case.id")
    op.create_table(
        "draft",
        ref(*person),
        *words("form"),
        sealed("body"),
        instant("expires_at"),
        PrimaryKeyConstraint("person_id", "form"),
    )
    op.create_index("draft_by_age", "draft", ["expires_at"])
    op.create_table(
        "handle",
        *words("handle"),
        ref(*person),
        *words("subject_kind", "subject_id"),
        instant("expires_at"),
        PrimaryKeyConstraint("handle"),
        UniqueConstraint("person_id", "subject_kind", "subject_id"),
    )
    op.create_index("handle_by_age", "handle", ["expires_at"])
    op.create_table(
        "thread",
        ref(*person),
        ref(*case),
        *words("channel", "ts"),
        PrimaryKeyConstraint("person_id", "case_id"),
        UniqueConstraint("channel", "ts"),
    )
    typed = (*words("channel", "ts"), ref(*case), ref(*person), flag("removed"))
    op.create_table("typed_message", *typed, PrimaryKeyConstraint("channel", "ts"))


def make_setting() -> None:
    op.create_table("setting", *words("name"), sealed("value"), PrimaryKeyConstraint("name"))
    receipt = (*words("key"), instant("at"), word("result"))
    op.create_table("receipt", *receipt, PrimaryKeyConstraint("key"))
    op.create_index("receipt_by_age", "receipt", ["at"])
