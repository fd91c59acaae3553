"""How soon a delivery is acknowledged, and a signal that was kept for good."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from bot.clock import system_clock
from bot.slack.http import asgi
from tests.bench.row import Row
from tests.bench.slack import (
    Delivered,
    Listener,
    acknowledged,
    bolt,
    kept,
    kept_on_server,
    raw,
)
from tests.bench.timing import at_once, one_by_one
from tests.conversations.doing import COMMAND, send
from tests.conversations.stage import Stage, staged
from tests.storage.server import running

SECRET = "0123456789abcdef0123456789abcdef"
MANY = 200
"""Listeners beside the one that hears."""


async def commands(folder: Path, times: int) -> list[Row]:
    """A command that is answered at once, by all that the bot registers."""
    hello = Delivered(bolt(SECRET, acknowledged), SECRET)
    crowd = Delivered(bolt(SECRET, acknowledged, MANY), SECRET)
    limit = await one_by_one(Delivered(raw(SECRET), SECRET).command, times)
    peer, linear = [await one_by_one(one.command, times) for one in (hello, crowd)]
    async with product(folder) as (_, ours):
        found = await one_by_one(ours.command, times)
        rate = await at_once(ours.command, times)
    fastest = await at_once(hello.command, times)
    return [
        Row("ack of a command", found, limit, "raw ASGI, signature only", aim=2.5),
        Row("ack of a command", found, peer, "Bolt with one listener"),
        Row("ack of a command", found, linear, f"Bolt with {MANY} listeners", aim=1),
        Row("commands, ten at once", rate, fastest, "Bolt with one listener", "per s"),
    ]


async def signals(folder: Path, bare_store: Path, times: int) -> list[Row]:
    """A signal of a teacher: encrypted, chained, with its messages and duties, and synced."""
    return await _signals(folder, kept(bare_store), times)


async def signals_on_server(folder: Path, times: int) -> list[Row]:
    """The same on a PostgreSQL server that syncs, on this machine."""
    with running(fsync="on") as server:
        server.create("bench")
        bare = kept_on_server(server.url("bench"))
        server.create("bench_store")
        return await _signals(folder, bare, times, server.url("bench_store"))


async def _signals(folder: Path, listener: Listener, times: int, url: str = "") -> list[Row]:
    bare = Delivered(bolt(SECRET, listener), SECRET)
    async with product(folder, url) as (stage, ours):
        form = await _form(stage)

        async def submit(at: Delivered, number: int) -> None:
            await at.payload(_other(form, number))

        limit = await one_by_one(lambda n: submit(bare, n), times)
        most = await at_once(lambda n: submit(bare, n), times)
        found = await one_by_one(lambda n: submit(ours, n), times, stage.settled)
        rate = await at_once(lambda n: submit(ours, n), times)
        await stage.settled()
    against = "Bolt that inserts one synced row"
    where = " on PostgreSQL" if url else ""
    return [
        Row(f"ack of a signal{where}", found, limit, against, aim=1.5),
        Row(f"signals, ten at once{where}", rate, most, against, "per s", aim=0.7, at_least=True),
    ]


@asynccontextmanager
async def product(folder: Path, database_url: str = "") -> AsyncIterator[tuple[Stage, Delivered]]:
    """The whole bot, as it hears Slack over signed HTTP."""
    async with staged(folder, database_url=database_url) as stage:
        secret = stage.bot.settings.slack_signing_secret.get_secret_value() or SECRET
        yield stage, Delivered(asgi(stage.bot.slack, secret, system_clock), secret)


async def _form(stage: Stage) -> dict[str, Any]:
    """A filled-in form as Slack would deliver it."""
    await stage.person("sam").command(COMMAND)
    await stage.settled()
    await send(stage, "sam", text="Robin was without a coat.")
    sent = (one.payload for one in reversed(stage.workspace.sent))
    return next(one for one in sent if one.get("type") == "view_submission")


def _other(form: dict[str, Any], number: int) -> dict[str, Any]:
    """The same in a window of its own: another signal."""
    payload = deepcopy(form)
    payload["view"]["id"] = f"V-bench-{number}"
    return payload
