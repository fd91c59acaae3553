"""All that is stored, read from the files by other means than the product's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

MAIN, KEYS = "wegwijzer.sqlite", "wegwijzer.keys.sqlite"
Rows = dict[str, list[tuple[object, ...]]]


def events(folder: Path) -> int:
    """How many entries all cases have together."""
    with closing(_open(folder / MAIN)) as database:
        return int(database.execute("SELECT count(*) FROM case_event").fetchone()[0])


def rows(folder: Path) -> Rows:
    """Every row of every table, and which keys and copies there are.

    A key is there before its case, so one without a case tells nothing; how it is locked changes
    with the master key.
    """
    found = dict(_tables(folder / MAIN))
    keys = dict(_tables(folder / KEYS))["data_key"]
    cases = {row[0] for row in found.get("case", ())}
    found["key"] = [row[:2] for row in keys if row[0] != "case" or row[1] in cases]
    found["copy"] = [(path.name,) for path in sorted(folder.glob("wegwijzer.backups/*.data"))]
    return found


def state(folder: Path) -> str:
    """All of it in one word, and behind it how many looks were written down.

    Left out are handles: they are given to people as screens are shown to them, and tell nothing.
    Looks are counted: whoever sends something again has looked again.
    """
    found = rows(folder)
    looks, _handles = found.pop("access_line"), found.pop("handle")
    return f"{_word(sorted(found.items()))} {len(looks)}"


def contents(folder: Path) -> str:
    """What stands in the tables of the cases, whatever version they have."""
    return _word(sorted(_tables(folder / MAIN)))


def _word(rows: object) -> str:
    return sha256(repr(rows).encode()).hexdigest()[:16]


def _tables(file: Path) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    with closing(_open(file)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        for (name,) in names.fetchall():
            yield name, sorted(database.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608 - the store's own names


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)
