"""In which role, at what part and for whom somebody looked at a case."""

from alembic import op
from sqlalchemy import Column, String

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("role", "part", "on_behalf"):
        op.add_column("access_line", Column(name, String, nullable=True))
    op.create_index("access_line_by_time", "access_line", ["at"])
