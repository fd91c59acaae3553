from pathlib import Path

import pytest

from meldcode.events import Answered
from storage.errors import MissingCaseKeysError, WrongKeyError
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.store import Store, open_store
from storage.unit import Unit
from tests.storage.builders import NOW, SIGNAL, CountedBytes
from tests.storage.first_version import FirstVersion, first_version


@pytest.fixture
def old(tmp_path: Path) -> FirstVersion:
    return first_version(tmp_path)


def opened(old: FirstVersion, key_path: Path | None = None) -> Store:
    master = KeyFile.load(key_path or old.key_path)
    return open_store(old.places, master, random_bytes=CountedBytes())


def read(unit: Unit) -> tuple[object, ...]:
    case = unit.cases.fold("case-1")
    assert case is not None
    draft = unit.drafts.load("teacher", "signal", NOW)
    return case.signal, draft, unit.journal.verify("case-1")


async def test_everything_can_still_be_read(old: FirstVersion) -> None:
    """Cases and drafts of the first version open, and their chain is whole."""
    migrate(old.places)
    store = opened(old)
    found = await store.read(read)
    await store.close()

    assert found == (SIGNAL, {"text": "tired"}, None)


async def test_an_old_case_goes_on(old: FirstVersion) -> None:
    """What is added to it has the new form, and both are read together."""

    def answer(unit: Unit) -> None:
        case = unit.cases.fold("case-1")
        assert case is not None
        unit.cases.save(case, [Answered("come by")], "teacher", NOW)

    migrate(old.places)
    store = opened(old)
    await store.write(answer)
    case = await store.read(lambda unit: unit.cases.fold("case-1"))
    broken = await store.read(lambda unit: unit.journal.verify("case-1"))
    await store.close()

    assert case is not None
    assert [type(entry.event).__name__ for entry in case.entries] == ["SignalRaised", "Answered"]
    assert broken is None


def test_the_keys_have_left_the_database(old: FirstVersion) -> None:
    """Not a byte of them stays behind; they stand in the key store alone."""
    before = Path(old.places.url.removeprefix("sqlite:///")).read_bytes()
    migrate(old.places)
    after = [path.read_bytes() for path in old.places.keys.parent.glob("old.sqlite*")]

    assert old.wrapped in before
    assert [content for content in after if old.wrapped in content] == []
    assert old.wrapped in old.places.keys.read_bytes()


def test_moving_can_be_repeated(old: FirstVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash between both files loses nothing: the keys are moved again, once."""

    def crash(_url: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("storage.migrate.scrub", crash)
    with pytest.raises(ZeroDivisionError):
        migrate(old.places)
    monkeypatch.undo()
    migrate(old.places)

    assert old.wrapped in old.places.keys.read_bytes()


def test_another_key_does_not_take_the_store_over(old: FirstVersion, tmp_path: Path) -> None:
    """The first opening after the move still asks for the key that the store had."""
    migrate(old.places)
    KeyFile.create(tmp_path / "other.key", CountedBytes("other"))

    with pytest.raises(WrongKeyError):
        opened(old, tmp_path / "other.key")


def test_a_lost_key_store_is_not_made_anew(old: FirstVersion) -> None:
    """An empty key store in the place of a lost one would pass for the erasure of every case."""
    migrate(old.places)
    old.places.keys.unlink()

    with pytest.raises(MissingCaseKeysError, match="CASE_KEYS_FILE"):
        migrate(old.places)
    with pytest.raises(MissingCaseKeysError):
        opened(old)
