"""What Slack delivers comes up to eleven times, at once and late; INTERACTIONS says how much."""

import asyncio
import os
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import takewhile
from random import Random  # noqa: TID251 - seeded: the same in each run

from slack_bolt.request.async_request import AsyncBoltRequest

from bot.demo.workspace.courier import Envelope
from tests.conversations.doing import COMMAND, leave, opened, press, send
from tests.conversations.installing import Data
from tests.conversations.stage import Stage
from tests.conversations.stored import counts

INTERACTIONS = int(os.environ.get("INTERACTIONS", "11"))
COPIES, SAFELY = 10, "tell_safely"
LATE = (5 * 60, 60 * 60)
"""Seconds after which Slack, or something in between, delivers again: in all 5 and 65 minutes."""

HAPPENING = ("case", "case_event", "outbox", "typed_message")
KINDS = {
    "slash_commands",
    "view_submission",
    "view_closed",
    "block_actions",
    "message_action",
    "event_callback",
}
Record = Callable[[str, object], None]


async def test_what_is_delivered_often_happens_once(stage: Stage, record_property: Record) -> None:
    """No case, answer, nudge or message is there twice, whichever kind of delivery it was."""
    dice = Random("often")  # noqa: S311 - no secret
    made, kinds, deliveries = Counter[str](), Counter[str](), 0
    once = await grown(stage)
    while kinds.total() < INTERACTIONS:
        stage.workspace.faults.copies = dice.randint(0, COPIES)
        stage.workspace.faults.fresh_ids = dice.random() < 1 / 2
        before = stage.workspace.sent[-1]
        more = await grown(stage)
        made["rounds"] += 1
        made["different"] += more != once
        fresh = distinct(stage, before)
        kinds.update(kind for kind, _ in fresh)
        deliveries += len(fresh) * (1 + stage.workspace.faults.copies)
        deliveries += await late(stage, dice, [payload for _, payload in fresh], made)
    for name, count in (*kinds.items(), *made.items(), ("deliveries", deliveries)):
        record_property(name, count)

    assert (made["different"], made["doubled"]) == (0, 0)
    assert once["case"] == 1
    assert set(kinds) == KINDS


async def grown(stage: Stage) -> Counter[str]:
    """What one round of everything adds to the store and to the chats."""
    before = state(stage)
    await stage.person("sam").command(COMMAND)
    await stage.settled()
    await send(stage, "sam", text="Iets.")
    await leave(stage, "sam")
    await opened(stage, "maria", "take")
    await press(stage, "maria", "answer")
    await send(stage, "maria", text="Dank je.")
    await leave(stage, "maria")
    await typed(stage)
    after = state(stage)
    after.subtract(before)
    return Counter({name: count for name, count in after.items() if count})


async def typed(stage: Stage) -> None:
    """An answer in the thread of the case, and words that a shortcut puts in a form."""
    sam = stage.person("sam")
    root = next(one for one in reversed(sam.messages()) if one.bot)
    await sam.say("Ze at weer.", thread_ts=root.ts)
    await stage.settled()
    said = await sam.say("Iets over Sam.")
    await stage.settled()
    await sam.shortcut(SAFELY, message=said)
    await stage.settled()
    await leave(stage, "sam")


def state(stage: Stage) -> Counter[str]:
    """What there is of everything that must not be there twice."""
    found = Counter({name: counts(stage.folder)[name] for name in HAPPENING})
    for name in stage.accounts:
        person = stage.person(name)
        said = person.desk.state.chat.newest_first(person.dm)
        found[f"chat of {name}"] = len(said) + len(person.ephemerals())
    return found


def distinct(stage: Stage, before: Envelope) -> list[tuple[str, Data]]:
    """What was delivered since then, each once and no echoes of the bot's own messages."""
    since = takewhile(lambda one: one is not before, reversed(stage.workspace.sent))
    found = {str(_what(one.payload)): one for one in since if not one.echo}
    return [(str(one.payload.get("type", one.kind)), one.payload) for one in found.values()]


def _what(payload: Data) -> Data:
    return {key: value for key, value in payload.items() if key != "event_id"}


async def late(stage: Stage, dice: Random, payloads: list[Data], made: Counter[str]) -> int:
    """Deliver all of it again, in any order and side by side; how many deliveries that were."""
    count = 0
    for seconds in LATE:
        stage.clock.later(seconds=seconds)
        before = state(stage)
        copies = [one for payload in payloads for one in _copies(payload, dice)]
        dice.shuffle(copies)
        await asyncio.gather(*(_deliver(stage, one) for one in copies))
        await stage.settled()
        made["doubled"] += state(stage) != before
        count += len(copies)
    return count


def _copies(payload: Data, dice: Random) -> Iterator[Data]:
    for number in range(dice.randint(0, COPIES // 2)):
        copy = deepcopy(payload)
        if "event_id" in copy:
            copy["event_id"] = f"Ev{number}{dice.randrange(10**9)}"
        yield copy


async def _deliver(stage: Stage, payload: Data) -> None:
    request = AsyncBoltRequest(mode="socket_mode", body=payload)
    await stage.bot.slack.async_dispatch(request)
