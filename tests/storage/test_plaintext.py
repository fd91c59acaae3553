import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from meldcode.events import (
    AgreementMade,
    CaseTaken,
    Event,
    FollowerNamed,
    HandedOver,
    SignalRaised,
    ZboDiscussed,
    ZboScheduled,
)
from storage.codec import KINDS
from storage.records import Slip
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, TODAY, Place, raise_signal

MARKER = "Plaintextmarker"
SIMPLE: Mapping[type, object] = {str: MARKER, date: TODAY, bool: True, int: 1}
# Ids, which the store must know in the clear to find things by.
IDS: Mapping[type, dict[str, Any]] = {
    CaseTaken: {"holder": "ib"},
    ZboScheduled: {"item": "item-1", "meeting": "zbo-1"},
    ZboDiscussed: {"item": "item-1"},
    AgreementMade: {"owner": "teacher"},
    HandedOver: {"holder": "ib"},
    FollowerNamed: {"teacher": "teacher"},
}


def sample(kind: type) -> object:
    """A value of this type with the marker wherever text goes."""
    options = [option for option in get_args(kind) if option not in {type(None), Ellipsis}]
    if kind in SIMPLE:
        return SIMPLE[kind]
    if options:
        value = sample(options[0])
        return (value,) if get_origin(kind) is tuple else value
    if issubclass(kind, Enum):
        return next(iter(kind))
    return kind(**samples(kind))


def samples(kind: type) -> dict[str, Any]:
    return {name: sample(hint) for name, hint in get_type_hints(kind).items()}


def marked(kind: type[Event]) -> Event:
    return kind(**samples(kind) | IDS.get(kind, {}))


def fill(unit: Unit) -> None:
    """Write the marker through every door that takes free text."""
    case = raise_signal(unit, event=marked(SignalRaised))
    unit.cases.save(case, [marked(kind) for kind in KINDS.values()], "ib", NOW)
    unit.drafts.save("teacher", "signal", {MARKER: MARKER}, NOW + DAY)
    unit.slips.put(Slip("slip-1", "note", "teacher", "s1", {MARKER: MARKER}, NOW + DAY))
    assert unit.names.find("s1", MARKER) == ("case-1",)


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_no_file_of_the_store_holds_what_people_wrote(place: Place) -> None:
    """Events, drafts, slips and names are readable in no file: database, log or shared memory."""
    with place.unit() as unit:
        fill(unit)
    files = contents(place.path.parent)
    with place.unit() as unit:
        case = unit.cases.fold("case-1")

    assert set(files) == {"store.key", "store.sqlite", "store.sqlite-wal", "store.sqlite-shm"} | {
        f"store.keys.sqlite{part}" for part in ("", "-wal", "-shm")
    }
    assert [name for name, content in files.items() if MARKER.encode() in content] == []
    assert [name for name, content in files.items() if MARKER.lower().encode() in content] == []
    assert case is not None
    assert str(case).count(MARKER) > len(KINDS)


def test_the_search_would_find_what_is_in_the_clear(place: Place) -> None:
    """The same search finds a name that the store does keep readable."""
    with place.unit() as unit:
        fill(unit)

    assert any(b"Name of teacher" in content for content in contents(place.path.parent).values())


def checkpoint(place: Place) -> None:
    """Move everything from the write-ahead log into the database."""
    with closing(sqlite3.connect(place.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_slip_that_was_thrown_away_is_really_gone(place: Place) -> None:
    """Of what was torn up no byte is left, not even encrypted."""
    with place.unit() as unit:
        unit.slips.put(Slip("slip-1", "note", "teacher", "s1", {"text": "tired"}, NOW + DAY))
    body = place.sql("SELECT body FROM slip")[0][0]
    checkpoint(place)
    before = place.path.read_bytes()
    with place.unit() as unit:
        unit.slips.drop("slip-1")
    checkpoint(place)

    assert isinstance(body, bytes)
    assert body in before
    assert body not in place.path.read_bytes()


def test_a_deleted_draft_is_really_gone(place: Place) -> None:
    """What was deleted cannot be dug up from the database, not even encrypted."""
    with place.unit() as unit:
        unit.drafts.save("teacher", "signal", {"text": "tired"}, NOW + DAY)
    body = place.sql("SELECT body FROM draft")[0][0]
    checkpoint(place)
    before = place.path.read_bytes()
    with place.unit() as unit:
        unit.drafts.purge(NOW + DAY)
    checkpoint(place)

    assert isinstance(body, bytes)
    assert body in before
    assert body not in place.path.read_bytes()
