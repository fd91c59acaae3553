"""The register of trainings: who, of which kind, on which day, and a sealed name."""

from alembic import op
from sqlalchemy import Column, Date, ForeignKey, LargeBinary, PrimaryKeyConstraint, String

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training",
        Column("id", String, nullable=False),
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        Column("kind", String, nullable=False),
        Column("on", Date, nullable=False),
        Column("what", LargeBinary, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_index("training_of_person", "training", ["person_id"])
