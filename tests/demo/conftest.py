from collections.abc import AsyncIterator

import pytest

from tests.demo.small_app import Stage, stage


@pytest.fixture
async def slack() -> AsyncIterator[Stage]:
    async with stage() as running:
        yield running
