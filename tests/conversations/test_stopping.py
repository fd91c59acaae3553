"""SIGTERM while a form is on its way: it is answered, stored, and what it leads to is sent."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import aiohttp

from bot.health.server import METRICS
from tests.conversations.doing import COMMAND
from tests.conversations.installing import LONG
from tests.conversations.killing import Installation, killable
from tests.conversations.marks import Mark


async def test_a_form_on_its_way_is_answered_and_stored(tmp_path: Path, free_port: int) -> None:
    """Asked to stop while a form waits for the store, the process answers it, sends, and ends."""
    async with killable(tmp_path) as bot:
        bot.settings = bot.settings.model_copy(update={"health_port": free_port})
        await bot.start()
        sam = bot.person("sam")
        await sam.command(COMMAND)
        await bot.workspace.settled(LONG)
        # About danger, so that nothing waits for the morning when this runs at night.
        await sam.pick("urgency", "now")
        await sam.fill(text=Mark.SIGNAL, child=Mark.CHILD)
        with closing(sqlite3.connect(tmp_path / "wegwijzer.sqlite", isolation_level=None)) as store:
            store.execute("BEGIN IMMEDIATE")
            sending = asyncio.create_task(sam.submit())
            await _is_answering(bot)
            (process,) = bot.running
            process.send_signal(signal.SIGTERM)
            store.execute("ROLLBACK")
        sent = await sending
        bot.running.clear()
        ended = await process.wait()
        states = _states(tmp_path)

    assert (sent.ok, ended) == (True, 0)
    assert set(states) == {"sent"}


async def _is_answering(bot: Installation) -> None:
    """Return when the process says that it has a delivery and has not answered it."""
    address = f"http://127.0.0.1:{bot.settings.health_port}{METRICS}"
    async with aiohttp.ClientSession() as session, asyncio.timeout(LONG):
        while True:
            async with session.get(address) as answer:
                if "wegwijzer_in_flight 1.0" in await answer.text():
                    return


def _states(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "wegwijzer.sqlite")) as store:
        return [state for (state,) in store.execute("SELECT state FROM outbox")]
