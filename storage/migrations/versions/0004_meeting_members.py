"""Who is a standing member of a ZBO meeting."""

from alembic import op
from sqlalchemy import Column, ForeignKey, PrimaryKeyConstraint, String

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting_member",
        Column("meeting_id", String, ForeignKey("meeting.id"), nullable=False),
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        PrimaryKeyConstraint("meeting_id", "person_id"),
    )
    op.create_index("meeting_member_by_person", "meeting_member", ["person_id"])
