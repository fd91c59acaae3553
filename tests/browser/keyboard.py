"""Keys alone: every step on the way is looked at, as somebody who sees but cannot point would."""

from datetime import date
from typing import Any

from playwright.async_api import Locator, Page, expect

MOST_STEPS = 80
ORDERS = ("%d%m%Y", "%m%d%Y")
"""The browser's own language decides which comes first in a date."""

LOOK = """(target) => {
    const at = document.activeElement;
    if (!at || at === document.body) return { lost: true };
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
        document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)));
    const front = document.querySelector("dialog[open]");
    return {
        what: at.outerHTML.slice(0, 200),
        there: at === target || (at.type === "radio" && at.name === target.name),
        before: Boolean(at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING),
        ring: style.outlineStyle !== "none" || style.textDecorationLine.includes("underline"),
        clear: points.some((node) => at.contains(node)),
        trapped: !front || front.contains(at),
    };
}"""
LOST = "document.activeElement === document.body"
FOCUSED = "document.activeElement.dataset.key ?? document.activeElement.id"
IS_THERE = "(key) => document.querySelector(`[data-key='${CSS.escape(key)}']`) !== null"


class Keyboard:
    """Walks with Tab and Shift+Tab; focus is always somewhere, in sight and in the front window."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._keys = page.keyboard
        self._opener = ""
        self._begun = False

    async def press(self, target: Locator) -> None:
        await self._reach(target)
        await self._enter()

    async def write(self, field: Locator, text: str) -> None:
        await self._reach(field)
        await self._keys.press("ControlOrMeta+a")
        await self._keys.type(text)

    async def send(self, field: Locator) -> None:
        await expect(field).to_be_focused()
        await self._enter()

    async def _enter(self) -> None:
        """What may open a window is remembered: focus must come back to it."""
        if not await self._in_window():
            self._opener = await self._page.evaluate(FOCUSED)
        await self._keys.press("Enter")

    async def _in_window(self) -> bool:
        return await self._page.locator("dialog[open]").count() > 0

    async def choose(self, option: Locator) -> None:
        """Space for a checkbox; of radio buttons one is reached, and the arrows do the rest."""
        await self._reach(option)
        if await option.get_attribute("type") == "checkbox" or not await self._any_chosen(option):
            await self._keys.press("Space")
        for _ in range(MOST_STEPS):
            if await option.is_checked():
                return
            await self._keys.press("ArrowDown")
            await self._look(option)
        raise AssertionError("No arrow leads to this radio button.")

    async def _any_chosen(self, option: Locator) -> bool:
        chosen = option.locator("xpath=ancestor::fieldset").locator(":checked")
        return await chosen.count() > 0

    async def set_day(self, field: Locator, day: date) -> None:
        await self._reach(field)
        # Day, month and year are stops of their own: begin at the first.
        while (await self._look(field))["there"]:
            await self._keys.press("Shift+Tab")
        await self._keys.press("Tab")
        for order in ORDERS:
            await self._keys.type(day.strftime(order))
            if await field.input_value() == day.isoformat():
                return
            for _ in range(2):
                await self._keys.press("ArrowLeft")
        raise AssertionError("No order of day and month gives this date.")

    async def leave(self, window: Locator) -> None:
        """Escape; when no window is left, focus is back at what opened the first."""
        title = await window.locator("h2").inner_text()
        await self._keys.press("Escape")
        await expect(window.locator("h2", has_text=title)).to_have_count(0)
        if await self._in_window():
            return
        still = await self._page.evaluate(IS_THERE, self._opener)
        focused = await self._page.evaluate(FOCUSED)

        assert focused == (self._opener if still else "main")

    async def _reach(self, target: Locator) -> None:
        await expect(target).to_be_visible()
        if not self._begun:
            await self._keys.press("Tab")
            self._begun = True
        for _ in range(MOST_STEPS):
            seen = await self._look(target)
            if seen["there"]:
                return
            await self._keys.press("Tab" if seen["before"] else "Shift+Tab")
        raise AssertionError("Tab does not lead there.")

    async def _look(self, target: Locator) -> dict[str, Any]:
        """Where focus is now, as seen from the target."""
        seen: dict[str, Any] = await target.evaluate(LOOK)

        assert not seen.get("lost"), "Focus is nowhere."
        assert seen["ring"], f"No ring around {seen['what']}"
        assert seen["clear"], f"Something lies over {seen['what']}"
        assert seen["trapped"], f"Behind the window is {seen['what']}"
        return seen
