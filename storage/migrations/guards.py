"""Triggers that forbid to change what is written once, whoever asks.

Part of migrations that were released: what they make must stay as it is.
"""

from alembic import op

FUNCTION = """
CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def forbid_changes(table: str) -> None:
    """No row of `table` is updated or deleted any more, and on a server it cannot be truncated."""
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(FUNCTION)
    for change in ("UPDATE", "DELETE", "TRUNCATE"):
        name = f"{table}_no_{change.lower()}"
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {change} ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )
        # Also in a session that replays what another server did.
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
