"""What is in the store, read from its file by other means than the product's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

TABLES = ("case", "case_event", "draft", "outbox", "typed_message", "meeting", "slip")


def counts(folder: Path) -> dict[str, int]:
    """How many rows there are of what people cause."""
    with closing(_open(folder)) as database:
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names from above
            for name in TABLES
        }


def everything(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with closing(_open(folder)) as database:
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: database.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - the store's own names
            for (name,) in found.fetchall()
        }


def outbox(folder: Path) -> list[tuple[str, str, str]]:
    """To whom, in which state and why, in the order in which they were written."""
    with closing(_open(folder)) as database:
        query = "SELECT person_id, state, coalesce(reason, '') FROM outbox ORDER BY id"
        return list(database.execute(query))


def holding(folder: Path, text: str) -> Iterator[str]:
    """The files in which this stands in plain bytes."""
    for path in folder.rglob("*"):
        if path.is_file() and text.encode() in path.read_bytes():
            yield path.name


def _open(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{folder / 'wegwijzer.sqlite'}?mode=ro", uri=True)
