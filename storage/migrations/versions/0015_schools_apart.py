"""Rows of a school are kept from other schools, and what belongs together is of one school."""

from collections.abc import Sequence

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
)

from storage.migrations.guards import forbid_changes
from storage.migrations.policies import at, hangs_on, keep_apart, works

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

OF_CASE = (
    *("access_line", "aside", "bottleneck", "case_event", "excluded", "participant"),
    *("thread", "typed_message"),
)
OF_PERSON = (
    *("agreed", "draft", "handle", "link_request", "linked_account", "practised"),
    *("second_factor", "training"),
)


def upgrade() -> None:
    op.create_index("case_in_school", "case", ["id", "school_id"], unique=True)
    op.create_index("meeting_in_school", "meeting", ["id", "school_id"], unique=True)
    if op.get_bind().dialect.name == "sqlite":
        make_anew()
    else:
        tie()
        shut()


def word(name: str) -> Column:
    return Column(name, String, nullable=False)


def whole(name: str) -> Column:
    return Column(name, Integer, nullable=False)


def instant(name: str) -> Column:
    return Column(name, DateTime(timezone=True), nullable=False)


def school(name: str) -> Column:
    return Column(name, String, ForeignKey("school.id"), nullable=False)


def of(table: str, school_column: str = "school_id") -> ForeignKeyConstraint:
    """What this row names is of the same school."""
    return ForeignKeyConstraint(
        [f"{table}_id", school_column], [f"{table}.id", f"{table}.school_id"]
    )


def make_anew() -> None:
    """SQLite cannot add a constraint to a table."""
    places = (word("case_id"), word("item_id"), word("meeting_id"), word("school_id"))
    facts = (whole("minutes"), Column("handled", Boolean, nullable=False))
    key = PrimaryKeyConstraint("case_id", "item_id")
    old = ["case_id", "item_id", "meeting_id", OF_ITS_CASE, "minutes", "handled"]
    remake("zbo_item", (*places, *facts, key, of("case"), of("meeting")), old)
    op.create_index("zbo_item_of_meeting", "zbo_item", ["meeting_id"])

    token = Column("token", LargeBinary, nullable=False)
    key = PrimaryKeyConstraint("case_id", "token")
    parts = (word("case_id"), token, school("school_id"), key, of("case"))
    remake("child_name", parts, ["case_id", "token", "school_id"])
    op.create_index("child_name_of_school", "child_name", ["school_id", "token"])
    make_stubs_anew()


OF_ITS_CASE = '(SELECT school_id FROM "case" WHERE id = case_id)'


def make_stubs_anew() -> None:
    columns = (
        *(word("case_id"), word("code"), school("school")),
        *(instant("raised_at"), instant("ended_at"), whole("entries")),
        *(word("ground"), word("decided_by"), instant("erased_at")),
    )
    names = [column.name for column in columns]
    parts = (*columns, PrimaryKeyConstraint("case_id"), of("case", "school"))
    remake("erased_case", parts, names)
    op.create_index("erased_case_of_school", "erased_case", ["school", "erased_at"])
    forbid_changes("erased_case")


def remake(table: str, parts: Sequence[object], old: Sequence[str]) -> None:
    """Put rows over; what hangs on the old table (indexes, triggers) is dropped with it."""
    op.create_table("anew", *parts)
    op.execute(f"INSERT INTO anew SELECT {', '.join(old)} FROM {table}")  # noqa: S608 - names from above
    op.drop_table(table)
    op.rename_table("anew", table)


def tie() -> None:
    op.add_column("zbo_item", Column("school_id", String))
    op.execute(f"UPDATE zbo_item SET school_id = {OF_ITS_CASE}")  # noqa: S608 - from above
    op.alter_column("zbo_item", "school_id", nullable=False)
    pairs = (
        *(("zbo_item", "case", "school_id"), ("zbo_item", "meeting", "school_id")),
        *(("child_name", "case", "school_id"), ("erased_case", "case", "school")),
    )
    for table, above, column in pairs:
        op.drop_constraint(f"{table}_{above}_id_fkey", table)
        columns = [f"{above}_id", column]
        op.create_foreign_key(f"{table}_of_{above}", table, above, columns, ["id", "school_id"])


def shut() -> None:
    for table in ("case", "meeting", "slip", "zbo_item", "child_name"):
        keep_apart(table, at("school_id"))
    keep_apart("erased_case", at("school"))
    for table in OF_CASE:
        keep_apart(table, hangs_on("case", f"{table}.case_id"))
    for table in OF_PERSON:
        keep_apart(table, works(f"{table}.person_id"))
    keep_apart("meeting_member", hangs_on("meeting", "meeting_member.meeting_id"))
    case, person = hangs_on("case", "outbox.case_id"), works("outbox.person_id")
    keep_apart("outbox", f"CASE WHEN case_id IS NULL THEN {person} ELSE {case} END")
    kinds = {
        "case": hangs_on("case", "due.subject_id"),
        "meeting": hangs_on("meeting", "due.subject_id"),
        "school": at("due.subject_id"),
    }
    about = " ".join(f"WHEN '{kind}' THEN {seen}" for kind, seen in kinds.items())
    keep_apart("due", f"CASE subject_kind {about} ELSE false END")
