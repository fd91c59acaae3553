"""The second factor of somebody who reads cases: a sealed secret, and how it was used."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, String

from storage.columns import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "second_factor",
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("secret", LargeBinary, nullable=False),
        Column("used", Integer, nullable=False),
        Column("until", Instant, nullable=True),
        Column("wrong", Integer, nullable=False),
        Column("wait_until", Instant, nullable=True),
        PrimaryKeyConstraint("person_id"),
    )
