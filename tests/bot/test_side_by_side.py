"""Two bots at one store on a server, as on a board with many schools."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import Bot, built
from bot.settings import Settings
from bot.stores import places
from storage.migrate import migrate
from tests.bot.house import Clock
from tests.bot.installed import install, settings_in
from tests.storage.server import Server

NIGHT = timedelta(hours=12)
"""After which the clock of these tests stands at three: then no scan is made."""

OLD = timedelta(days=400)


@pytest.fixture
def settings(tmp_path: Path, server: Server) -> Iterator[Settings]:
    """Those of an installation with its store on a server."""
    install(tmp_path)
    server.create("bots")
    apart = {
        "database_url": server.url("bots"),
        "case_keys_file": tmp_path / "keys.sqlite",
        "proof_folder": tmp_path / "proof",
    }
    found = settings_in(tmp_path).model_copy(update=apart)
    migrate(places(found))
    yield found
    server.drop("bots")


@asynccontextmanager
async def two(settings: Settings, clock: Clock) -> AsyncIterator[tuple[Bot, Bot]]:
    async with built(settings, clock) as first, built(settings, clock) as second:
        yield first, second


async def old_receipt(bot: Bot, key: str) -> None:
    old = bot.tools.clock() - OLD
    await bot.tools.store.write(lambda unit: unit.receipts.claim(key, old))


async def is_there(bot: Bot, key: str) -> bool:
    """Whether that receipt was not thrown away; asking leaves one."""
    now = bot.tools.clock()
    return not await bot.tools.store.write(lambda unit: unit.receipts.claim(key, now))


async def test_one_of_them_throws_away_and_signs(settings: Settings) -> None:
    """The first that comes does it for both at every turn, and the other one never does."""
    clock = Clock(Clock()() + NIGHT)
    async with two(settings, clock) as (first, second):
        await first.turn()
        await old_receipt(first, "one")
        await second.turn()
        left_by_second = await is_there(second, "one")
        await old_receipt(first, "two")
        await first.turn()
        left_by_first = await is_there(first, "two")
        leads = await first.tools.store.leads(), await second.tools.store.leads()

    assert (left_by_second, left_by_first) == (True, False)
    assert leads == (True, False)
