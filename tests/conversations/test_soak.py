"""Hours of ordinary work: every signal is kept and answered, and the process does not grow."""

import asyncio
import json
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from statistics import median
from time import monotonic

from bot.clock import system_clock
from bot.demo.workspace import Person
from tests.conversations.doing import COMMAND
from tests.conversations.installing import LONG
from tests.conversations.killing import Installation, killable
from tests.conversations.stored import counts

SECONDS = float(os.environ.get("SOAK_SECONDS", "8"))
"""How long; `SOAK_SECONDS=7200` is two hours."""

LONG_ENOUGH = 600
"""Seconds from which memory can be judged: before that the first of everything is counted."""

PAUSE = 2.0 if SECONDS >= LONG_ENOUGH else 0
"""Seconds between two signals of a long run: one person is allowed two things a second."""

WARM = 0.1
"""The part of the run in which caches fill; what is held after it is what later is set against."""

TEACHERS = ("sam", "mees")
"""In turns, for in one chat Slack takes a message a second."""

MOST_GROWTH = 1.05
TRIES = 4


def memory(bot: Installation) -> int:
    """Kilobytes of the process that no other process shares with it."""
    rollup = Path(f"/proc/{bot.running[-1].pid}/smaps_rollup").read_text(encoding="ascii")
    fields = dict(line.split(":", 1) for line in rollup.splitlines()[1:])
    return sum(int(fields[name].split()[0]) for name in ("Private_Clean", "Private_Dirty"))


async def at_work(bot: Installation, number: int) -> None:
    """A signal about danger is told, taken up and answered; then both look at what is open."""
    teacher, maria = bot.person(TEACHERS[number % 2]), bot.person("maria")
    assert (await teacher.command(COMMAND)).ok
    await bot.workspace.settled(LONG)
    await teacher.pick("urgency", "now")
    await teacher.fill(text=f"Signaal {number}.", child="Robin")
    assert (await teacher.submit()).ok
    await teacher.close(everything=True)
    await bot.workspace.until(lambda: len(maria.messages()) > number, LONG)
    await pressed(bot, maria, "open", then="take")
    await pressed(bot, maria, "take", then="answer")
    await pressed(bot, maria, "answer", then="text")
    await maria.fill(text=f"Antwoord {number}.")
    assert (await maria.submit()).ok
    await maria.close(everything=True)
    for person in (teacher, maria):
        await person.open_home()
    await bot.workspace.settled(LONG)


async def pressed(bot: Installation, person: Person, name: str, then: str) -> None:
    """Press until what it leads to is there: on a machine that is too busy a window may not open.

    That is when Slack's three seconds for it were over; people press once more.
    """
    for _ in range(TRIES):
        assert (await person.click(name)).ok
        with suppress(TimeoutError):
            await bot.workspace.until(lambda: shown(person, then), LONG / TRIES)
            return
    raise TimeoutError(then)


def shown(person: Person, name: str) -> bool:
    """Whether it stands in the window in front of somebody, or in their newest message."""
    modal = person.modal()
    blocks = modal.blocks if modal else person.messages()[-1].blocks
    return bool(re.search(rf'_id": "{name}"', json.dumps(blocks)))


async def worked(bot: Installation) -> list[int]:
    """What the process held after each signal."""
    held: list[int] = []
    ends = monotonic() + SECONDS
    while monotonic() < ends:
        await at_work(bot, len(held))
        held.append(memory(bot))
        await asyncio.sleep(PAUSE)
    return held


async def delivered(folder: Path) -> None:
    """Wait until nothing that is due waits: the store tells nobody when it changes."""
    async with asyncio.timeout(LONG):
        while due(folder) != {"sent"}:  # noqa: ASYNC110 - the store tells nobody when it changes
            await asyncio.sleep(0.1)


def due(folder: Path) -> set[str]:
    """The states of messages whose moment has come; after work answers wait for the morning."""
    query = "SELECT DISTINCT state FROM outbox WHERE not_before <= ?"
    with closing(sqlite3.connect(folder / "wegwijzer.sqlite")) as database:
        found = database.execute(query, (f"{system_clock():%Y-%m-%d %H:%M:%S.%f}",))
        return {state for (state,) in found}


def growth(held: list[int]) -> float:
    """What the last tenth holds, set against the tenth after warming up; medians of each."""
    tenth = max(1, int(len(held) * WARM))
    return median(held[-tenth:]) / median(held[tenth : 2 * tenth] or held)


async def test_a_process_does_not_grow(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Whatever was told was kept and sent, and memory grew by less than a twentieth."""
    async with killable(tmp_path) as bot:
        await bot.start()
        held = await worked(bot)
        await delivered(tmp_path)
        found = counts(tmp_path)["case"]

        assert await bot.stop() == 0
    record_property("signals", len(held))
    record_property("megabytes at the end", round(held[-1] / 1000, 1))
    record_property("growth", round(growth(held), 4))

    assert found == len(held)
    assert due(tmp_path) == {"sent"}
    assert SECONDS < LONG_ENOUGH or growth(held) < MOST_GROWTH
