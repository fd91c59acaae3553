import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import cli
from bot.settings import load_settings
from bot.stores import opened
from tests.bot.files import VALID

Say = Callable[..., str]
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
COUNTS = "Cases: 0. Entries: 0. Looks: 0. Erased: 0. Checkpoints: {}.\n"


@pytest.fixture
def told(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """What `wegwijzer ...` says; its exit code must be the expected one."""

    def run(*arguments: str, code: int = 0) -> str:
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        said = capsys.readouterr()

        assert (stopped.value.code or 0) == code
        return said.out + said.err

    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    run("init")
    return run


def test_a_whole_store_is_told_as_such(told: Say) -> None:
    """What was looked at is counted."""
    assert told("verify") == COUNTS.format(0) + "Everything is as it was written.\n"


def test_a_broken_link_is_named(told: Say, empty_folder: Path) -> None:
    """The exit code tells a script, the sentence tells people."""
    with sqlite3.connect(empty_folder / "wegwijzer.sqlite") as store:
        store.execute("DROP TRIGGER access_line_no_delete")
    store.close()

    assert "BROKEN: The guard against delete on access_line is missing." in told("verify", code=1)


async def sign() -> None:
    store = opened(load_settings())
    await store.checkpoint(NOW)
    await store.close()


def test_a_public_key_that_was_kept_elsewhere_will_do(told: Say, empty_folder: Path) -> None:
    """Who checks needs no master key; without either, it is said what the check is worth."""
    (empty_folder / "wegwijzer.proof").mkdir()
    asyncio.run(sign())
    key = empty_folder / "kept.pub"
    key.write_text("00" * 31)
    damaged = told("verify", "--public-key", "kept.pub", code=2)
    (empty_folder / "wegwijzer.key").unlink()
    alone = told("verify", code=2)

    assert "The public key is damaged." in damaged
    assert "Without the master key" in alone
