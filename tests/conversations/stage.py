"""The real bot on a real Slack protocol, with an invented school and a clock that tests move."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine, Mapping, MutableMapping
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal, TypeVar
from zoneinfo import ZoneInfo

import yaml
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from structlog.testing import capture_logs

from bot import organisation
from bot.app import Bot, built
from bot.demo.school import demo_organisation
from bot.demo.workspace import Message, Person, Workspace
from bot.serve import running
from bot.service import leavers
from bot.slack.pace import Allowance
from bot.slack.tiers import SLACK, Limits
from dialogs import texts
from dialogs.texts import Texts
from storage.caselist import CaseLine
from tests.conversations import independent, rules
from tests.conversations.installing import (
    LONG,
    NOTHING,
    Data,
    accounts_of,
    installed,
    reached,
    workspace_of,
)
from tests.conversations.surfaces import surfaces

T = TypeVar("T")
Hearing = AbstractContextManager[list[MutableMapping[str, Any]]]

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 24, 15, 20, tzinfo=ZONE)
"""A Tuesday after lessons: messages may arrive at once."""

FAILED = frozenset({404, 500})
"""What Bolt answers to a delivery that nobody handles, or that ends in an error."""

NEVER = 10**6
"""Seconds between turns of the clock: tests turn it themselves."""


class TestClock:
    """Stands still until it is moved."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def to(self, day: date, hour: int, minute: int = 0) -> None:
        self.now = datetime.combine(day, time(hour, minute), ZONE)

    def later(self, *, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Stage:
    """A workspace, the bot in it and the clock. People are found by their id in school.yaml.

    `acks` and `statuses` are what the bot answered to deliveries, `failures` what went wrong
    beside that and `failing` what a test wants to go wrong; `seen` and `roots` are what
    `tests.conversations.seen` remembers of each person's chat.
    """

    workspace: Workspace
    bot: Bot
    clock: TestClock
    folder: Path
    accounts: dict[str, str]
    texts: Texts
    acks: list[Data] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)
    failures: list[MutableMapping[str, Any]] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)
    seen: dict[str, list[Message]] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        return self.workspace.person(self.accounts[name])

    async def settled(self) -> None:
        await self.workspace.settled(LONG)

    def soon(self, doing: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
        """Let somebody do something while the test looks on."""
        return asyncio.create_task(doing)

    async def told_by(self, name: str) -> tuple[CaseLine, ...]:
        """The cases that somebody raised, as the store lists them."""
        return await self.bot.tools.store.read(lambda unit: unit.lists.of_raiser(name))

    async def apply(self, school: Data) -> None:
        """What `wegwijzer org apply` does, while the bot runs."""
        text = yaml.safe_dump(school, allow_unicode=True)
        found = organisation.parse(text, ZONE).organisation
        await leavers.bring_in(self.bot.tools, found)

    def trigger(self, name: str) -> str:
        """A trigger as a press by this person would bring along."""
        return self.person(name).desk.state.triggers.issue(self.accounts[name])

    async def at(self, day: date, hour: int, minute: int = 0) -> None:
        """Move the clock and let the bot do what has become due."""
        self.clock.to(day, hour, minute)
        await self.bot.turn()
        await self.settled()

    async def on_school_day(self, count: int, hour: int = 8, minute: int = 5) -> date:
        """The same, so many school days after today."""
        school = await self.bot.tools.store.read(lambda unit: unit.people.school("regenboog"))
        assert school is not None
        calendar = self.bot.tools.calendar_of(school)
        day = calendar.add(calendar.today(self.clock()), count)
        await self.at(day, hour, minute)
        return day


QUICK = Allowance(100_000, 0)
AT_ONCE = Allowance(100_000, 100_000)
UNLIMITED = Limits(dict.fromkeys(SLACK.methods, AT_ONCE), AT_ONCE)
"""Seconds are real ones here, and nobody is to wait for them."""


@asynccontextmanager
async def staged(  # noqa: PLR0913 - what differs from the demo, each optional
    folder: Path,
    school: Data | None = None,
    *,
    strangers: tuple[str, ...] = (),
    http_port: int | None = None,
    links: bool = False,
    language: Literal["nl", "en"] = "nl",
    listened: bool = False,
    policy: Mapping[str, object] = NOTHING,
    hands: Allowance = QUICK,
    database_url: str = "",
) -> AsyncIterator[Stage]:
    """Everything running; `school` is what the organisation file says.

    `strangers` have an account but do not stand in that file. With `http_port` Slack delivers there
    by signed HTTP; `links`: people may link accounts. `listened`: the test has set up the log.
    `policy` differs from the demo's. `hands`: how fast one person goes on.
    """
    clock, school = TestClock(START), school or demo_organisation(START.date())
    accounts = accounts_of(school, strangers)
    workspace = workspace_of(school, accounts, clock, http_port)
    await workspace.start()
    try:
        changed = {"language": language, **reached(workspace, http_port, links=links)}
        made = installed(folder, school, workspace, policy, database_url)
        settings = made.model_copy(update=changed)
        async with built(settings, clock, hands, UNLIMITED) as bot, running(bot, NEVER):
            workspace.drains.append(bot.settled)
            await workspace.until(lambda: bool(http_port or workspace.connected), LONG)
            words = texts.load(language, bot.tools.policy.told)
            stage = Stage(workspace, bot, clock, folder, accounts, words)
            _overhear(stage)
            hearing: Hearing = nullcontext([]) if listened else capture_logs()
            with hearing as lines:
                yield stage
            stage.failures += [one for one in lines if one["log_level"] in {"error", "critical"}]
            judge(stage)
    finally:
        await workspace.stop()


def judge(stage: Stage) -> None:
    """Everything was answered, and all that was shown passes the libraries and our own rules."""
    shown = surfaces(stage.workspace.log, stage.acks)
    found = {
        (one.source, problem)
        for one in shown
        for problem in (*independent.problems(one), *rules.problems(one))
    }

    assert found == set()
    assert stage.statuses.isdisjoint(FAILED)
    assert [line["error"] for line in stage.failures] == stage.failing


def _overhear(stage: Stage) -> None:
    """Remember each answer of the bot: views in an acknowledgement are no Web API call."""
    dispatch = stage.bot.slack.async_dispatch

    async def overheard(request: AsyncBoltRequest) -> BoltResponse:
        answer = await dispatch(request)
        stage.statuses.add(answer.status)
        if answer.body.startswith("{"):
            stage.acks.append(json.loads(answer.body))
        return answer

    stage.bot.slack.async_dispatch = overheard  # type: ignore[assignment]  # the one place where all answers pass
