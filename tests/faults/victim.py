"""Somebody's delivery handed to the real bot, in a process that may be killed at any moment."""

import asyncio
import gc
import json
import logging
from pathlib import Path
from time import monotonic

import structlog
from slack_bolt.request.async_request import AsyncBoltRequest
from sqlalchemy import Engine, event

from bot import app, ids
from bot.app import Bot, built
from bot.settings import Settings
from bot.slack.gate.gate import Gate
from bot.stores import master_key, places
from bot.toolbox import agreed
from dialogs import texts
from storage.opening import open_vault
from storage.unit import Unit
from storage.verify import verify
from tests.conversations.stage import QUICK, START
from tests.faults.acts import ALL
from tests.faults.chance import drawn
from tests.faults.forks import Child, Hear, Job, Say, forked
from tests.faults.life import settings_in
from tests.faults.rows import state
from tests.faults.tape import Moment
from tests.faults.upgrade import MIGRATE, upgrading

QUIET = structlog.make_filtering_bound_logger(logging.CRITICAL)


class Drawn:
    """The same draws in each run, so that whatever comes of them can be compared."""

    def __init__(self, seed: str) -> None:
        self._random = drawn(seed)
        self.token_bytes = self._random.randbytes
        self.choice = self._random.choice

    def token_urlsafe(self, count: int) -> str:
        return self._random.randbytes(count).hex()


def warmed(folder: Path) -> None:
    """Make once what each child would make anew from the same files: most of its start."""
    settings = settings_in(folder)
    words = texts.load(settings.language, agreed(settings, lambda: START).told)
    gate = Gate(words)
    vars(texts)["load"] = lambda *_: words
    vars(app)["Gate"] = lambda _: gate
    # What is there now is never thrown away: a child need not look through it, nor copy it.
    gc.freeze()


def delivering(moment: Moment, folder: Path, *, trail: bool = False) -> Job:
    """Open the store, wait for the word, deliver, and close it; told at each step.

    What it says: `open` and how many seconds that took, `state` and a digest of what is stored,
    `ack` and what was answered, `closed` and how long it all took. With `trail` also the state
    before each transaction, as `trail`.
    """
    if moment.name == MIGRATE:
        return upgrading(folder)

    def job(say: Say, hear: Hear) -> None:
        vars(ids)["secrets"] = Drawn(moment.name)
        asyncio.run(_deliver(settings_in(folder), moment, say, hear, trail=trail))

    return job


async def _deliver(
    settings: Settings, moment: Moment, say: Say, hear: Hear, *, trail: bool
) -> None:
    begun, folder = monotonic(), settings.key_file.parent
    async with built(settings, lambda: moment.now, QUICK) as bot:
        say("open", round(monotonic() - begun, 3))
        # What is sent comes after, in transactions of its own; here only the command matters.
        bot.delivery.stop()
        say("state", state(folder))
        await bot.tools.store.read(every_case)
        hear()
        if trail:
            event.listen(Engine, "begin", lambda _: say("trail", state(folder)))
        await _told(bot, moment, say)
        await bot.settled()
    say("trail", state(folder))
    say("closed", monotonic() - begun)


def every_case(unit: Unit) -> None:
    """With the keys that are there every entry of every case can be read."""
    for line in unit.lists.of_raiser("sam"):
        assert unit.journal.verify(line.id) is None
        assert unit.cases.fold(line.id) is not None


async def _told(bot: Bot, moment: Moment, say: Say) -> None:
    if moment.name in ALL:
        await ALL[moment.name](bot)
        say("ack")
        return
    request = AsyncBoltRequest(mode="socket_mode", body=moment.body)
    answer = await bot.slack.async_dispatch(request)
    errors = json.loads(answer.body).get("errors") if answer.body.startswith("{") else None
    say("ack" if answer.status == 200 and not errors else "refused", answer.status, errors or "")


def unharmed(moment: Moment, folder: Path, *, trail: bool = False) -> Child:
    """The same, with nobody who kills it; AssertionError if it did not come to its end."""
    child = forked(delivering(moment, folder, trail=trail))
    child.go()

    assert child.ended() == 0, (moment.name, child.said)
    assert child.answer("ack") is not None, (moment.name, child.said)
    return child


def broken(settings: Settings) -> str | None:
    """A sentence about the first broken link of a store; None if every chain is whole."""
    vault = open_vault(places(settings), master_key(settings), ids.random_bytes)
    public = vault.signing.public_key()
    vault.close()
    return verify(places(settings), public).broken
