"""Kill -9 at each call by which a command writes."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.acts import moments
from tests.faults.chance import drawn
from tests.faults.forks import forked
from tests.faults.kills import trail
from tests.faults.life import settings_in
from tests.faults.strace import Point, counting, followed, killing, points
from tests.faults.tape import Moment, Tape
from tests.faults.victim import broken, delivering, unharmed


@dataclass
class Count:
    """How many points there are and were tried, by command, and whatever was wrong."""

    seed: str
    points: int = 0
    killed: int = 0
    old: int = 0
    new: int = 0
    commands: dict[str, int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Torture:
    folder: Path
    count: Count

    def course(self, moment: Moment) -> tuple[list[str], list[Point]]:
        """The old and the new state of a command, and where it can be killed."""
        folder, log = moment.laid_out(self.folder / "course"), self.folder / "calls"
        states = [line.split()[0] for line in trail(unharmed(moment, folder))]
        shutil.rmtree(folder)
        self._delivered(moment, moment.laid_out(folder), log, counting())
        shutil.rmtree(folder)
        return list(dict.fromkeys(states)), points(log)

    def point(self, moment: Moment, point: Point, states: list[str]) -> None:
        """Be killed there, start again, and do it once more."""
        folder = moment.laid_out(self.folder / "store")
        log = self.folder / "calls"
        ended, acknowledged = self._delivered(moment, folder, log, killing(point))
        child = unharmed(moment, folder)
        found, *_, last = (line.split()[0] for line in trail(child))
        self.count.killed += not ended
        self.count.points += 1
        self.count.commands[moment.name] += 1
        self.count.new += found == states[-1]
        self.count.old += found == states[0]
        for fault in self._faults(states, found, last, acknowledged=acknowledged, folder=folder):
            self.count.wrong.append(f"{fault}: {moment.name}, {point}")
        shutil.rmtree(folder)

    def _delivered(
        self, moment: Moment, folder: Path, log: Path, how: tuple[str, ...]
    ) -> tuple[bool, bool]:
        """Whether it came to its end, and whether it was acknowledged."""
        child = forked(delivering(moment, folder))
        child.until("state")
        with followed(child.pid, log, *how):
            child.go()
            ended = child.ended() == 0
        return ended, child.answer("ack") is not None

    def _faults(
        self, states: list[str], found: str, last: str, *, acknowledged: bool, folder: Path
    ) -> Iterator[str]:
        if found not in {states[0], states[-1]}:
            yield "between"
        if acknowledged and found != states[-1]:
            yield "lost"
        if last != states[-1]:
            yield "not once"
        if sentence := broken(settings_in(folder)):
            yield sentence


def run(tape: Tape, folder: Path, size: int, seed: str) -> Count:
    """So many points, each of another command; from EVERY on all there are."""
    torture, random = Torture(folder, Count(seed)), drawn(seed)
    every = list(moments(tape))
    for moment in every if size >= EVERY else random.sample(every, size):
        states, there = torture.course(moment)
        for point in there if size >= EVERY else [random.choice(there)]:
            torture.point(moment, point, states)
    return torture.count


EVERY = 1000
