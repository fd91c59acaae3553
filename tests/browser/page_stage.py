"""The page in a browser, a workspace behind it, and a small Bolt app that each test scripts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.clock import DemoClock
from bot.demo.routes import add_page
from bot.demo.school import demo_calendar, demo_organisation
from bot.demo.workspace import Member, Person, Workspace
from tests.demo.small_app import EVENTS, SCOPES, Hands, new_app

Json = dict[str, Any]
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Look:
    """A window: its size in CSS pixels and the colours that its reader prefers."""

    width: int
    height: int
    colours: Literal["light", "dark"] = "light"


WIDE = Look(1280, 860)
PHONE = Look(375, 760)


@dataclass
class PageStage:
    """`sam` and `maria` are a teacher and the IB'er.

    `heard` is every event that the app got, `problems` what the browser complained of.
    """

    browser: Browser
    workspace: Workspace
    app: AsyncApp
    client: AsyncWebClient
    clock: DemoClock
    hands: Hands
    moves: list[date] = field(default_factory=list)
    heard: list[Json] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    @property
    def sam(self) -> Person:
        return self.workspace.person("Usam")

    @property
    def maria(self) -> Person:
        return self.workspace.person("Umaria")

    async def open(self, view: str = "chat", person: str = "Usam", look: Look = WIDE) -> Page:
        """A window of its own that shows this view of this person."""
        context = await self.browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.colours,
            locale="nl-NL",
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        page = await context.new_page()
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        await page.goto(f"{self.workspace.base_url}/#{person}/{view}")
        await expect(page.locator("main h2")).to_be_visible()
        return page

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.problems.append(text)

    async def post(self, person: str = "Usam", **extra: object) -> str:
        """A message of the app; answers its ts."""
        sent: Any = {"channel": person, "text": "Er staat iets nieuws voor je klaar.", **extra}
        answer = await self.client.chat_postMessage(**sent)
        return str(answer["ts"])

    def listen(self) -> None:
        """Take every event: what an app does not take, Slack sends again."""

        @self.app.event("message")
        @self.app.event("app_home_opened")
        async def listener(event: Json) -> None:
            self.heard.append(event)

    def command_opens(self, view: Json) -> None:
        """Let `/zorgsignaal` open this modal."""

        @self.app.command("/zorgsignaal")
        async def command(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
            await client.views_open(trigger_id=body["trigger_id"], view=view)
            await ack()


def modal(page: Page) -> Locator:
    return page.locator("#modal")


@asynccontextmanager
async def page_stage(browser: Browser) -> AsyncIterator[PageStage]:
    hands = Hands()
    clock = DemoClock(hands.now, demo_calendar())
    organisation = demo_organisation(TODAY)
    workspace = _workspace(organisation, clock, hands)
    moves: list[date] = []

    async def moved() -> None:
        moves.append(clock.today())

    add_page(workspace.app, clock, organisation, moved)
    await workspace.start()
    app, client = new_app(workspace)
    stage = PageStage(browser, workspace, app, client, clock, hands, moves)
    stage.listen()
    handler = AsyncSocketModeHandler(app, workspace.app_token, web_client=client)
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt has no types here
        await workspace.connections(1)
        yield stage
    finally:
        for context in stage.contexts:
            await context.close()
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt has no types here
        await workspace.stop()


def _workspace(organisation: Json, clock: DemoClock, hands: Hands) -> Workspace:
    members = [Member(f"U{one['id']}", one["name"], one["email"]) for one in organisation["people"]]
    return Workspace(
        members,
        now=clock.now,
        ids=hands.ids,
        patience=hands.patience,
        events=EVENTS,
        scopes=SCOPES,
    )
