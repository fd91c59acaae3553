"""How a person drives the page: the same story is played by mouse and by keyboard."""

from datetime import date
from typing import Protocol

from playwright.async_api import Locator, expect


class Hand(Protocol):
    """Each takes what it works on as it is named on the screen, and waits until it is there."""

    async def press(self, target: Locator) -> None:
        """A button or a link."""

    async def write(self, field: Locator, text: str) -> None:
        """Put this in the field, instead of what it holds."""

    async def send(self, field: Locator) -> None:
        """What was just written, in a box of the chat."""

    async def choose(self, option: Locator) -> None:
        """A radio button, or a checkbox that is not on yet."""

    async def set_day(self, field: Locator, day: date) -> None: ...

    async def leave(self, window: Locator) -> None:
        """Close the window on top."""


class Mouse:
    """Points, presses, and types only where there is something to write."""

    async def press(self, target: Locator) -> None:
        await target.click()

    async def write(self, field: Locator, text: str) -> None:
        await field.click()
        await field.fill(text)

    async def send(self, field: Locator) -> None:
        form = field.locator("xpath=ancestor::form")
        await form.locator("button[type=submit]").click()

    async def choose(self, option: Locator) -> None:
        await option.click()
        await expect(option).to_be_checked()

    async def set_day(self, field: Locator, day: date) -> None:
        await field.fill(day.isoformat())

    async def leave(self, window: Locator) -> None:
        await window.locator(".dialog-foot button:not([type=submit])").click()
