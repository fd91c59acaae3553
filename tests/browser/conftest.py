from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.page_stage import PageStage, page_stage
from tests.conftest import LaunchOptions

PATIENCE = 20_000
"""Milliseconds until what was expected counts as not coming: other tests share the processor."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: LaunchOptions) -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(**chromium)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser) -> AsyncIterator[PageStage]:
    async with page_stage(browser) as running:
        yield running
