from collections.abc import Callable
from pathlib import Path

import pytest

from bot import cli_backup
from tests.bot.files import VALID

Say = Callable[..., str]


@pytest.fixture
def told(told: Say, empty_folder: Path) -> Say:
    """The same, with a new store."""
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    told("init")
    return told


def move_away(folder: Path, *names: str) -> None:
    (folder / "away").mkdir(exist_ok=True)
    for name in names:
        (folder / name).rename(folder / "away" / name)


def test_from_backup_to_drill_to_restore(told: Say, empty_folder: Path) -> None:
    """What is made can be tried and brought back, each with a word about what was found."""
    made, tried = told("backup"), told("drill")
    there = told("restore", code=2)
    move_away(empty_folder, "wegwijzer.sqlite", "wegwijzer.keys.sqlite")
    back = told("restore")

    assert "The data are in wegwijzer.backups/" in made
    assert "bytes locked" in made
    assert "The backup can be used. Nothing of the drill is left." in tried
    assert "Cases: 0. Entries: 0. Looks: 0. Erased: 0" in tried
    assert "There is a store at DATABASE_URL already" in there
    assert "The store is back." in back
    assert "The ledger of PROOF_FOLDER was not there" in back
    assert "Everything is as it was written." in told("verify")


def test_a_backup_that_is_none_is_refused_in_a_sentence(told: Say, empty_folder: Path) -> None:
    """Without a traceback, and with what to do."""
    told("backup")
    move_away(empty_folder, "wegwijzer.sqlite")
    (empty_folder / "mine.data").write_bytes(b"half a backup")

    assert told("restore", "mine.data", code=2).endswith("Nothing was restored: take another.\n")
    assert told("restore", "gone.data", code=2).startswith("There is no such backup")


@pytest.mark.parametrize("command", ["backup", "drill"])
def test_a_stop_says_how_to_go_on(told: Say, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Ctrl+C leaves nothing half, and a way to finish."""

    def stop(*_told: object) -> None:
        raise KeyboardInterrupt

    told("backup")
    with monkeypatch.context() as patch:
        patch.setattr(cli_backup, "Teller", lambda: stop)
        said = told(command, code=130)

    assert said == f"Stopped; nothing half is left. Do it again with: wegwijzer {command}\n"
    assert told(command)
