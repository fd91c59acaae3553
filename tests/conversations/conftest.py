import socket
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

from tests.conversations.stage import Stage, staged  # noqa: E402 - only now it is rewritten


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as found:
        yield found
