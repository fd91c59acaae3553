"""Kill -9 at random moments of random deliveries."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import sleep

from tests.faults.chance import Random, drawn
from tests.faults.forks import Child, forked
from tests.faults.life import settings_in
from tests.faults.tape import Moment, Tape
from tests.faults.victim import broken, delivering, unharmed

EARLY = 0.15
"""How many are killed while they still open the store, and find what an earlier one left."""

AGAIN = 0.25
"""How many are killed once more while the same is delivered again."""

MARGIN = 1.3
"""Of the time a delivery takes: a little of the kills come when all is over."""


@dataclass(frozen=True)
class Course:
    """What a delivery does when nothing happens to it, in how many seconds.

    `looks` has each state on its way, and how many looks were written down when it came.
    """

    looks: dict[str, int]
    opening: float
    working: float

    @property
    def new(self) -> str:
        return list(self.looks)[-1]


@dataclass
class Count:
    """How many kills, of which `acknowledged` after the answer, and whatever was wrong."""

    seed: str
    kills: int = 0
    early: int = 0
    acknowledged: int = 0
    slowest_start: float = 0.0
    commands: dict[str, int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Torture:
    folder: Path
    random: Random
    count: Count

    def __post_init__(self) -> None:
        self.course = cache(self._course)

    def _course(self, moment: Moment) -> Course:
        folder = moment.laid_out(self.folder / f"course-{moment.folder.name}")
        child = unharmed(moment, folder, trail=True)
        opening, closed = (float(child.answer(word) or 0) for word in ("open", "closed"))
        shutil.rmtree(folder)
        states = [line.split() for line in reversed(trail(child))]
        looks = {name: int(count) for name, count in states}
        return Course(dict(reversed(looks.items())), opening, closed - opening)

    def one(self, moment: Moment) -> None:
        """Deliver and be killed, once or a few times; what the next start finds is judged."""
        folder, course = moment.laid_out(self.folder / "store"), self.course(moment)
        acknowledged = self._killed(moment, folder)
        while self.random.random() < AGAIN:
            acknowledged |= self._killed(moment, folder)
        child = unharmed(moment, folder, trail=True)
        for fault in self._faults(course, child, acknowledged=acknowledged, folder=folder):
            self.count.wrong.append(f"{fault}: {moment.name}, kill {self.count.kills}")
        self.count.slowest_start = max(self.count.slowest_start, float(child.answer("open") or 0))
        shutil.rmtree(folder)

    def _killed(self, moment: Moment, folder: Path) -> bool:
        """Whether it was acknowledged before it was killed."""
        course = self.course(moment)
        child = forked(delivering(moment, folder))
        if self.random.random() < EARLY:
            self.count.early += 1
            sleep(self.random.uniform(0, course.opening))
        elif child.until("state"):
            child.go()
            sleep(self.random.uniform(0, MARGIN * course.working))
        child.kill()
        child.ended()
        self.count.kills += 1
        self.count.commands[moment.name] += 1
        acknowledged = child.answer("ack") is not None
        self.count.acknowledged += acknowledged
        return acknowledged

    def _faults(
        self, course: Course, child: Child, *, acknowledged: bool, folder: Path
    ) -> Iterator[str]:
        """By what the start after it found, and what there is after it was delivered again."""
        found, looks = (child.answer("state") or "").split()
        if acknowledged and found != course.new:
            yield "lost"
        if int(looks) < course.looks.get(found, NEVER):
            yield "half"
        if trail(child)[-1].split()[0] != course.new:
            yield "doubled"
        if broken(settings_in(folder)):
            yield "broken"


def trail(child: Child) -> list[str]:
    """The states that it said it went through."""
    lines = (line.partition(" ") for line in child.said)
    return [rest for word, _, rest in lines if word in {"state", "trail"}]


NEVER = 10**9
"""Looks of a state that is neither the old nor the new one."""


def run(tape: Tape, folder: Path, kills: int, seed: str) -> Count:
    torture = Torture(folder, drawn(seed), Count(seed))
    while torture.count.kills < kills:
        torture.one(torture.random.choice(tape.moments))
    return torture.count
