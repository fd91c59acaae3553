import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import cli_copy
from bot.doctor_store import examine_store
from bot.settings import load_settings
from tests.bot.files import VALID
from tests.storage.server import Server

Say = Callable[..., str]


@pytest.fixture
def moving(
    told: Say, empty_folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Say]:
    """A store in a file, and settings that name an empty database and the keys of that store."""
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    told("init")
    told("org", "apply", "organisation.yaml")
    server.create("moved")
    monkeypatch.setenv("DATABASE_URL", server.url("moved"))
    monkeypatch.setenv("CASE_KEYS_FILE", "wegwijzer.keys.sqlite")
    monkeypatch.setenv("PROOF_FOLDER", "wegwijzer.proof")
    yield told
    server.drop("moved")


def test_a_store_moves_to_a_server(moving: Say) -> None:
    """What was in the file is there and whole, nothing needs the file, and once is enough."""
    said = moving("copy-store", "wegwijzer.sqlite")
    Path("wegwijzer.sqlite").rename("old.sqlite")
    checked, applied = moving("verify"), moving("org", "apply", "organisation.yaml")
    again = moving("copy-store", "old.sqlite", code=2)

    assert "rows copied" in said
    assert "Every link is whole. Cases: 0." in said
    assert "Everything is as it was written." in checked
    assert "0 added" in applied
    assert again.startswith("The database of DATABASE_URL is not empty")


def test_a_store_on_a_server_goes_from_backup_to_drill_to_restore(
    moving: Say, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same three commands as for a file, to another empty database."""
    moving("copy-store", "wegwijzer.sqlite")
    made, tried, there = moving("backup"), moving("drill"), moving("restore", code=2)
    server.create("restored")
    monkeypatch.setenv("DATABASE_URL", server.url("restored"))
    monkeypatch.setenv("BACKUP_FOLDER", "moved.backups")
    monkeypatch.setenv("KEYS_BACKUP_FOLDER", "moved.keys-backups")
    back, checked = moving("restore"), moving("verify")
    server.drop("restored")

    assert "The data are in moved.backups/" in made
    assert "The backup can be used. Nothing of the drill is left." in tried
    assert there.startswith("The database of DATABASE_URL is not empty")
    assert "The store is back." in back
    assert "Everything is as it was written." in checked


def test_the_doctor_looks_at_a_store_on_a_server(moving: Say) -> None:
    """The store, what is in it and the age of its backup are looked at as with a file."""
    moving("copy-store", "wegwijzer.sqlite")
    moving("backup")
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    found = {one.name: one for one in asyncio.run(examine_store(load_settings(), now))}

    assert [name for name, one in found.items() if one.ok is False] == []
    assert found["schools"].says == "all have an intern_begeleider (2)"
    assert found["backup"].says == "is 0 days and 0 hours old"
    assert found["ledger of erasures"].ok


def test_a_stop_says_how_to_go_on(moving: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C leaves what was copied, and a way to go on."""

    def stop(*_told: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(cli_copy, "Teller", lambda: stop)
        said = moving("copy-store", "wegwijzer.sqlite", code=130)

    assert said.endswith("done. Go on with: wegwijzer copy-store wegwijzer.sqlite\n")
    assert moving("copy-store", "wegwijzer.sqlite")
