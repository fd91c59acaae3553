"""Who is kept out of a case."""

from alembic import op
from sqlalchemy import Column, ForeignKey, PrimaryKeyConstraint, String

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "excluded",
        Column("case_id", String, ForeignKey("case.id"), nullable=False),
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        PrimaryKeyConstraint("case_id", "person_id"),
    )
    op.create_index("excluded_by_person", "excluded", ["person_id"])
