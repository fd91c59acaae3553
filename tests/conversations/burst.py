"""How long people wait for their acknowledgement when very many send a signal at once.

Counted by hand, never in the suite: `python -m tests.conversations.burst [how many] [seconds]`.
Slack is the local workspace in the same process, so its work counts too.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from statistics import median
from time import perf_counter

import typer
from slack_bolt.request.async_request import AsyncBoltRequest

from tests.conversations.doing import COMMAND, send
from tests.conversations.installing import Data
from tests.conversations.stage import Stage, staged
from tests.conversations.stored import counts

ALONE = 10


async def measured(folder: Path, many: int, seconds: float) -> None:
    async with staged(folder) as stage:
        await stage.person("sam").command(COMMAND)
        await stage.settled()
        await send(stage, "sam", text="Iets.")
        form = next(one for one in reversed(stage.workspace.sent) if _is_form(one.payload)).payload
        alone = []
        for number in range(ALONE):
            alone.append(await _acknowledged(stage, form, f"V-alone-{number}", 0))
            await stage.settled()
        began = perf_counter()
        waits = await asyncio.gather(
            *(_acknowledged(stage, form, f"V-{n}", n * seconds / many) for n in range(many))
        )
        acknowledged = perf_counter() - began
        await stage.settled()
        _tell(median(alone), waits, acknowledged, perf_counter() - began)
        typer.echo(f"cases kept: {counts(folder)['case'] - 1 - ALONE} of {many}")


def _is_form(payload: Data) -> bool:
    return payload.get("type") == "view_submission"


async def _acknowledged(stage: Stage, form: Data, view: str, after: float) -> float:
    """Seconds from the moment that Slack delivers it to the answer."""
    payload = deepcopy(form)
    payload["view"]["id"] = view
    due = perf_counter() + after
    await asyncio.sleep(after)
    request = AsyncBoltRequest(mode="socket_mode", body=payload)
    await stage.bot.slack.async_dispatch(request)
    return perf_counter() - due


def _tell(alone: float, waits: Sequence[float], acknowledged: float, sent: float) -> None:
    ranked = sorted(waits)
    p99, slowest = ranked[int(len(ranked) * 0.99) - 1], ranked[-1]
    typer.echo(f"one alone: {alone * 1000:.0f} ms; all acknowledged after {acknowledged:.1f} s")
    typer.echo(f"all messages sent after {sent:.1f} s")
    for name, wait in (("median", median(ranked)), ("p99", p99), ("slowest", slowest)):
        typer.echo(f"{name}: {wait:.2f} s = {wait / alone / len(ranked):.3f} x (one alone x N)")


def main() -> None:
    many, seconds = (*map(float, sys.argv[1:]), 200, 10)[:2] if len(sys.argv) > 2 else (200, 10)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measured(Path(folder), int(many), seconds))


if __name__ == "__main__":
    main()
