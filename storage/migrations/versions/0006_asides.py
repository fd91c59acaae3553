"""Who has something to do for a case for a while: people in a planned talk, people asked."""

from alembic import op
from sqlalchemy import Column, Date, ForeignKey, PrimaryKeyConstraint, String

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aside",
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("case_id", String, ForeignKey("case.id"), nullable=False),
        Column("on", Date, nullable=False),
        PrimaryKeyConstraint("person_id", "case_id"),
    )
    op.create_index("aside_of_case", "aside", ["case_id"])
