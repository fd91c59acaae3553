"""Stubs of the cases that were erased."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, PrimaryKeyConstraint, String

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER erased_case_no_{change.lower()} BEFORE {change} ON erased_case "
            "BEGIN SELECT RAISE(ABORT, 'erased_case is append-only'); END"
        )
