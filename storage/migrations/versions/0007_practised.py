"""That somebody has practised with an invented child, and when."""

from alembic import op
from sqlalchemy import Column, Date, ForeignKey, PrimaryKeyConstraint, String

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "practised",
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("on", Date, nullable=False),
        PrimaryKeyConstraint("person_id", "on"),
    )
