import asyncio
import json
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot import serve
from bot.app import Bot, built
from bot.demo.workspace import Workspace
from bot.serve import running, until_asked
from storage.errors import StoreBusyError
from tests.bot.house import NOW, Clock, put
from tests.bot.installed import install, settings_in, workspace_of_people
from tests.demo.small_app import Hands

OFTEN = 0.01
NEVER = 10**6


@dataclass
class Served:
    """A workspace, and a bot that is built and not yet running."""

    workspace: Workspace
    bot: Bot

    async def put(self, key: str) -> None:
        await self.bot.tools.store.write(lambda unit: put(unit, key, "sam", urgent=True))

    async def state(self) -> dict[str, int]:
        return await self.bot.tools.store.read(lambda unit: unit.outbox.counts())

    def arrived(self) -> int:
        return len(self.workspace.person("U-sam").messages())


@pytest.fixture
async def workspace() -> AsyncIterator[Workspace]:
    made = workspace_of_people(Hands())
    await made.start()
    yield made
    made.faults.release()
    await made.stop()


@pytest.fixture
async def served(workspace: Workspace, tmp_path: Path) -> AsyncIterator[Served]:
    install(tmp_path)
    async with built(settings_in(tmp_path, workspace), Clock(NOW)) as bot:
        yield Served(workspace, bot)


async def test_it_connects_and_lets_go(served: Served) -> None:
    """Inside the context there is one connection; after it there is none, and no work goes on."""
    before = asyncio.all_tasks()
    async with running(served.bot, NEVER):
        await served.workspace.connections(1)
        inside = served.workspace.connected
    await served.workspace.connections(0)

    assert (inside, served.workspace.connected) == (1, 0)
    assert {one.get_name() for one in asyncio.all_tasks() - before if not of_server(one)} == set()


def of_server(task: asyncio.Task[Any]) -> bool:
    """Whether it is a task of the workspace, which runs on."""
    return "aiohttp.web" in repr(task.get_coro()) or "RequestHandler" in repr(task.get_coro())


async def test_the_clock_sends_what_nobody_woke_it_for(served: Served) -> None:
    """What waits in the outbox goes out at the next turn of the clock."""
    await served.put("a")
    async with running(served.bot, OFTEN):
        await served.workspace.until(lambda: served.arrived() == 1)

    assert await served.state() == {"sent": 1}


class BusyAtFirst:
    """A store that refuses its first transactions and then works."""

    def __init__(self, real: Any, times: int) -> None:  # noqa: ANN401 - the store that it stands for
        self.real = real
        self.times = times

    async def write(self, work: Any, **how: bool) -> Any:  # noqa: ANN401 - whatever the work returns
        if self.times:
            self.times -= 1
            raise StoreBusyError
        return await self.real.write(work, **how)


async def test_a_turn_that_fails_does_not_stop_the_clock(served: Served) -> None:
    """After trouble with the store the next turn does what was left."""
    tools = served.bot.tools
    busy: Any = BusyAtFirst(tools.store, times=2)
    bot = replace(served.bot, tools=replace(tools, store=busy))
    await served.put("a")
    async with running(bot, OFTEN):
        await served.workspace.until(lambda: served.arrived() == 1)

    assert busy.times == 0


async def test_what_was_begun_is_finished(served: Served) -> None:
    """Stopped in the middle of sending, it waits for the outcome and writes that down."""
    await served.put("a")
    served.workspace.faults.hang("chat.postMessage", after=True)
    reason = "SELECT state, reason FROM outbox"

    async def run() -> None:
        async with running(served.bot, OFTEN):
            await served.workspace.until(lambda: served.arrived() == 1)

    stopping = asyncio.create_task(run())
    await served.workspace.until(lambda: served.arrived() == 1)
    served.workspace.faults.release()
    await stopping

    with sqlite3.connect(served.bot.settings.key_file.with_suffix(".sqlite")) as store:
        assert store.execute(reason).fetchall() == [("waiting", "network")]
    store.close()


async def test_of_a_long_queue_the_rest_waits(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped with much to send, it finishes the message it has in hand and takes up no other."""
    monkeypatch.setattr(serve, "GRACE_SECONDS", 0)
    for key in "abcde":
        await served.put(key)
    served.workspace.faults.hang("chat.postMessage", after=True)

    async def run() -> None:
        async with running(served.bot, OFTEN):
            await served.workspace.until(lambda: served.arrived() == 1)

    stopping = asyncio.create_task(run())
    await served.workspace.until(lambda: served.arrived() == 1)
    await asyncio.wait({stopping}, timeout=0.2)
    served.workspace.faults.release()
    await stopping
    with sqlite3.connect(served.bot.settings.key_file.with_suffix(".sqlite")) as store:
        tries = store.execute("SELECT attempts FROM outbox ORDER BY id").fetchall()
    store.close()

    assert [attempts for (attempts,) in tries] == [1, 0, 0, 0, 0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_runs_until_it_is_asked_to_stop(number: signal.Signals) -> None:
    """Both ways of asking end the wait, and nothing else does."""
    waiting = asyncio.create_task(until_asked())
    await asyncio.sleep(0)
    early = waiting.done()
    signal.raise_signal(number)
    await asyncio.wait_for(waiting, timeout=5)
    asyncio.get_running_loop().remove_signal_handler(number)

    assert not early


PROGRAM = "import sys; from bot.cli import main; sys.argv = ['wegwijzer', 'serve']; main()"


async def test_a_served_process_answers_and_ends_cleanly(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Started as an admin starts it, it answers a command, and SIGTERM ends it without an error."""
    install(tmp_path)
    settings = settings_in(tmp_path, workspace)
    environment = {
        "SLACK_BOT_TOKEN": workspace.bot_token,
        "SLACK_APP_TOKEN": workspace.app_token,
        "SLACK_API_URL": workspace.api_url,
        "DATABASE_URL": settings.database_url,
        "KEY_FILE": str(settings.key_file),
        "ORGANISATION_FILE": str(settings.organisation_file),
        "HEALTH_PORT": "0",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, cwd=tmp_path, env=environment, stdout=PIPE, stderr=PIPE
    )
    await workspace.until(lambda: workspace.connected == 1, limit=60)
    answer = await workspace.person("U-sam").command("/zorgsignaal")
    modal = workspace.person("U-sam").modal()
    process.send_signal(signal.SIGTERM)
    said, logged = await process.communicate()

    assert answer.ok
    assert modal is not None
    assert (process.returncode, said) == (0, b"")
    assert events(logged, "info") == ["started", "stopping", "stopped"]
    assert levels(logged) <= {"info", "warning"}


def events(logged: bytes, level: str) -> list[str]:
    lines = map(json.loads, logged.splitlines())
    return [line["event"] for line in lines if line["level"] == level]


def levels(logged: bytes) -> set[str]:
    """Bolt warns that it does not use the token that it found in the environment itself."""
    return {json.loads(line)["level"] for line in logged.splitlines()}
