"""The scan of each day: when it runs, what is kept of it, and who sees that."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.selfscan.daily import Scanner
from bot.selfscan.scan import Result
from bot.service import scans
from bot.service.tools import PlatformError
from storage.records import Message
from tests.bot.house import NOW, House, put
from tests.words import load

OFFICER = "director@school.example"
LEAK = {"bot_id": "B1", "text": "Er is nieuws over Kim."}


class FakeReader:
    """Chat in which the bot said `messages`; silent on request."""

    def __init__(self, *messages: Mapping[str, Any]) -> None:
        self.messages = messages
        self.silent = False
        self.asked: list[Message] = []

    async def said(self, place: Message, since: datetime) -> tuple[Mapping[str, Any], ...]:
        self.asked.append(place)
        if self.silent:
            raise PlatformError
        return self.messages


async def sent(house: House) -> House:
    """A house in which something was sent, and with a privacy officer."""
    await house.work(lambda work: put(work.unit, "a"))
    (claimed,) = await house.work(lambda work: work.unit.outbox.claim(NOW, NOW - NOW, 1))
    await house.work(lambda work: work.unit.outbox.sent(claimed.id, Message("D1", "1.0"), NOW))
    return replace(house, tools=replace(house.tools, privacy_officer=OFFICER))


async def run(house: House, reader: FakeReader) -> Result | None:
    return await Scanner(house.tools, reader, load("nl")).turn()


async def test_it_runs_once_a_day(house: House) -> None:
    """The first turn of the clock does it, the others of that day do not."""
    house, reader = await sent(house), FakeReader()
    found = [await run(house, reader) for _ in range(3)]
    house.clock.later(days=1)

    assert found == [Result(), None, None]
    assert await run(house, reader) == Result()
    assert reader.asked == [Message("D1", "")] * 2


async def test_what_could_not_be_read_is_tried_an_hour_later(house: House) -> None:
    """Without Slack there is no result, and not a call a quarter of a minute either."""
    house, reader = await sent(house), FakeReader()
    reader.silent = True
    tried = [await run(house, reader) for _ in range(3)]
    asked = len(reader.asked)
    reader.silent = False
    house.clock.later(hours=1)

    assert (tried, asked) == ([None] * 3, 1)
    assert await run(house, reader) == Result()


async def test_only_counts_are_kept_and_told(house: House) -> None:
    """Of what was found the numbers remain; the envelope to the officer says nothing."""
    house = await sent(house)
    await house.signal(child="Kim")
    await run(house, FakeReader(LEAK))
    kept = await house.work(scans.latest)

    assert kept == (NOW.date(), {"read": 1, "strange": 1, "named": 1, "quoted": 0})
    assert house.outbox("selfscan") == [("director", "")]


async def test_the_counts_are_for_the_privacy_officer(house: House) -> None:
    """For everybody else there is no such button."""
    house = await sent(house)
    await run(house, FakeReader(LEAK))
    shown = {who: (await house.show(who, "selfscan")).name for who in ("director", "ib", "chair")}

    assert shown == {"director": "selfscan", "ib": "old", "chair": "old"}


async def test_without_an_officer_nobody_is_told(house: House) -> None:
    """The counts are kept all the same, for the command."""
    house = replace(await sent(house), tools=house.tools)
    await run(house, FakeReader(LEAK))

    assert house.outbox("selfscan") == []
    assert await house.work(scans.latest) is not None
