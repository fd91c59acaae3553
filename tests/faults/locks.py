"""Let another process hold the store while people tell.

Each time it is held for 0.1 to 10 seconds, the cases or their keys.
"""

import asyncio
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

from bot.app import Bot, built
from tests.conversations.stage import QUICK
from tests.faults.chance import drawn
from tests.faults.forks import Hear, Job, Say, forked
from tests.faults.full import PER_SIGNAL, told
from tests.faults.life import settings_in
from tests.faults.rows import KEYS, MAIN, events
from tests.faults.tape import Moment, Tape
from tests.faults.victim import broken

PEOPLE = 5
"""Who tell at the same moment."""

PROMISED_S = 2.5
"""Within which everybody is answered, whoever holds the store."""

LEAST_S, MOST_S = 0.1, 10.0
NOT_SAVED = "Dit lukte niet en je tekst is niet bewaard."


@dataclass
class Count:
    """How often it was held, what the answers were and how long the slowest took."""

    seed: str
    holds: int = 0
    kept: int = 0
    refused: int = 0
    late: int = 0
    slowest: float = 0.0
    held: dict[str, int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def holding(file: Path, seconds: float) -> Job:
    def job(say: Say, _hear: Hear) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            say("held")
            sleep(seconds)
            database.execute("ROLLBACK")

    return job


def telling(moment: Moment, folder: Path) -> Job:
    """Some at once, and once more when told that the store is free."""

    def job(say: Say, hear: Hear) -> None:
        asyncio.run(_tell(moment, folder, say, hear))

    return job


async def _tell(moment: Moment, folder: Path, say: Say, hear: Hear) -> None:
    async with built(settings_in(folder), lambda: moment.now, QUICK) as bot:
        bot.delivery.stop()
        say("ready")
        hear()
        await asyncio.gather(*(_timed(bot, moment, number, say) for number in range(PEOPLE)))
        say("answered")
        hear()
        for number in range(PEOPLE):
            say("again", await told(bot, moment, number))
        await bot.settled()


async def _timed(bot: Bot, moment: Moment, number: int, say: Say) -> None:
    begun = monotonic()
    said = await told(bot, moment, number)
    say("told", f"{monotonic() - begun:.3f}", said)


@dataclass
class Torture:
    tape: Tape
    folder: Path
    count: Count

    def hold(self, name: str, seconds: float) -> None:
        moment = self.tape.moments[0]
        folder = moment.laid_out(self.folder / "store")
        before = events(folder)
        child = forked(telling(moment, folder))
        child.until("ready")
        holder = forked(holding(folder / name, seconds))
        holder.until("held")
        child.go()
        child.until("answered")
        holder.ended()
        child.go()
        code = child.ended()
        told = [line.split(maxsplit=2)[1:] for line in child.said if line.startswith("told")]
        self._count(name, told)
        checks = {
            "it ended": code == 0,
            "the words": all(one == "kept" or one.startswith(NOT_SAVED) for _, one in told),
            "again": child.said.count("again kept") == PEOPLE,
            "once each": events(folder) - before == PER_SIGNAL * PEOPLE,
            "whole": not broken(settings_in(folder)),
        }
        wrong = [check for check, holds in checks.items() if not holds]
        self.count.wrong += [f"{name}, {seconds:.1f} s: {wrong}, {child.said}"] if wrong else []
        shutil.rmtree(folder)

    def _count(self, name: str, told: list[list[str]]) -> None:
        self.count.holds += 1
        self.count.held[name] += 1
        self.count.kept += sum(one == "kept" for _, one in told)
        self.count.refused += sum(one != "kept" for _, one in told)
        self.count.late += sum(float(seconds) > PROMISED_S for seconds, _ in told)
        self.count.slowest = max(self.count.slowest, *(float(seconds) for seconds, _ in told))


def run(tape: Tape, folder: Path, holds: int, seed: str) -> Count:
    torture, random = Torture(tape, folder, Count(seed)), drawn(seed)
    for number in range(holds):
        # As many short ones as long ones.
        seconds = LEAST_S * (MOST_S / LEAST_S) ** random.random()
        torture.hold((KEYS, MAIN)[number % 2], seconds)
    return torture.count
