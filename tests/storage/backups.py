"""Short ways to make backups of a store, and to bring them back elsewhere."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from storage.backup import Kit, Made, Shelf, back_up
from storage.keyfile import KeyFile
from storage.places import Places
from storage.restore import Rebuilt, Sources, restore
from storage.unit import Unit
from tests.storage.builders import NOW, CountedBytes, Place, raise_signal


@dataclass
class Told:
    """Keeps how far it was told that things are."""

    seen: list[tuple[str, int, int]] = field(default_factory=list)

    def __call__(self, what: str, done: int, total: int) -> None:
        self.seen.append((what, done, total))


def both(unit: Unit) -> None:
    """Two cases."""
    raise_signal(unit)
    raise_signal(unit, "case-2", "B2C3D4")


def kit(place: Place, at: datetime = NOW) -> Kit:
    folder = place.path.parent
    shelf = Shelf(folder / "backups", folder / "keys-backups", 7)
    master = KeyFile.load(place.key_path)
    return Kit(place.places, shelf, master, CountedBytes(f"backup {at}"), at, Told())


def backed_up(place: Place, at: datetime = NOW) -> Made:
    return back_up(kit(place, at))


def elsewhere(place: Place, name: str = "again", *, proof: bool = True) -> Kit:
    """A kit for another machine, on which nothing is but the master key and, or not, the proof."""
    folder = place.path.parent / name
    folder.mkdir()
    places = Places.of(f"sqlite:///{folder / 'store.sqlite'}")
    if proof and place.places.proof.exists():
        shutil.copytree(place.places.proof, places.proof)
    return replace(kit(place), places=places)


def restored(place: Place, name: str = "again", *, proof: bool = True) -> tuple[Kit, Rebuilt]:
    there = elsewhere(place, name, proof=proof)
    return there, restore(there, Sources())


def left_behind(folder: Path) -> list[str]:
    """What a stopped backup must not leave."""
    found = (*folder.rglob("*.half"), *folder.rglob("*.staging"), *folder.rglob("*.new"))
    return sorted(path.name for path in found)
