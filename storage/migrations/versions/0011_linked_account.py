"""Linked accounts: a sealed token of somebody's own, and who is on the way to give one."""

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, PrimaryKeyConstraint, String

from storage.columns import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linked_account",
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("token", LargeBinary, nullable=False),
        PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "link_request",
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("state", String, nullable=False),
        Column("expires_at", Instant, nullable=False),
        PrimaryKeyConstraint("person_id"),
    )
    op.create_index("link_request_by_state", "link_request", ["state"], unique=True)
    op.create_index("link_request_by_age", "link_request", ["expires_at"])
