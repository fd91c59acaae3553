"""Running the bot: connected to Slack, with the clock ticking, until it is asked to stop."""

import asyncio
import signal as signals
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app import Bot, built
from bot.clock import system_clock
from bot.health.checks import Health
from bot.health.server import monitored
from bot.settings import Settings
from bot.slack.http import served
from bot.slack.sockets import connected

TURN_SECONDS = 15
"""How often the due table is looked at; an idle look costs less than 0.01 ms (performance.md)."""

GRACE_SECONDS = 10
"""How long a long queue is sent on after the process was asked to stop."""

log = structlog.get_logger(__name__)


async def serve(settings: Settings) -> None:
    """Run until the process is asked to stop; what was begun is finished first."""
    async with built(settings, system_clock) as bot, running(bot):
        log.info("started", mode=settings.slack_mode)
        await until_asked()
        log.info("stopping")
    log.info("stopped")


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
    reached = served if bot.settings.slack_mode == "http" else connected
    async with monitored(Health(bot.settings, bot.tools, bot.ear), bot.metrics):
        try:
            async with reached(bot):
                clock.start()
                try:
                    yield
                finally:
                    clock.shutdown(wait=False)
        finally:
            await _finish(bot)


async def _finish(bot: Bot) -> None:
    """Send what waits for as long as there is time; the rest goes out after the next start."""
    ended = asyncio.ensure_future(bot.settled())
    await asyncio.wait({ended}, timeout=GRACE_SECONDS)
    bot.delivery.stop()
    await ended


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
