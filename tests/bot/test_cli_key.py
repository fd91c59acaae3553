from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import cli_key
from storage.keyfile import KeyFile

Say = Callable[..., str]


def test_the_key_is_replaced(told: Say, empty_folder: Path) -> None:
    """How far it is, is told, and what to do with copies of the old key."""
    told("init")
    before = KeyFile.load(empty_folder / "wegwijzer.key")
    said = told("key", "rotate")

    assert "6 of 6 keys" in said
    assert "Keep a copy of the new KEY_FILE." in said
    assert KeyFile.load(empty_folder / "wegwijzer.key") != before


def test_without_a_store_there_is_nothing_to_replace(told: Say) -> None:
    """The refusal is one sentence."""
    assert "KEY" in told("key", "rotate", code=2)


def test_a_stop_says_how_to_go_on(told: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C leaves a store that works, and a way to finish."""

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    told("init")
    with monkeypatch.context() as patch:
        patch.setattr(cli_key, "_tell", stop)
        said = told("key", "rotate", code=130)

    assert "wegwijzer key rotate" in said
    assert "was replaced" in told("key", "rotate")


def test_a_store_on_a_key_of_the_environment(
    told: Say, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that is made and handed over serves from the first start to its replacement."""
    old, new = (told("key", "make").strip() for _ in range(2))
    monkeypatch.setenv("KEY_PROVIDER", "environment")
    unset = told("init", code=2)
    monkeypatch.setenv("MASTER_KEY", old)
    made = told("init")
    alone = told("key", "rotate", code=2)
    monkeypatch.setenv("MASTER_KEY", f"{old},{new}")
    replaced = told("key", "rotate")
    monkeypatch.setenv("MASTER_KEY", new)
    told("key", "rotate", code=2)

    assert len(b64decode(old)) == 32
    assert old != new
    assert "MASTER_KEY is not set" in unset
    assert made.startswith("Made an empty store.")
    assert "put it behind the first" in alone
    assert "out of MASTER_KEY" in replaced
    assert not (empty_folder / "wegwijzer.key").exists()
