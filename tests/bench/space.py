"""What a case takes: a signal that is answered, added to and closed, many times over."""

import resource
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.conversations.doing import leave, opened, press, send, tell
from tests.conversations.seen import expect_anything
from tests.conversations.stage import Stage, staged

STORE, KEYS = "wegwijzer.sqlite", "wegwijzer.keys.sqlite"
ROWS = (
    "SELECT count(*) FROM case_event",
    "SELECT count(*) FROM access_line",
    "SELECT count(*) FROM outbox",
)
FIRST, MORE = 10, 40
"""Cases before counting, which fill the first page of every table and index, and those counted."""

HEAD = (
    "of one case",
    "entries",
    "looks",
    "messages",
    "kB in the store",
    "kB of keys",
    "kB an entry",
)


@dataclass(frozen=True)
class Taken:
    """Bytes of pages in use, and rows."""

    store: int
    keys: int
    rows: tuple[int, ...]


async def case(folder: Path) -> tuple[str, ...]:
    """A row under HEAD, of the average."""
    async with staged(folder) as stage:
        before = await _after(stage, FIRST)
        now = await _after(stage, MORE)
    store, keys = (now.store - before.store) / MORE, (now.keys - before.keys) / MORE
    rows = [(n - then) / MORE for n, then in zip(now.rows, before.rows, strict=True)]
    kilobytes = (f"{one / 1000:.2f}" for one in (store, keys, store / rows[0]))
    return ("told, answered, added to, closed", *(f"{one:.0f}" for one in rows), *kilobytes)


def table(row: tuple[str, ...]) -> str:
    """In Markdown."""
    lines = (HEAD, ("---",) * len(HEAD), row)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def memory() -> str:
    """Of this process, in which the bot, Slack and every benchmark ran."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB"


async def _after(stage: Stage, cases: int) -> Taken:
    for _ in range(cases):
        await _lived(stage)
    with closing(sqlite3.connect(stage.folder / STORE)) as database:
        rows = tuple(database.execute(query).fetchone()[0] for query in ROWS)
    return Taken(_used(stage.folder / STORE), _used(stage.folder / KEYS), rows)


async def _lived(stage: Stage) -> None:
    words = "Robin kwam drie keer zonder jas en zonder brood op school, en zei er niets over."
    await tell(stage, text=words, child="Robin Bos")
    await opened(stage, "maria", "take")
    await press(stage, "maria", "answer")
    await send(stage, "maria", text="Fijn dat je dit vertelt. Kom je vanmiddag even langs?")
    await leave(stage, "maria")
    await opened(stage, "sam", "add")
    await send(stage, "sam", text="Vandaag had Robin wel een jas aan.")
    await leave(stage, "sam")
    await opened(stage, "maria", "close")
    await send(stage, "maria", grounds="resolved", reason="Het is goed genoeg.")
    await leave(stage, "maria")
    expect_anything(stage)


def _used(path: Path) -> int:
    """Bytes of pages that hold something, those that are not in the file yet too."""
    with closing(sqlite3.connect(path)) as database:
        pages, free, size = (
            database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
    return int((pages - free) * size)
