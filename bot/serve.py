"""Running the bot: connected to Slack, with the clock ticking, until it is asked to stop."""

import asyncio
import signal as signals
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.app import Bot, built
from bot.clock import system_clock
from bot.settings import Settings
from bot.slack.http import served

TURN_SECONDS = 15
"""How often the due table is looked at; an idle look costs less than 0.01 ms (performance.md)."""


async def serve(settings: Settings) -> None:
    """Run until the process is asked to stop; what was begun is finished first."""
    async with built(settings, system_clock) as bot, running(bot):
        await until_asked()


async def until_asked() -> None:
    """Wait for SIGTERM or SIGINT."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signals.SIGTERM, signals.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()


@asynccontextmanager
async def running(bot: Bot, every: float = TURN_SECONDS) -> AsyncIterator[None]:
    """Connected and ticking, `every` so many seconds, for as long as the context is open."""
    clock = _clock(bot, every)
    connected = served if bot.settings.slack_mode == "http" else _socket
    async with connected(bot):
        clock.start()
        try:
            yield
        finally:
            clock.shutdown(wait=False)
            await bot.settled()


@asynccontextmanager
async def _socket(bot: Bot) -> AsyncIterator[None]:
    token = bot.settings.slack_app_token.get_secret_value()
    handler = AsyncSocketModeHandler(bot.slack, token)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped


def _clock(bot: Bot, every: float) -> AsyncIOScheduler:
    """The only clock: one job, in memory, that looks at our own due table and outbox.

    Late runs are run once, however late (its own job store dropped 200 of 200; architecture.md).
    A turn is one of the bot's own tasks, since the clock cancels its jobs when it shuts down.
    """
    last: asyncio.Task[None] | None = None

    async def turn() -> None:
        nonlocal last
        if last is None or last.done():
            last = bot.tasks.start(bot.turn())

    scheduler = AsyncIOScheduler(timezone=bot.settings.timezone)
    scheduler.add_job(turn, "interval", seconds=every, coalesce=True, misfire_grace_time=None)
    return scheduler
