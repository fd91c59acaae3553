"""Guests: somebody takes part in a case up to and with a day."""

from alembic import op
from sqlalchemy import Column, Date

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("participant", Column("until", Date, nullable=True))
