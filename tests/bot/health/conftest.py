from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.app import Bot, built
from bot.health.checks import Health
from bot.health.ear import Ear
from bot.health.server import monitor
from tests.bot.house import NOW, Clock
from tests.bot.installed import install, settings_in


@dataclass
class Seconds:
    """A clock that only goes on when it is told to."""

    now: float = 1000

    def __call__(self) -> float:
        return self.now


@dataclass
class Monitored:
    """A bot that is built, what a monitor can ask of it, and the clocks of both."""

    bot: Bot
    clock: Clock
    seconds: Seconds

    @property
    def app(self) -> Starlette:
        return monitor(self.health, self.bot.metrics)

    @property
    def health(self) -> Health:
        return Health(self.bot.settings, self.bot.tools, self.bot.ear)


@pytest.fixture
async def monitored(tmp_path: Path) -> AsyncIterator[Monitored]:
    install(tmp_path)
    clock, seconds = Clock(NOW), Seconds()
    async with built(settings_in(tmp_path), clock) as bot:
        yield Monitored(replace(bot, ear=Ear(seconds)), clock, seconds)
