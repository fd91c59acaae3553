from collections.abc import AsyncIterator
from pathlib import Path

import pytest

HELPERS = (
    "doing",
    "forging",
    "seen",
    "stage",
    "story",
    "story_after",
    "story_following",
    "story_melding",
    "together",
    "story_record",
    "story_zbo",
)
pytest.register_assert_rewrite(*(f"tests.conversations.{name}" for name in HELPERS))

from tests.conversations import installing  # noqa: E402 - only now it is rewritten
from tests.conversations.stage import Stage, staged  # noqa: E402 - only now it is rewritten


@pytest.fixture
def free_port() -> int:
    return installing.free_port()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as found:
        yield found
