"""Row-level security: rows of a school are there for who works at it, and for the whole board.

Part of migrations that were released: what they make must stay as it is.
"""

from alembic import op

# Each as a query of its own, so that the server asks it once and not for every row.
SCHOOLS = "(SELECT current_setting('wegwijzer.schools', true))"
BOARD = f"{SCHOOLS} = '*'"


def at(column: str) -> str:
    """That this column is one of the schools."""
    return f"{column} = ANY (string_to_array({SCHOOLS}, ','))"


def hangs_on(table: str, column: str) -> str:
    """That the row of another table that this column names can be seen."""
    return f'EXISTS (SELECT 1 FROM "{table}" AS above WHERE above.id = {column})'  # noqa: S608 - names from migrations


def works(column: str) -> str:
    """That this column is somebody with a role at one of the schools."""
    here = at("role.school_id")
    return f"EXISTS (SELECT 1 FROM role WHERE role.person_id = {column} AND {here})"  # noqa: S608 - names from migrations


def keep_apart(table: str, condition: str) -> None:
    """Of `table` only such rows can be seen or written, on a server, also by its owner."""
    op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
    op.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
    op.execute(f'CREATE POLICY of_school ON "{table}" USING ({BOARD} OR {condition})')
