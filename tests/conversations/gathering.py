"""All that a played story left behind, for `tests.conversations.leaks` to look through."""

import io
import os
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from bot.health.checks import Health
from bot.health.server import LIVE, METRICS, READY, monitor
from storage.erasing import Erasure
from tests.bot.slack.asgi_client import get
from tests.conversations.leaks import Evidence
from tests.conversations.listening import listening
from tests.conversations.stage import Stage


@dataclass(frozen=True)
class Heard:
    """What was written by the log, and what by anything else, to either stream."""

    log: io.StringIO
    streams: io.StringIO


@contextmanager
def overheard() -> Iterator[Heard]:
    """Everything that this process writes down, the log at DEBUG."""
    streams = io.StringIO()
    with redirect_stderr(streams), redirect_stdout(streams), listening() as log:
        yield Heard(log, streams)


async def gathered(stage: Stage, heard: Heard, kept: Path) -> Evidence:
    """The evidence of a story that is over; ends it by erasing Sam's case.

    `kept` gets the store as it is while the bot runs, with what SQLite lays beside it, a backup as
    SQLite makes one, and the store after an erasure, which writes its files anew.
    """
    shutil.copytree(stage.folder, kept / "running")
    for path in stage.folder.glob("*.sqlite"):
        _back_up(path, kept / f"backup-{path.name}")
    await _erase(stage)
    shutil.copytree(stage.folder, kept / "erased")
    return Evidence(
        stage.workspace.chat_text(),
        tuple(stage.workspace.log),
        tuple(stage.acks),
        heard.log.getvalue(),
        kept,
        tuple(stage.workspace.sent),
        heard.streams.getvalue(),
        _environment(),
        await _monitoring(stage),
    )


def _back_up(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(path)) as store, closing(sqlite3.connect(copy)) as there:
        store.backup(there)


async def _erase(stage: Stage) -> None:
    (line,) = await stage.told_by("sam")
    order = Erasure(line.id, "term", "directeur", stage.clock())
    await stage.bot.tools.store.erase(lambda _unit: [order])


async def _monitoring(stage: Stage) -> str:
    """What whoever may ask for health and figures gets."""
    bot = stage.bot
    app = monitor(Health(bot.settings, bot.tools, bot.ear), bot.metrics)
    answers = [await get(app, path) for path in (LIVE, READY, METRICS)]
    return "\n".join(answer.body.decode() for answer in answers)


def _environment() -> str:
    """What others on the machine may see of a process: variables, arguments, names of threads."""
    variables = (f"{name}={value}" for name, value in os.environ.items())
    names = (thread.name for thread in threading.enumerate())
    return "\n".join((*variables, *sys.argv, *names))
