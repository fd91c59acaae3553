"""Who takes part in a case beside the care team, and what got in the way of closed ones."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, PrimaryKeyConstraint, String

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "participant",
        Column("case_id", String, ForeignKey("case.id"), nullable=False),
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("relation", String, nullable=False),
        PrimaryKeyConstraint("case_id", "person_id", "relation"),
    )
    op.create_index("participant_by_person", "participant", ["person_id"])
    op.create_table(
        "bottleneck",
        Column("case_id", String, ForeignKey("case.id"), nullable=False),
        Column("seq", Integer, nullable=False),
        Column("kind", String, nullable=False),
        Column("at", DateTime(timezone=True), nullable=False),
        PrimaryKeyConstraint("case_id", "seq", "kind"),
    )
