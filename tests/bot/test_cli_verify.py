import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import cli, cli_verify
from bot.long_work import Teller
from bot.settings import load_settings
from bot.stores import opened
from storage import verify as checking
from tests.bot.files import VALID
from tests.storage.builders import organisation, raise_signal

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


async def raise_cases() -> None:
    """Three cases of the same colleague."""
    store = opened(load_settings())
    await store.write(lambda unit: unit.people.apply(organisation()))
    for number in range(3):
        await store.write(
            lambda unit, number=number: raise_signal(unit, f"case-{number}", f"{number:06}")  # type: ignore[misc]  # bound per case
        )
    await store.close()


def stop_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Let the next check be stopped when it has told of so many cases."""

    class Stopping(Teller):
        def __call__(self, what: str, done: int, total: int) -> None:
            super().__call__(what, done, total)
            if done == moment:
                raise KeyboardInterrupt

    monkeypatch.setattr(cli_verify, "Teller", Stopping)


@pytest.fixture
def three(told: Say, monkeypatch: pytest.MonkeyPatch) -> Say:
    """A store of three cases, whose chains are read one by one."""
    asyncio.run(raise_cases())
    monkeypatch.setattr(checking, "TOGETHER", 1)
    return told


def test_a_stopped_check_goes_on(three: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it said when it was stopped; what was read then is not read again, and said so."""
    with monkeypatch.context() as patch:
        stop_at(patch, 2)
        token = three("verify", code=130).split()[-1]
    said = three("verify", "--continue", token)

    assert "Found whole by a run that was stopped, and not read again: 2." in said
    assert said.endswith("Everything is as it was written.\n")
    assert "no check that was stopped" in three("verify", "--continue", token, code=2)


def test_nobody_can_have_it_skip_what_was_not_checked(
    three: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes more into the file makes the token worthless."""
    with monkeypatch.context() as patch:
        stop_at(patch, 2)
        token = three("verify", code=130).split()[-1]
    kept = Path("wegwijzer.proof.verified")
    kept.write_bytes(kept.read_bytes().replace(b"case-0", b"case-2"))

    assert "no check that was stopped" in three("verify", "--continue", token, code=2)


def test_a_killed_check_has_said_how_to_go_on(three: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that had no time for a word has said it before."""
    monkeypatch.setattr(cli_verify, "SAVED", 2)

    assert "Should this be cut off, go on with: wegwijzer verify --continue " in three("verify")
    assert not Path("wegwijzer.proof.verified").exists()
