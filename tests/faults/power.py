"""Cut the power at random moments of a case's life.

The real bot lives once, on its own SQLite, under strace; then the disk is made as it may be after
each cut, and the store on it is opened.
"""

import asyncio
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.stores import opened
from storage.store import Store
from tests.conversations.stage import START, Stage
from tests.faults.acts import ALL
from tests.faults.chance import Random, drawn
from tests.faults.disk import Disk
from tests.faults.forks import Hear, Job, Say, forked
from tests.faults.life import bare, live, settings_in
from tests.faults.rows import MAIN
from tests.faults.script import OPTIONS, Call, calls, happen
from tests.faults.strace import followed
from tests.faults.victim import broken, every_case

COUNTED = ("case_event", "access_line", "erased_case", "receipt")
"""Tables of which nothing is ever taken back within a day, but receipts of an erased case."""


def kept(folder: Path) -> list[int]:
    """How many rows they have."""
    with closing(sqlite3.connect(f"file:{folder / MAIN}?mode=ro", uri=True)) as found:
        return [
            int(found.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608 - names from above
            for name in COUNTED
        ]


def living(folder: Path, *, whole: bool) -> Job:
    """The life of a case; after each answer it says what is stored by then."""

    def job(say: Say, hear: Hear) -> None:
        hear()
        asyncio.run(_live(folder, say, whole=whole))

    return job


async def _live(folder: Path, say: Say, *, whole: bool) -> None:
    async with bare(folder) as stage:
        _tell(stage, say)
        await live(stage, whole=whole)
        await stage.bot.turn()
        say("acked", *kept(folder))
        await ALL["erase"](stage.bot)
        say("acked", *kept(folder))


def _tell(stage: Stage, say: Say) -> None:
    dispatch = stage.bot.slack.async_dispatch

    async def told(request: AsyncBoltRequest) -> BoltResponse:
        answer = await dispatch(request)
        say("acked", *kept(stage.folder))
        return answer

    stage.bot.slack.async_dispatch = told  # type: ignore[assignment]  # the one place where all deliveries pass


def lived(folder: Path, log: Path, *, whole: bool) -> None:
    child = forked(living(folder, whole=whole))
    with followed(child.pid, log, *OPTIONS):
        child.go()
        code = child.ended()

    assert code == 0, child.said[-3:]


@dataclass
class Count:
    """How many cuts, after how many answers, what was in the files, and whatever was wrong."""

    seed: str
    cuts: int = 0
    calls: int = 0
    answers: int = 0
    unsynced: int = 0
    slowest_start: float = 0.0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Torture:
    folder: Path
    random: Random
    count: Count
    disk: Disk = field(default_factory=Disk)
    acknowledged: list[int] | None = None

    def play(self, every: list[Call], cuts: int) -> None:
        """Go through the calls once, with as many cuts after the first answer."""
        first = next(number for number, call in enumerate(every) if _answer(call))
        where = Counter(self.random.choices(range(first, len(every)), k=cuts))
        self.count.calls = len(every)
        for number, call in enumerate(every):
            happen(self.disk, call, f"{self.folder / 'lived'}/")
            if answer := _answer(call):
                self.acknowledged = answer
                self.count.answers += 1
            for _ in range(where[number]):
                self.cut(number)

    def cut(self, number: int) -> None:
        """Start on what is on the disk if the power went now."""
        self.count.cuts += 1
        self.count.unsynced += sum(bool(file.since) for file in self.disk.names().values())
        there = self.folder / "cut"
        _laid_out(self.disk.lost(self.random), self.folder / "lived", there)
        child = forked(starting(there))
        wrong = child.ended() and child.said[-1]
        found = [int(one) for one in (child.answer("kept") or "").split()]
        if wrong or _lost(found, self.acknowledged or []):
            self.count.wrong.append(f"call {number}: {wrong or found}, {self.acknowledged}")
        self.count.slowest_start = max(self.count.slowest_start, float(child.answer("open") or 0))
        shutil.rmtree(there)


def _answer(call: Call) -> list[int] | None:
    """What was stored when somebody was answered, if that is what was written here."""
    if call.name != "write" or not call.place.startswith("pipe:"):
        return None
    said = call.strings[0].decode().split()
    return [int(one) for one in said[1:]] if said[0] == "acked" else None


def _lost(found: list[int], acknowledged: list[int]) -> bool:
    """Whether fewer rows are there than were; of an erased case the receipts went too."""
    erased = COUNTED.index("erased_case")
    pairs = zip(COUNTED, found, acknowledged, strict=True)
    gone = found[erased] > 0
    return any(now < then for name, now, then in pairs if name != "receipt" or not gone)


def _laid_out(files: dict[str, bytes], lived: Path, to: Path) -> None:
    for path, content in files.items():
        here = to / Path(path).relative_to(lived)
        here.parent.mkdir(parents=True, exist_ok=True)
        here.write_bytes(content)
        here.chmod(0o600)


def starting(folder: Path) -> Job:
    """Open the store as always, read every case, check every chain, and go on."""

    def job(say: Say, _hear: Hear) -> None:
        begun = monotonic()
        store = opened(settings_in(folder))
        say("open", round(monotonic() - begun, 3))
        say("kept", *kept(folder))
        asyncio.run(_goes_on(store))
        sentence = broken(settings_in(folder))
        if sentence:
            raise AssertionError(sentence)

    return job


async def _goes_on(store: Store) -> None:
    await store.read(every_case)
    await store.write(lambda unit: unit.receipts.claim("after the cut", START))
    await store.close()


def run(folder: Path, cuts: int, seed: str) -> Count:
    (folder / "lived").mkdir()
    lived(folder / "lived", folder / "calls", whole=cuts >= MANY)
    torture = Torture(folder, drawn(seed), Count(seed))
    torture.play(list(calls(folder / "calls")), cuts)
    return torture.count


MANY = 100
"""From so many cuts on the whole life of a case is lived, and not its first part only."""
