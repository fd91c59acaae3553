"""The keys of cases move to a database of their own, and erased cases leave a stub."""

from alembic import context, op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, PrimaryKeyConstraint, String, text

from storage.migrations.guards import forbid_changes

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    move_keys()
    make_stubs()


def move_keys() -> None:
    rows = op.get_bind().execute(text("SELECT case_id, wrapped FROM case_key")).all()
    # Durable there before they are gone here.
    context.config.attributes["move_keys"](rows)
    op.drop_table("case_key")


def make_stubs() -> None:
    op.create_table(
        "erased_case",
        Column("case_id", String, ForeignKey("case.id"), nullable=False),
        Column("code", String, nullable=False),
        Column("school", String, ForeignKey("school.id"), nullable=False),
        Column("raised_at", DateTime(timezone=True), nullable=False),
        Column("ended_at", DateTime(timezone=True), nullable=False),
        Column("entries", Integer, nullable=False),
        Column("ground", String, nullable=False),
        Column("decided_by", String, nullable=False),
        Column("erased_at", DateTime(timezone=True), nullable=False),
        PrimaryKeyConstraint("case_id"),
    )
    op.create_index("erased_case_of_school", "erased_case", ["school", "erased_at"])
    forbid_changes("erased_case")
