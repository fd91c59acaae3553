"""A fake Slack whose sockets fall silent, as when a network swallows every frame."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import Bot, built
from bot.demo.workspace import Person, Workspace
from bot.health.checks import Health
from bot.health.ear import SILENCE, Ear
from bot.slack.sockets import connected
from tests.bot.health.conftest import Seconds
from tests.bot.house import NOW, Clock
from tests.bot.installed import install, settings_in, workspace_of_people
from tests.demo.small_app import Hands

NEVER, OFTEN, LONG = 10**6, 0.01, 60
MINUTE = SILENCE + 1
TEXT = "Kim komt moe op school."


@dataclass
class Far:
    """A bot and a Slack far away from it; `seconds` is what the bot measures silence with."""

    workspace: Workspace
    bot: Bot
    seconds: Seconds
    hands: Hands

    @property
    def sam(self) -> Person:
        return self.workspace.person("U-sam")

    async def is_well(self) -> bool:
        found = await Health(self.bot.settings, self.bot.tools, self.bot.ear).examined()
        return all(one.ok for one in found)

    async def form(self) -> None:
        await self.sam.command("/zorgsignaal")
        await self.workspace.settled()
        await self.sam.fill(text=TEXT, urgency="unknown", child="Kim")

    async def greeted(self) -> None:
        """Return when the bot hears Slack."""
        await eventually(lambda: not self.bot.ear.silence())

    async def greeted_again(self) -> None:
        """The same while time goes on: the last socket of the silence may never be greeted."""
        async with asyncio.timeout(LONG):
            while self.bot.ear.silence():
                self.wait(1)
                await asyncio.sleep(OFTEN)

    def wait(self, seconds: float) -> None:
        self.seconds.now += seconds

    def opened(self) -> float:
        (family,) = self.bot.metrics.connections.collect()
        return next(one.value for one in family.samples if one.name.endswith("_total"))

    def has_opened(self, count: int) -> bool:
        return self.opened() == count

    def cases(self) -> int:
        with closing(sqlite3.connect(self.bot.settings.key_file.with_suffix(".sqlite"))) as store:
            ((count,),) = store.execute('SELECT count(*) FROM "case"')
        return int(count)


async def eventually(holds: Callable[[], bool]) -> None:
    """Return as soon as it holds; nobody outside a bot is told what it hears."""
    async with asyncio.timeout(LONG):
        while not holds():  # noqa: ASYNC110 - as the docstring says
            await asyncio.sleep(OFTEN)


@pytest.fixture
async def far(tmp_path: Path) -> AsyncIterator[Far]:
    install(tmp_path)
    hands, seconds = Hands(), Seconds()
    workspace = replace(workspace_of_people(hands), patience=hands.patience)
    await workspace.start()
    async with built(settings_in(tmp_path, workspace), Clock(NOW)) as bot:
        workspace.drains.append(bot.settled)
        far = Far(workspace, replace(bot, ear=Ear(seconds)), seconds, hands)
        # Now there is a second of silence until Slack greets.
        far.wait(1)
        yield far
    await workspace.stop()


async def test_silence_is_red_within_90_seconds_and_ends_with_a_new_socket(far: Far) -> None:
    """The client notices nothing, the watcher does: a new socket, and health is green again."""
    async with connected(far.bot, NEVER, OFTEN):
        await far.greeted()
        far.workspace.faults.dead = True
        looks = []
        for _ in range(3):
            far.wait(30)
            looks.append(await far.is_well())
        far.workspace.faults.dead = False
        far.wait(MINUTE)
        await far.greeted_again()
        after = await far.is_well()

    assert looks == [True, True, False]
    assert after


async def test_nothing_is_lost_in_the_silence(far: Far) -> None:
    """A form that got no answer keeps its words, and what was typed in chat comes again: once."""
    async with connected(far.bot, NEVER, OFTEN):
        await far.form()
        far.workspace.faults.dead = True
        far.hands.gives_up.set()
        unanswered = await far.sam.submit()
        await far.sam.say("Is er al nieuws?")
        before = far.cases()
        far.hands.gives_up.clear()
        far.workspace.faults.dead = False
        far.wait(MINUTE)
        await far.greeted_again()
        await far.workspace.settled()
        again = await far.sam.submit()
        await far.workspace.settled()
    told = [one for one in far.workspace.sent if one.payload.get("event", {}).get("text")]

    assert (unanswered.error, before) == ("app_did_not_respond", 0)
    assert (again.ok, far.cases()) == (True, 1)
    assert {one.retry for one in told} >= {0, 1}


async def test_slacks_own_client_comes_back_first(far: Far) -> None:
    """Without an answer to its pings it opens a new socket, long before a minute has passed."""
    async with connected(far.bot, 0.2, OFTEN):
        await far.greeted()
        far.workspace.faults.dead = True
        opened = far.opened()
        await eventually(lambda: far.opened() > opened)
        deaf = far.bot.ear.is_deaf()
        far.workspace.faults.dead = False
        far.wait(MINUTE)
        await far.greeted_again()

    assert not deaf


async def test_a_slack_that_stays_silent_is_tried_again(far: Far) -> None:
    """Each new socket gets a minute; the log says that it was silent, and for how long."""
    with capture_logs() as lines:
        async with connected(far.bot, NEVER, OFTEN):
            await far.greeted()
            far.workspace.faults.dead = True
            for opened in (1, 2, 3):
                await eventually(partial(far.has_opened, opened))
                far.wait(MINUTE)
    told = [line for line in lines if line["event"] == "socket_silent"]

    assert [line["seconds"] for line in told][:2] == [61, 122]
