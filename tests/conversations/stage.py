"""The real bot on a real Slack protocol, with an invented school and a clock that tests move."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal, TypeVar
from zoneinfo import ZoneInfo

import yaml
from pydantic import SecretStr
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot import ids, organisation
from bot.app import Bot, built
from bot.clock import system_clock
from bot.demo.school import demo_organisation
from bot.demo.workspace import Member, Message, Person, Workspace
from bot.serve import running
from bot.settings import Settings
from bot.slack.http import PATH
from bot.slack.manifest import load_manifest
from dialogs import texts
from dialogs.texts import Texts
from storage.caselist import CaseLine
from storage.keyfile import KeyFile
from storage.migrate import migrate
from tests.conversations import independent, rules
from tests.conversations.surfaces import surfaces

Data = dict[str, Any]
T = TypeVar("T")

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 24, 15, 20, tzinfo=ZONE)
"""A Tuesday after lessons: messages may arrive at once."""

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

    `acks` is what the bot answered to deliveries; `seen` and `roots` are what
    `tests.conversations.seen` remembers of each person's chat.
    """

    workspace: Workspace
    bot: Bot
    clock: TestClock
    folder: Path
    accounts: dict[str, str]
    texts: Texts
    acks: list[Data] = field(default_factory=list)
    seen: dict[str, list[Message]] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        return self.workspace.person(self.accounts[name])

    async def settled(self) -> None:
        await self.workspace.settled()

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
        await self.bot.tools.store.write(lambda unit: unit.people.apply(found))

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


@asynccontextmanager
async def staged(
    folder: Path,
    school: Data | None = None,
    *,
    strangers: tuple[str, ...] = (),
    http_port: int | None = None,
    language: Literal["nl", "en"] = "nl",
) -> AsyncIterator[Stage]:
    """Everything running; `school` is what the organisation file says.

    `strangers` have an account in the workspace but do not stand in that file. With `http_port`
    Slack delivers there by signed HTTP, else over Socket Mode.
    """
    clock = TestClock(START)
    school = school or demo_organisation(START.date())
    names = [*(one["id"] for one in school["people"]), *strangers]
    accounts = {name: f"U{n:03}" for n, name in enumerate(names, 1)}
    workspace = _workspace(school, accounts, clock, http_port)
    await workspace.start()
    try:
        prepared = _prepared(folder, school, workspace, http_port)
        settings = prepared.model_copy(update={"language": language})
        async with built(settings, clock) as bot, running(bot, NEVER):
            workspace.drains.append(bot.settled)
            await workspace.connections(0 if http_port else 1)
            words = texts.load(settings.language)
            stage = Stage(workspace, bot, clock, folder, accounts, words)
            _overhear(stage)
            yield stage
            judge(stage)
    finally:
        await workspace.stop()


def judge(stage: Stage) -> None:
    """Everything that was shown passes the libraries and our own rules."""
    shown = surfaces(stage.workspace.log, stage.acks)
    found = {
        (one.source, problem)
        for one in shown
        for problem in (*independent.problems(one), *rules.problems(one))
    }

    assert found == set()


def _overhear(stage: Stage) -> None:
    """Remember each answer of the bot: views in an acknowledgement are no Web API call."""
    dispatch = stage.bot.slack.async_dispatch

    async def overheard(request: AsyncBoltRequest) -> BoltResponse:
        answer = await dispatch(request)
        if answer.body.startswith("{"):
            stage.acks.append(json.loads(answer.body))
        return answer

    stage.bot.slack.async_dispatch = overheard  # type: ignore[assignment]  # the one place where all answers pass


def _workspace(
    school: Data, accounts: dict[str, str], clock: TestClock, http_port: int | None
) -> Workspace:
    manifest = load_manifest()
    known = {one["id"]: (one["name"], one["email"]) for one in school["people"]}
    return Workspace(
        [
            Member(account, *known.get(name, (name, f"{name}@example.org")))
            for name, account in accounts.items()
        ],
        now=clock,
        ids=ids.slack_like,
        bot_name=manifest.name,
        scopes=manifest.scopes,
        commands=manifest.commands,
        events=manifest.events,
        request_url=f"http://127.0.0.1:{http_port}{PATH}" if http_port else None,
        signed_at=system_clock,
    )


def _prepared(
    folder: Path, school: Data, workspace: Workspace, http_port: int | None = None
) -> Settings:
    """What an ICT admin does once: a key, a store and the organisation file."""
    file = folder / "organisation.yaml"
    file.write_text(yaml.safe_dump(school, allow_unicode=True), encoding="utf-8")
    url = f"sqlite:///{folder / 'wegwijzer.sqlite'}"
    KeyFile.create(folder / "wegwijzer.key", ids.random_bytes)
    migrate(url)
    return Settings(
        slack_bot_token=SecretStr(workspace.bot_token),
        slack_app_token=SecretStr(workspace.app_token),
        slack_api_url=workspace.api_url,
        database_url=url,
        key_file=folder / "wegwijzer.key",
        organisation_file=file,
        slack_mode="http" if http_port else "socket",
        slack_signing_secret=SecretStr(workspace.signing_secret),
        port=http_port or 0,
    )
