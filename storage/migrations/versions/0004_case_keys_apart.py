"""The keys of cases move to a database of their own."""

from alembic import context, op
from sqlalchemy import text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    rows = op.get_bind().execute(text("SELECT case_id, wrapped FROM case_key")).all()
    # Durable there before they are gone here.
    context.config.attributes["move_keys"](rows)
    op.drop_table("case_key")
