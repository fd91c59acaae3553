"""Erasing leaves no trace in any file, also after an older backup was put back.

With ERASED=1000 in the environment it is the counted run; without, a short one.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meldcode.events import Answered
from storage.erasing import Erasure
from storage.outbox import OutboxMessage
from storage.records import Subject
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import DAY, HOUR, NOW, SIGNAL, Place, raise_signal

CASES = int(os.environ.get("ERASED", "20"))
SECRETS = (
    "SELECT token FROM child_name",
    "SELECT handle FROM handle",
    "SELECT key FROM outbox WHERE case_id IS NOT NULL",
)
KEYS = "SELECT wrapped FROM data_key WHERE kind = 'case'"


def traces(place: Place) -> list[bytes]:
    """What the files hold about cases and must not hold once these are erased."""
    found = [row[0] for query in SECRETS for row in place.sql(query)]
    found += [row[0] for row in place.keys_sql(KEYS)]
    return [one if isinstance(one, bytes) else str(one).encode() for one in found]


def words(number: int) -> tuple[str, str, str]:
    """What was written in a case; in no file at any moment."""
    return f"Canarychild{number:04}", f"canary-signal-{number:04}", f"canary-answer-{number:04}"


def fill(unit: Unit, numbers: range) -> None:
    for number in numbers:
        child, text, answer = words(number)
        case_id, event = f"case-{number:04}", replace(SIGNAL, text=text, child=child)
        case = raise_signal(unit, case_id, f"C{number:05}", event=event)
        unit.cases.save(case, [Answered(answer)], "ib", NOW + HOUR)
        unit.handles.give("ib", Subject("case", case_id), NOW, NOW + DAY)
        unit.outbox.put(OutboxMessage(f"canary-key-{number:04}", "ib", "x", "x", NOW, case_id))


def files(folder: Path) -> Iterator[bytes]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".key":
            yield path.read_bytes()


def hits(place: Place, needles: list[bytes]) -> int:
    return held(place.path.parent, needles)


def held(folder: Path, needles: list[bytes]) -> int:
    """How many of these stand in any file of a store."""
    contents = list(files(folder))
    return sum(any(needle in content for content in contents) for needle in needles)


def erasures(numbers: range) -> list[Erasure]:
    return [Erasure(f"case-{number:04}", "term", "director", NOW + DAY) for number in numbers]


def backup(place: Place, folder: Path) -> None:
    place.checkpoint()
    folder.mkdir()
    for path in (place.path, place.places.keys):
        shutil.copy(path, folder / path.name)


def restore(place: Place, folder: Path, *names: str) -> None:
    """Put these files back, as somebody would: with the process stopped, and its logs gone."""
    for name in names:
        for rest in place.path.parent.glob(f"{name}-*"):
            rest.unlink()
        shutil.copy(folder / name, place.path.parent / name)


async def erased(place: Place, store: Store) -> list[bytes]:
    """All cases erased; what must be gone since."""
    for start in range(0, CASES, 50):
        numbers = range(start, min(start + 50, CASES))
        await store.write(lambda unit, these=numbers: fill(unit, these))  # type: ignore[misc]  # bound per round
    found = traces(place)

    assert len(found) == 4 * CASES
    assert hits(place, found) == len(found)

    await store.checkpoint(NOW + HOUR)
    await store.erase(lambda _unit: erasures(range(CASES)))
    await store.checkpoint(NOW + DAY)
    return found + [word.encode() for number in range(CASES) for word in words(number)]


async def test_no_trace_is_left_of_what_was_erased(place: Place, store: Store) -> None:
    """Keys, names, references and words of the cases are in no file: 0 of all."""
    found = await erased(place, store)

    assert hits(place, found) == 0


@pytest.mark.parametrize(
    "names",
    [("store.sqlite",), ("store.keys.sqlite",), ("store.sqlite", "store.keys.sqlite")],
    ids=("database", "keys", "both"),
)
async def test_an_older_backup_brings_nothing_back(
    place: Place, tmp_path_factory: pytest.TempPathFactory, names: tuple[str, ...]
) -> None:
    """The first start after a restore erases again what the backup brought back."""
    copies = tmp_path_factory.mktemp("backup") / "old"
    store = place.opened()
    for start in range(0, CASES, 50):
        numbers = range(start, min(start + 50, CASES))
        await store.write(lambda unit, these=numbers: fill(unit, these))  # type: ignore[misc]  # bound per round
    found = traces(place)
    backup(place, copies)
    await store.erase(lambda _unit: erasures(range(CASES)))
    await store.close()
    place.engine.dispose()
    place.vault.close()
    restore(place, copies, *names)
    brought_back = hits(place, found)
    again = place.opened()
    stubs = await again.read(lambda unit: unit.erased.of_school("s1"))
    await again.close()

    assert brought_back > 0
    assert hits(place, found) == 0
    assert len(stubs) == CASES
