"""Several bots at one store on a server, of which some are killed; a process of its own.

Usage: python -m tests.faults.crowd FOLDER DATABASE SLACK TOKEN BOTS KILLS SEED. The store, the
files of the board and Slack are there. Prints what it counted as JSON.
"""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import count
from pathlib import Path
from time import sleep

import structlog
from pydantic import SecretStr

from bot.app import built
from bot.demo.school import demo_calendar
from bot.reminders import tick
from bot.service import changes
from bot.service.tools import Work
from bot.settings import Settings
from meldcode.choices import Urgency
from meldcode.commands import RaiseSignal
from tests.conversations.stage import QUICK, START
from tests.faults.chance import Random, drawn
from tests.faults.forks import Child, Job, Say, forked
from tests.faults.life import settings_in
from tests.faults.victim import QUIET, warmed

KILLS_A_DAY = 6
SIGNALS_A_DAY = 6
LONGEST_S = 0.5
"""After which a bot that is killed has mostly done what there was."""

CALM = 1
"""School days at the end on which nobody is killed, so that all that waits can go out."""

PAUSE_S = 0.05
SLOT = time(8, 5)
TODAY = "today"
"""A file that says what moment it is."""


@dataclass
class Count:
    """How many bots were killed, in how many days, and what they said who were not."""

    seed: str
    days: int = 0
    kills: int = 0
    wrong: list[str] = field(default_factory=list)


def telling(settings: Settings, now: datetime) -> Job:
    """Some signals of today."""

    async def work() -> None:
        async with built(settings, lambda: now, QUICK) as bot:
            bot.delivery.stop()
            for _ in range(SIGNALS_A_DAY):
                await bot.tools.store.write(
                    lambda unit: _raise(Work(unit, bot.tools, now)), whole_board=True
                )

    return lambda _say, _hear: asyncio.run(work())


def _raise(work: Work) -> None:
    sam = work.unit.people.get("sam", work.today)
    assert sam is not None
    changes.raise_signal(work, sam, "regenboog", RaiseSignal("Iets.", Urgency.TODAY))


def ticking(settings: Settings, now: datetime, is_over: Callable[[], bool]) -> Job:
    """Make messages of what is due and send them, again and again, until the day is over."""

    async def work(say: Say) -> None:
        async with built(settings, lambda: now, QUICK) as bot:
            say("ready")
            last = False
            while not last:
                last = is_over()
                await tick(bot.tools)
                await bot.delivery.drain()
                await asyncio.sleep(PAUSE_S)

    return lambda say, _hear: asyncio.run(work(say))


@dataclass
class Torture:
    settings: Settings
    over: Path
    bots: int
    random: Random
    count: Count

    def day(self, now: datetime, kills: int) -> None:
        """Some are killed and replaced; who is left finishes what can be finished today."""
        # Slack has the same clock: what came since when is asked of it.
        self.over.with_name(TODAY).write_text(now.isoformat(), "utf-8")
        if kills:
            self._well(forked(telling(self.settings, now)))
        self.over.unlink(missing_ok=True)
        working = [self._started(now) for _ in range(self.bots)]
        for _ in range(kills):
            place = self.random.randrange(self.bots)
            if self.random.random() < READY:
                working[place].until("ready")
            sleep(self.random.uniform(0, LONGEST_S))
            working[place].kill()
            working[place].ended()
            self.count.kills += 1
            working[place] = self._started(now)
        self.over.touch()
        for child in working:
            self._well(child)
        self.count.days += 1

    def _started(self, now: datetime) -> Child:
        return forked(ticking(self.settings, now, self.over.exists))

    def _well(self, child: Child) -> None:
        if child.ended():
            self.count.wrong.append(str(child.said[-1:]))


READY = 0.8
"""How many are killed only once they are at work."""


def days() -> Iterator[datetime]:
    """One school day after the other, at the hour of nudges."""
    calendar = demo_calendar()
    for ahead in count(1):
        yield datetime.combine(calendar.add(START.date(), ahead), SLOT, START.tzinfo)


def main(folder: Path, bots: int, kills: int, seed: str, **place: object) -> None:
    structlog.configure(wrapper_class=QUIET)
    warmed(folder)
    beside = {"case_keys_file": folder / "crowd.keys.sqlite", "proof_folder": folder / "proof"}
    settings = settings_in(folder).model_copy(update={**place, **beside})
    random = drawn(seed)
    torture = Torture(settings, folder / "over", bots, random, Count(seed))
    every = days()
    while torture.count.kills < kills:
        torture.day(next(every), min(KILLS_A_DAY, kills - torture.count.kills))
    for _ in range(CALM):
        torture.day(next(every), 0)
    sys.stdout.write(json.dumps(vars(torture.count)))


if __name__ == "__main__":
    folder, database, slack, token, bots, kills, seed = sys.argv[1:]
    place = {"database_url": database, "slack_api_url": slack, "slack_bot_token": SecretStr(token)}
    main(Path(folder), int(bots), int(kills), seed, **place)
