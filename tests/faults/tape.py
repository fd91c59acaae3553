"""What was delivered to the bot while somebody's case went on, each with the store as it was then.

A moment of the tape can be played again, on a copy of that store, as often as one likes: the words
and handles in the delivery are those that the store knows.
"""

import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from tests.conversations.installing import Data
from tests.conversations.stage import Stage
from tests.faults.life import bare, live
from tests.faults.rows import KEYS, MAIN, events

Dispatch = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


@dataclass(frozen=True)
class Moment:
    """A delivery that changed a case: its name, body and hour, and the folder as it was before."""

    name: str
    body: Data = field(hash=False)
    now: datetime
    folder: Path

    def laid_out(self, folder: Path) -> Path:
        """A copy of that folder."""
        return Path(shutil.copytree(self.folder, folder))


@dataclass
class Tape:
    """The moments so far, and the folder in which they are."""

    folder: Path
    moments: list[Moment]


async def recorded(folder: Path, *, whole: bool) -> Tape:
    """The life of a case, or its first part, as a tape."""
    lived, kept = folder / "lived", folder / "tape"
    lived.mkdir(parents=True)
    async with bare(lived) as stage:
        tape = Tape(kept, [])
        _record(stage, tape)
        await live(stage, whole=whole)
        copied(lived, kept / "end")
    return tape


def _record(stage: Stage, tape: Tape) -> None:
    """Take a copy before each delivery, and keep it if a case was changed."""
    dispatch: Dispatch = stage.bot.slack.async_dispatch

    async def taken(request: AsyncBoltRequest) -> BoltResponse:
        before = events(stage.folder)
        moment = Moment(
            _name(request.body),
            request.body,
            stage.clock(),
            tape.folder / f"{len(tape.moments):02}",
        )
        copied(stage.folder, moment.folder)
        answer = await dispatch(request)
        if events(stage.folder) > before:
            tape.moments.append(moment)
        else:
            shutil.rmtree(moment.folder)
        return answer

    stage.bot.slack.async_dispatch = taken  # type: ignore[assignment]  # the one place where all deliveries pass


def _name(body: Data) -> str:
    if body.get("type") == "block_actions":
        return str(body["actions"][0]["action_id"])
    return str(body.get("view", {}).get("callback_id", body.get("command", "event")))


def copied(folder: Path, to: Path) -> None:
    """A copy of an installation in use: SQLite's own way for databases, the rest as it is."""
    to.mkdir(parents=True)
    for path in folder.iterdir():
        if path.name in {MAIN, KEYS}:
            _copy_database(path, to / path.name)
        elif path.is_dir():
            shutil.copytree(path, to / path.name)
        elif "sqlite" not in path.name:
            shutil.copy(path, to / path.name)


def _copy_database(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
    to.chmod(0o600)
