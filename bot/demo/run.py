"""`wegwijzer demo`: the local workspace, its invented school and the real bot in one process.

The bot does not know that it is a demo: only addresses, tokens and the clock differ.
"""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import ids
from bot.app import Bot, built
from bot.clock import system_clock
from bot.demo.clock import DemoClock
from bot.demo.folder import Folder
from bot.demo.routes import add_page
from bot.demo.school import POLICY
from bot.demo.workspace import Member, Workspace
from bot.serve import running, until_asked
from bot.settings import Settings
from bot.slack.manifest import Manifest, load_manifest
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.places import Places

TURN_SECONDS = 2
LOOPBACK = "127.0.0.1"


def reset(path: Path) -> None:
    """Throw away everything that the demo kept. BlockingIOError while it runs."""
    if path.exists():
        with Folder(path).held():
            shutil.rmtree(path, ignore_errors=True)


async def main(path: Path, port: int, tell: Callable[[str], None]) -> None:
    """Run until the process is asked to stop; `tell` gets the address of the page."""
    async with demo(Folder(path), port) as address:
        tell(address)
        await until_asked()


@asynccontextmanager
async def demo(folder: Folder, port: int) -> AsyncIterator[str]:
    """The demo, running; gives the address of its page. BlockingIOError if it runs already."""
    with folder.held():
        async with _played(folder, port) as address:
            yield address


@asynccontextmanager
async def _played(folder: Folder, port: int) -> AsyncIterator[str]:
    clock = folder.clock(system_clock)
    organisation = folder.organisation(clock.today())
    workspace = _workspace(folder, clock, organisation, load_manifest())
    bots: list[Bot] = []

    async def moved() -> None:
        folder.keep(clock)
        for bot in bots:
            await bot.turn()

    add_page(workspace.app, clock, organisation, moved)
    await workspace.start(LOOPBACK, port)
    try:
        _prepare(folder)
        settings = _settings(folder, workspace)
        async with built(settings, clock.now) as bot, running(bot, TURN_SECONDS):
            bots.append(bot)
            yield workspace.base_url
    finally:
        await workspace.stop()


def _workspace(
    folder: Folder, clock: DemoClock, organisation: dict[str, Any], manifest: Manifest
) -> Workspace:
    members = [
        Member(f"U{number:03}", person["name"], person["email"])
        for number, person in enumerate(organisation["people"], 1)
    ]
    return Workspace(
        members,
        now=clock.now,
        ids=ids.slack_like,
        state=folder.chat,
        bot_name=manifest.name,
        scopes=manifest.scopes,
        commands=manifest.commands,
        events=manifest.events,
    )


def _prepare(folder: Folder) -> None:
    """What `wegwijzer init` does, once."""
    if not folder.key.exists():
        KeyFile.create(folder.key, ids.random_bytes)
    migrate(Places.of(folder.database_url))


def _settings(folder: Folder, workspace: Workspace) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(workspace.bot_token),
        slack_app_token=SecretStr(workspace.app_token),
        slack_api_url=workspace.api_url,
        database_url=folder.database_url,
        key_file=folder.key,
        organisation_file=folder.organisation_file,
        policy_file=POLICY,
        health_port=0,
    )
