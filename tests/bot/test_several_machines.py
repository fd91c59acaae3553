"""What bots on several machines share, and what the doctor sees of it."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.doctor_keys import examine_ledger
from bot.doctor_store import examine_store
from bot.finding import Finding
from bot.settings import SettingsError, load_settings
from bot.stores import opened
from storage.engine import same_server
from storage.erasing import Erasure
from tests.bot.files import VALID
from tests.storage.builders import organisation, raise_signal
from tests.storage.server import Server

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
Say = Callable[..., str]


@pytest.fixture
def apart(
    told: Say, empty_folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Say]:
    """A new store on a server, and its keys in another database there."""
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    for name in ("cases", "cases_keys"):
        server.create(name)
    monkeypatch.setenv("DATABASE_URL", server.url("cases"))
    monkeypatch.setenv("CASE_KEYS_URL", server.url("cases_keys"))
    monkeypatch.setenv("PROOF_FOLDER", "shared")
    told("init")
    yield told
    for name in ("cases", "cases_keys"):
        server.drop(name)


def findings() -> dict[str, Finding]:
    return {one.name: one for one in asyncio.run(examine_store(load_settings(), NOW))}


async def ledger() -> Finding:
    settings = load_settings()
    store = opened(settings)
    found = await store.read(lambda unit: examine_ledger(unit, settings), whole_board=True)
    await store.close()
    return found


async def erase_a_case() -> None:
    store = opened(load_settings())
    await store.write(lambda unit: unit.people.apply(organisation()), whole_board=True)
    await store.write(raise_signal, whole_board=True)
    await store.erase(lambda _unit: [Erasure("case-1", "term", "director", NOW)])
    await store.close()


def test_every_command_finds_the_keys_on_their_server(apart: Say, empty_folder: Path) -> None:
    """They are made, replaced, copied and tried out there; no file with keys appears."""
    apart("org", "apply", "organisation.yaml")
    apart("key", "rotate")
    made, tried = apart("backup"), apart("drill")

    assert "The keys of the cases are in" in made
    assert "The backup can be used." in tried
    assert "Everything is as it was written." in apart("verify")
    assert "keys of cases at CASE_KEYS_FILE or CASE_KEYS_URL" in apart_again(apart, empty_folder)
    assert list(empty_folder.glob("*.keys.sqlite")) == []


def apart_again(apart: Say, folder: Path) -> str:
    """What a second `init` says for a new store in a file with keys that are there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{folder}/other.sqlite")
        return apart("init", code=2)


@pytest.mark.usefixtures("apart")
def test_the_doctor_says_when_one_server_holds_both() -> None:
    """A copy of that whole server would bring back what was erased."""
    found = findings()["CASE_KEYS_URL"]

    assert (found.ok, "same server" in found.says) == (None, True)


@pytest.mark.usefixtures("apart")
def test_the_doctor_finds_a_folder_that_is_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with a ledger of its own does not know what others erased."""
    asyncio.run(erase_a_case())
    shared = asyncio.run(ledger())
    monkeypatch.setenv("PROOF_FOLDER", "own")
    own = asyncio.run(ledger())

    assert shared.ok
    assert (own.ok, own.says) == (False, "misses erasures that the store knows of: 1")


def test_keys_are_in_one_place(apart: Say, monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """Two settings for it, or the database of the cases themselves, are refused."""
    monkeypatch.setenv("CASE_KEYS_URL", server.url("cases"))
    together, started = findings()["CASE_KEYS_URL"], apart("backup", code=2)
    monkeypatch.setenv("CASE_KEYS_FILE", "keys.sqlite")

    assert not together.ok
    assert "of its own" in started
    with pytest.raises(SettingsError, match="without CASE_KEYS_FILE"):
        load_settings()


@pytest.mark.parametrize(
    "other, same",
    [
        ("postgresql+psycopg://x@db.example/keys", True),
        ("postgresql+psycopg://x@db.example:5432/keys", True),
        ("postgresql+psycopg://x@db.example:5433/keys", False),
        ("postgresql+psycopg://x@keys.example/keys", False),
        ("sqlite:///keys.sqlite", False),
    ],
)
def test_a_server_is_known_by_its_address(other: str, same: bool) -> None:  # noqa: FBT001 - an expected value
    """Whoever is its user, and whatever the database is called."""
    assert same_server("postgresql+psycopg://w@db.example/cases", other) == same
