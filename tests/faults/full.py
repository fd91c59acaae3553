"""Fill the disk of the store to one level after the other.

At each level people tell until nothing fits any more; then room is made.
"""

import asyncio
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from slack_bolt.request.async_request import AsyncBoltRequest

from bot.app import Bot, built
from bot.health.checks import DISK, Health
from tests.conversations.stage import QUICK
from tests.faults.chance import drawn
from tests.faults.forks import Hear, Job, Say, forked
from tests.faults.life import settings_in
from tests.faults.rows import events
from tests.faults.tape import Moment, Tape
from tests.faults.victim import broken

PAGE = 4096
MOST = 250
"""Pages that are left free at most: some ten signals."""

TRIES = 60
FULL = "De app kan nu niets bewaren."
"""How the words begin that people then read."""

PER_SIGNAL = 2
"""Entries: the policy under which it was told, and what was told."""


@dataclass
class Count:
    """At how many levels how much was told, kept and refused, and whatever was wrong."""

    seed: str
    levels: int = 0
    kept: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)


def level(moment: Moment, folder: Path, free: int) -> Job:
    """Tell, with so many bytes free, until it is refused; and once more when there is room."""

    def job(say: Say, _hear: Hear) -> None:
        asyncio.run(_level(moment, folder, free, say))

    return job


async def _level(moment: Moment, folder: Path, free: int, say: Say) -> None:
    ballast = folder.with_name("ballast")
    async with built(settings_in(folder), lambda: moment.now, QUICK) as bot:
        bot.delivery.stop()
        _fill(ballast, free)
        number = await _until_refused(bot, moment, say)
        say("health", await _disk_is_well(bot))
        ballast.unlink()
        say("after", await told(bot, moment, number))
        say("again", await told(bot, moment, number + 1))
        say("well", await _disk_is_well(bot))
        await bot.settled()


async def _until_refused(bot: Bot, moment: Moment, say: Say) -> int:
    for number in range(TRIES):
        answer = await told(bot, moment, number)
        if answer != "kept":
            say("refused", answer)
            return number
        say("kept")
    return TRIES


async def told(bot: Bot, moment: Moment, number: int) -> str:
    """What somebody reads who tells for the so-manieth time; "kept" if that was it."""
    body = deepcopy(moment.body)
    body["view"]["id"] = f"V{number:04}"
    answer = await bot.slack.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    found = json.loads(answer.body) if answer.body.startswith("{") else {}
    errors = found.get("errors")
    return " ".join(errors.values()) if errors else "kept" if answer.status == 200 else "failed"


async def _disk_is_well(bot: Bot) -> bool:
    found = await Health(bot.settings, bot.tools, bot.ear).examined()
    return any(one.ok for one in found if one.name == DISK)


def _fill(ballast: Path, free: int) -> None:
    """Take all but so many bytes of the disk."""
    size = shutil.disk_usage(ballast.parent).free - free
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, size)


@dataclass
class Torture:
    tape: Tape
    disk: Path
    count: Count

    def level(self, free: int) -> None:
        moment, folder = self.tape.moments[0], self.disk / "store"
        moment.laid_out(folder)
        before = events(folder)
        child = forked(level(moment, folder, free))
        code = child.ended()
        self.count.levels += 1
        kept = child.said.count("kept")
        self.count.kept += kept
        self.count.refused += child.answer("refused") is not None
        told = (events(folder) - before) // PER_SIGNAL
        checks = {
            "it ended": code == 0,
            "the words": (child.answer("refused") or FULL).startswith(FULL),
            "red": child.answer("health") == "False",
            "goes on": child.answer("after") == child.answer("again") == "kept",
            "green": child.answer("well") == "True",
            "once each": told == kept + 2,
            "whole": not broken(settings_in(folder)),
        }
        wrong = [name for name, holds in checks.items() if not holds]
        self.count.wrong += [f"{free} bytes free: {wrong}, {child.said[-6:]}"] if wrong else []
        shutil.rmtree(folder)
        (self.disk / "ballast").unlink(missing_ok=True)


def run(tape: Tape, folder: Path, levels: int, seed: str) -> Count:
    random = drawn(seed)
    with small_disk(folder / "disk") as disk:
        torture = Torture(tape, disk, Count(seed))
        for number in range(levels):
            # Every page count in turn, and some bytes more: files end anywhere.
            torture.level((number * MOST // levels) * PAGE + random.randrange(PAGE))
    return torture.count


SIZE = "12m"


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of its own, in memory; OSError if we may not have one."""
    folder.mkdir()
    options = ("-t", "tmpfs", "-o", f"size={SIZE},mode=700", "none")
    done = subprocess.run(("mount", *options, str(folder)), check=False, capture_output=True)
    if done.returncode:
        raise OSError(done.stderr.decode().strip())
    try:
        yield folder
    finally:
        subprocess.run(("umount", str(folder)), check=True)


def refused(folder: Path) -> str | None:
    """Why there can be no small disk here; None if there can."""
    try:
        with small_disk(folder):
            return None
    except OSError as error:
        return f"no small disk can be made: {error}"
