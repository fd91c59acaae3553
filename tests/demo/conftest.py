from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.demo.page import Page
from tests.demo.small_app import Stage, stage


@pytest.fixture
async def slack() -> AsyncIterator[Stage]:
    async with stage() as running:
        yield running


@pytest.fixture
async def page(slack: Stage) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        yield Page(slack, session)
