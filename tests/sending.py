"""Very many messages through the real delivery to a Slack that falters, in simulated time."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same in each run

from bot.delivery import Delivery
from bot.demo.workspace import Workspace
from bot.service.tools import Tools, Work
from bot.slack.client import SlackPostman
from bot.slack.gate.gate import Gate
from bot.slack.tiers import SLACK, Tiers
from meldcode.people import Role
from storage.outbox import OutboxMessage
from storage.records import Organisation
from tests.bot.house import House, housed
from tests.demo.contract import read
from tests.faltering import FalteringClient, Ledger, Trouble, staff_of
from tests.simulated import Simulated, UnhurriedStore
from tests.storage.builders import member, school
from tests.words import load

START = datetime(2026, 11, 3, 14, 20, tzinfo=UTC)
"""A Tuesday after the lessons."""

TURN = 15


@dataclass(frozen=True)
class Sending:
    """What it came to; `order` counts the people whose messages did not come in their order."""

    states: Counter[str]
    arrived: Counter[str]
    order: int
    seconds: float
    ledger: Ledger

    @property
    def doubled(self) -> int:
        return sum(count - 1 for count in self.arrived.values())


@dataclass(frozen=True)
class Size:
    """How many messages to how many people, of which so many wait at once."""

    many: int
    people: int
    at_most: int = 1_000


@dataclass
class Office:
    """The delivery, and the Slack that it sends to; `at_most` so many messages wait at once."""

    house: House
    tools: Tools
    workspace: Workspace
    client: FalteringClient
    delivery: Delivery
    cases: tuple[str, ...]
    at_most: int


@asynccontextmanager
async def office(
    furnished: Path, folder: Path, size: Size, trouble: Trouble, dice: Random
) -> AsyncIterator[Office]:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Simulated)
    loop.at_work(1)
    async with housed(furnished, folder) as house:
        house.ids.fraction = dice.random  # type: ignore[method-assign]  # chance, but the same each run
        cases = [(await house.signal()).id for _ in range(5)]
        house.rows("UPDATE outbox SET state = 'dropped'")
        team = tuple(member(f"p{n}", Role.TEACHER) for n in range(size.people))
        await house.work(lambda work: work.unit.people.apply(Organisation((school("s1"),), team)))
        tools = replace(house.tools, store=UnhurriedStore(house.tools.store), clock=_clock(loop))
        workspace = Workspace(staff_of(size.people), now=tools.clock, ids=house.ids.new_id)
        words, tiers = load("nl"), read("rate-limit-tiers.json")
        client = FalteringClient(workspace, Gate(words), dice, tiers, trouble)
        postman = SlackPostman(client, words, tools.clock, Tiers(loop.time))
        loop.at_work(-1)
        delivery = Delivery(tools, postman)
        yield Office(house, tools, workspace, client, delivery, tuple(cases), size.at_most)
        loop.at_work(1)


def _clock(loop: Simulated) -> Callable[[], datetime]:
    return lambda: START + timedelta(seconds=loop.time())


async def send(furnished: Path, folder: Path, size: Size, trouble: Trouble, seed: str) -> Sending:
    """One message to each, and after a minute all others, as fast as they go out.

    The seconds are those of all others: by then everybody's account and chat is known.
    """
    dice = Random(seed)  # noqa: S311 - no secret
    async with office(furnished, folder, size, trouble, dice) as found:
        put = list[OutboxMessage]()
        await _sent(found, put, size.people, dice)
        await asyncio.sleep(60)
        began = asyncio.get_running_loop().time()
        await _sent(found, put, size.people + size.many, dice)
        seconds = asyncio.get_running_loop().time() - began
        states = await found.tools.store.write(lambda unit: unit.outbox.counts())
        return _came_to(found, put, Counter(states), seconds)


async def _sent(found: Office, put: list[OutboxMessage], many: int, dice: Random) -> None:
    while await _filled(found, put, many, dice):
        if not await found.delivery.drain():
            await asyncio.sleep(TURN)


async def _filled(found: Office, put: list[OutboxMessage], many: int, dice: Random) -> bool:
    """Whether anything waits, once there are as many as may wait at once."""
    people = len(found.workspace.members)

    def fill(work: Work) -> int:
        waiting = work.unit.outbox.counts().get("waiting", 0)
        for number in range(len(put), min(many, len(put) + found.at_most - waiting)):
            put.append(_message(number, people, found.cases, work.now, dice))
            work.unit.outbox.put(put[-1])
        return work.unit.outbox.counts().get("waiting", 0)

    tools = found.tools
    return bool(await tools.store.write(lambda unit: fill(Work(unit, tools, tools.clock()))))


def _message(
    number: int, people: int, cases: Sequence[str], now: datetime, dice: Random
) -> OutboxMessage:
    """Two of three are about a case, so under the first about it; the others stand alone."""
    case = dice.choice(cases) if number % 3 else None
    kind = "envelope" if case else "digest"
    person = f"p{number if number < people else dice.randrange(people)}"
    return OutboxMessage(str(number), person, kind, "new", now, case, threaded=bool(case))


def _came_to(
    found: Office, put: Sequence[OutboxMessage], states: Counter[str], seconds: float
) -> Sending:
    """What stands in Slack, found back by the marks of the messages."""
    key_of = {sha256(one.key.encode()).hexdigest()[:32]: one.key for one in put}
    order, arrived = 0, Counter[str]()
    for member_ in found.workspace.members:
        person = found.workspace.person(member_.id)
        messages = person.desk.state.chat.newest_first(person.dm)[::-1]
        keys = [key_of[(one.metadata or {})["event_payload"]["key"]] for one in messages]
        name = member_.email.partition("@")[0]
        order += list(dict.fromkeys(keys)) != [one.key for one in put if one.person_id == name]
        arrived.update(keys)
    return Sending(states, arrived, order, seconds, found.client.ledger)


def limit_of(many: int) -> float:
    """Seconds that the token bucket of messages takes for so many, if none is ever left unused."""
    allowed = SLACK.methods["chat.postMessage"]
    return (many - allowed.at_once) / allowed.a_second
