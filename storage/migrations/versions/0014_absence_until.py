"""Somebody is away up to and with a day."""

from alembic import op
from sqlalchemy import Column, Date

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("absence", Column("until", Date, nullable=True))
