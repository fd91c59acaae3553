"""What the bot or its administrator does that no person delivered, to be cut off as well."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot import ids, reminders
from bot.app import Bot
from bot.settings import Settings
from bot.stores import master_key, places, shelf
from storage.backup import Kit, back_up
from storage.erasing import Erasure
from storage.rotation import rotate
from storage.unit import Unit
from tests.faults.tape import Moment, Tape
from tests.faults.upgrade import old_store

Act = Callable[[Bot], Awaitable[None]]


def moments(tape: Tape) -> tuple[Moment, ...]:
    """All that was delivered, each act on the store as it was at the end, and an upgrade."""
    now = tape.moments[-1].now
    end = Moment("", {}, now, tape.folder / "end")
    acts = (replace(end, name=name) for name in ACTS)
    later = replace(end, name="tick", now=now + timedelta(days=NEXT_SLOT))
    return (*tape.moments, *acts, later, old_store(tape.folder / "old"))


NEXT_SLOT = 14
"""Days after which something has become due, at the same hour of a school day."""


async def _erased(bot: Bot) -> None:
    def decide(unit: Unit) -> list[Erasure]:
        return [
            Erasure(line.id, "term", "bas", bot.tools.clock())
            for line in unit.lists.of_raiser("sam")
        ]

    await bot.tools.store.erase(decide)


async def _signed(bot: Bot) -> None:
    await bot.tools.store.checkpoint(bot.tools.clock())


async def _rotated(bot: Bot) -> None:
    settings = bot.settings
    rotate(places(settings), master_key(settings), ids.random_bytes, _quiet)


async def _copied(bot: Bot) -> None:
    back_up(kit(bot.settings, bot.tools.clock()))


def kit(settings: Settings, at: datetime) -> Kit:
    """What a backup of this folder is made with."""
    return Kit(
        places(settings), shelf(settings), master_key(settings), ids.random_bytes, at, _quiet
    )


async def _ticked(bot: Bot) -> None:
    await reminders.tick(bot.tools)


def _quiet(*_told: object) -> None:
    """Nobody watches."""


ACTS: dict[str, Act] = {
    "erase": _erased,
    "checkpoint": _signed,
    "rotate": _rotated,
    "backup": _copied,
}
ALL: dict[str, Act] = {**ACTS, "tick": _ticked}
