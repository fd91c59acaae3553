"""What is checked of every screen, and the pictures that are kept of it."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

PICTURES = os.environ.get("WEGWIJZER_SCREENSHOTS")
"""A folder for pictures of the story; without it none are taken."""

SCRIPT: str = Axe().axe_script
HAS_SCRIPT = "'axe' in window"
RUN = "() => axe.run(document, {resultTypes: ['violations']})"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TOO_SMALL = """() => [...document.querySelectorAll("button, a, input, select, textarea, summary")]
    .map((node) => (node.closest("label.choice") ?? node))
    .filter((node) => node.checkVisibility() && node.offsetWidth > 1)
    .filter((node) => node.offsetWidth < 24 || node.offsetHeight < 24)
    .map((node) => node.outerHTML)"""

Look = Callable[[Page, str], Awaitable[None]]
"""Looks at what is on the screen now, by its name."""


async def glance(page: Page, name: str) -> None:
    """Wait until nothing that was pressed is still at work."""
    await expect(page.locator("[aria-busy=true]"), name).to_have_count(0)


async def examine(page: Page, name: str) -> None:
    """See that everybody can use this screen; keep a picture of it if that is asked for."""
    await glance(page, name)
    if PICTURES:
        # Away from what was pressed, which would stay lit.
        await page.mouse.move(0, 0)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png", caret="initial")

    assert await problems(page) == []


async def problems(page: Page) -> list[Any]:
    """What axe finds, targets that are too small, and whether something lies beside the window."""
    if not await page.evaluate(HAS_SCRIPT):
        await page.evaluate(SCRIPT)
    found: Any = await page.evaluate(RUN)
    return [
        *((one["id"], one["nodes"]) for one in found["violations"]),
        *await page.evaluate(TOO_SMALL),
        *(["wider than the window"] if await page.evaluate(WIDER) else []),
    ]
