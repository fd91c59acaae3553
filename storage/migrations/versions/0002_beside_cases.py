"""What stands beside cases: slips that are thrown away, what people agreed to, and blind names."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_slips()
    make_agreed()
    make_names()


def word(name: str) -> Column:
    return Column(name, String, nullable=False)


def ref(name: str, target: str) -> Column:
    return Column(name, String, ForeignKey(target), nullable=False)


def instant(name: str) -> Column:
    return Column(name, DateTime(timezone=True), nullable=False)


def sealed(name: str) -> Column:
    return Column(name, LargeBinary, nullable=False)


def make_slips() -> None:
    op.create_table(
        "slip",
        *(word("id"), word("kind")),
        *(ref("owner_id", "person.id"), ref("school_id", "school.id")),
        Column("waiting", Boolean, nullable=False),
        *(sealed("body"), instant("expires_at")),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("slip_of_owner", "slip", ["owner_id", "kind"])
    op.create_index("slip_of_school", "slip", ["school_id", "kind"])
    op.create_index("slip_by_age", "slip", ["expires_at"])


def make_agreed() -> None:
    op.create_table(
        "agreed",
        *(ref("person_id", "person.id"), word("what"), instant("at")),
        PrimaryKeyConstraint("person_id", "what"),
    )


def make_names() -> None:
    op.create_table(
        "child_name",
        *(ref("case_id", "case.id"), sealed("token"), ref("school_id", "school.id")),
        PrimaryKeyConstraint("case_id", "token"),
    )
    op.create_index("child_name_of_school", "child_name", ["school_id", "token"])
