"""The demo as people start it, at a fixed day, with a browser window on its page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from playwright.async_api import Browser, ConsoleMessage, Page, expect

from bot.clock import system_clock
from bot.demo.clock import DemoClock
from bot.demo.folder import Folder
from bot.demo.run import demo
from bot.demo.school import ZONE, demo_calendar

START = datetime(2026, 11, 24, 15, 20, tzinfo=ZONE)
"""A Tuesday after lessons; the two meetings of the school are on 2 and 16 December."""


@dataclass(frozen=True)
class Size:
    """In CSS pixels."""

    name: str
    width: int
    height: int


WIDE = Size("wide", 1280, 900)
PHONE = Size("phone", 375, 800)


@dataclass
class Shown:
    """An open page and all that the browser said about it."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        self.problems.append(f"{message.type}: {message.text}")


@asynccontextmanager
async def on_the_first_day(path: Path) -> AsyncIterator[str]:
    """The address of a demo that was never played before."""
    folder = Folder(path)
    folder.keep(DemoClock(system_clock, demo_calendar(), START - system_clock()))
    async with demo(folder, port=0) as address:
        yield address


@asynccontextmanager
async def opened(browser: Browser, address: str, size: Size) -> AsyncIterator[Shown]:
    """The page in a window of its own."""
    context = await browser.new_context(
        viewport={"width": size.width, "height": size.height},
        locale="nl-NL",
        reduced_motion="reduce",
    )
    try:
        shown = Shown(await context.new_page())
        shown.listen()
        await shown.page.goto(address)
        await expect(shown.page.locator("main h2")).to_be_visible()
        yield shown
    finally:
        await context.close()
