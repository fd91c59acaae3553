"""A burst of messages against the limit that Slack itself sets, in simulated time."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import Row
from tests.bot.house import furnish
from tests.faltering import Trouble
from tests.sending import Sending, Size, limit_of, send
from tests.simulated import in_simulated_time

MESSAGES, PEOPLE = 1_000, 100
AIM = 1.05
KINDS = {
    "": (Trouble(), AIM),
    ", one call in fifty refused": (Trouble(limited=0.02), None),
    ", one call in five refused": (Trouble(limited=0.2), None),
}


async def bursts(folder: Path) -> list[Row]:
    """How long 1,000 messages to 100 people take, and how often Slack said it was too much."""
    return await asyncio.to_thread(lambda: list(_bursts(folder)))


def _bursts(folder: Path) -> Iterator[Row]:
    place = folder / "furnished"
    place.mkdir()
    furnished = furnish(place)
    for number, (kind, (trouble, aim)) in enumerate(KINDS.items()):
        run = send(furnished, folder / str(number), Size(MESSAGES, PEOPLE), trouble, "bench")
        yield _row(kind, in_simulated_time(run), aim)


def _row(kind: str, found: Sending, aim: float | None) -> Row:
    refused = found.ledger.too_fast + found.ledger.trouble["limited"]
    what = f"1,000 messages sent{kind} ({refused} times 429)"
    limit = limit_of(MESSAGES)
    return Row(what, found.seconds, limit, "token bucket of Slack", unit="s", aim=aim)
