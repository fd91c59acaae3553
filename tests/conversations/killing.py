"""`wegwijzer serve` as a process of its own, that is killed at any moment and started again."""

import asyncio
import sqlite3
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import system_clock
from bot.demo.school import demo_organisation
from bot.demo.workspace import Person, Workspace
from bot.settings import Settings
from tests.contracts.tree import ROOT
from tests.conversations.installing import LONG, accounts_of, installed, workspace_of

SERVE = ("-c", "from bot.cli import main; main()", "serve")


@dataclass
class Installation:
    """A folder with a key, a store and an organisation file, and the process that uses them."""

    folder: Path
    workspace: Workspace
    accounts: dict[str, str]
    settings: Settings
    starts: int = 0
    running: list[Process] = field(default_factory=list)

    def person(self, name: str) -> Person:
        return self.workspace.person(self.accounts[name])

    async def start(self) -> None:
        """Return when it is connected."""
        self.starts += 1
        with (self.folder / f"log{self.starts}.txt").open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *SERVE, cwd=self.folder, env=self._environment(), stderr=log
            )
        self.running.append(process)
        await self.workspace.until(lambda: self.workspace.connected == 1, LONG)

    async def kill(self) -> None:
        """SIGKILL: no handler runs, nothing is finished, nothing is written down."""
        process = self.running.pop()
        process.kill()
        await process.wait()
        self.workspace.faults.clear()
        await self.workspace.until(lambda: self.workspace.connected == 0, LONG)

    async def stop(self) -> int:
        """SIGTERM: what was begun is finished first; its exit code."""
        process = self.running.pop()
        process.terminate()
        return await process.wait()

    def let_leases_run_out(self) -> None:
        """What a minute would do: what the dead process was sending may be taken up again."""
        with closing(sqlite3.connect(self.folder / "wegwijzer.sqlite")) as database, database:
            database.execute("UPDATE outbox SET retry_at = not_before WHERE state = 'waiting'")

    def _environment(self) -> dict[str, str]:
        return {
            "PYTHONPATH": str(ROOT),
            "SLACK_BOT_TOKEN": self.workspace.bot_token,
            "SLACK_APP_TOKEN": self.workspace.app_token,
            "SLACK_API_URL": self.workspace.api_url,
            "DATABASE_URL": self.settings.database_url,
            "KEY_FILE": str(self.settings.key_file),
            "ORGANISATION_FILE": str(self.settings.organisation_file),
            "POLICY_FILE": str(self.settings.policy_file),
            "HEALTH_PORT": str(self.settings.health_port),
            "LOG_LEVEL": "DEBUG",
        }


@asynccontextmanager
async def killable(folder: Path) -> AsyncIterator[Installation]:
    school = demo_organisation(system_clock().date())
    accounts = accounts_of(school)
    workspace = workspace_of(school, accounts, system_clock)
    await workspace.start()
    found = Installation(folder, workspace, accounts, installed(folder, school, workspace))
    try:
        yield found
    finally:
        for process in found.running:
            process.kill()
            await process.wait()
        await workspace.stop()
