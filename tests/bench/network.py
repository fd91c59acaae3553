"""The same command over HTTP on this machine, each server a process of its own.

The peer is what somebody might pick instead: Bolt for Node. It is left out, with a note, where Node
or its package is missing; `make bench` installs it if there is npm.
"""

import asyncio
import os
import shutil
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from bot.slack.http import PATH
from tests.bench.acks import SECRET
from tests.bench.row import Row
from tests.bench.slack import OK, command_body
from tests.bench.start import install
from tests.bench.timing import at_once, one_by_one
from tests.bot.slack.test_http import FORM, signed
from tests.contracts.tree import ROOT
from tests.conversations.installing import free_port

HELLO = Path(__file__).parent / "node" / "hello.mjs"
MODULES = ROOT / "build" / "peer" / "node_modules"
SERVE = "from bot.cli import main; main()"
TRIES = 600
"""Tenths of a second in which a server must have started."""

Command = tuple[str, ...]
Found = dict[str, tuple[float, float]]


async def commands(folder: Path, times: int) -> list[Row]:
    """Milliseconds one after the other, and how many a second with ten at once."""
    install(folder)
    bolt, raw = _module("bolt"), _module("raw")
    servers = {
        "raw": raw,
        "bolt": bolt,
        "node": _node(),
        "ours": (sys.executable, "-c", SERVE, "serve"),
    }
    found: Found = {
        name: await _measured([*command], folder, times)
        for name, command in servers.items()
        if command
    }
    return [*_rows(found)]


def missing() -> str:
    """A sentence if the peer is left out."""
    return "" if _node() else "Left out: Bolt for Node, which is not installed here."


def _rows(found: Found) -> list[Row]:
    (took, rate), (limit, most) = found["ours"], found["raw"]
    rows = [
        Row("command over HTTP", took, limit, "raw ASGI, signature only", aim=2.5),
        Row("command over HTTP", took, found["bolt"][0], "Bolt with one listener"),
        Row("commands, ten over HTTP at once", rate, most, "raw ASGI", "per s"),
    ]
    if "node" in found:
        rows += [
            Row("command over HTTP", took, found["node"][0], "Bolt for Node", aim=1.2),
            Row(
                "commands, ten over HTTP at once", rate, found["node"][1], "Bolt for Node", "per s"
            ),
        ]
    return rows


def _module(what: str) -> Command:
    return (sys.executable, "-m", "tests.bench.serving", what, "{port}", SECRET)


def _node() -> Command:
    node = shutil.which("node")
    there = (MODULES / "@slack" / "bolt").is_dir()
    return (node, str(HELLO), f"{MODULES}/", SECRET, "{port}") if node and there else ()


async def _measured(command: list[str], folder: Path, times: int) -> tuple[float, float]:
    port = free_port()
    command = [part.format(port=port) for part in command]
    async with _running(command, folder, port) as url, aiohttp.ClientSession() as session:

        async def send(number: int) -> None:
            body = command_body(number)
            headers = signed(body, FORM, SECRET)
            async with session.post(url, data=body, headers=headers) as answer:
                await answer.read()
                if answer.status != OK:
                    raise RuntimeError(answer.status)

        return await one_by_one(send, times), await at_once(send, times * 2)


@asynccontextmanager
async def _running(command: list[str], folder: Path, port: int) -> AsyncIterator[str]:
    environment = {**os.environ, **_environment(folder, port)}
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=folder, stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        await _listens(process, port)
        yield f"http://127.0.0.1:{port}{PATH}"
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _listens(process: Process, port: int) -> None:
    for _ in range(TRIES):
        if process.returncode is not None:
            break
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
            continue
        writer.close()
        return
    raise RuntimeError("A server did not start.")


def _environment(folder: Path, port: int) -> dict[str, str]:
    """Of `wegwijzer serve`; Slack itself is not there, and is not called for a command."""
    return {
        "PYTHONPATH": str(ROOT),
        "SLACK_MODE": "http",
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"http://127.0.0.1:{port}/nowhere/",
        "DATABASE_URL": f"sqlite:///{folder / 'wegwijzer.sqlite'}",
        "KEY_FILE": str(folder / "wegwijzer.key"),
        "ORGANISATION_FILE": str(folder / "organisation.yaml"),
        "POLICY_FILE": str(folder / "policy.yaml"),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "HEALTH_PORT": "0",
    }
