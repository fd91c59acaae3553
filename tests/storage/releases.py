"""Stores as they were left by versions that people use: kept once, brought back to be upgraded."""

import io
import json
import lzma
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table

from meldcode.case import Case
from storage.engine import one_transaction
from storage.places import Places
from storage.rows import number_on
from storage.unit import Unit
from tests.storage.first_version import upgrade

FOLDER = Path(__file__).parent / "released"
STORE, KEYS, KEY, PROOF = "wegwijzer.sqlite", "wegwijzer.keys.sqlite", "wegwijzer.key", "proof"
TOLD = "told.json"

Told = dict[str, list[list[Any]]]
"""By case: the number, kind and maker of each entry."""


@dataclass(frozen=True)
class Kept:
    """A store that was brought back, and what stood in it when it was kept."""

    places: Places
    key_path: Path
    told: Told
    version: str


def keep(folder: Path, version: str, told: Told) -> Path:
    """Pack the store in `folder`: databases as SQL, so that the file does not depend on pages."""
    parts = {f"{name}.sql": _dumped(folder / name) for name in (STORE, KEYS)}
    parts |= {path.name: path.read_bytes() for path in (folder / KEY,)}
    proof = Places.of(f"sqlite:///{folder / STORE}").proof
    parts |= {f"{PROOF}/{path.name}": path.read_bytes() for path in proof.iterdir()}
    parts |= {TOLD: json.dumps(told).encode()}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in sorted(parts.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    kept = FOLDER / f"{version}.tar.xz"
    kept.write_bytes(lzma.compress(packed.getvalue(), preset=9))
    return kept


def told(unit: Unit) -> Told:
    """What stands in every case that can be read."""
    cases = (unit.cases.fold(one) for one in unit.lists.everything())
    return {case.id: _entries(case) for case in cases if case}


def _entries(case: Case) -> list[list[Any]]:
    return [[one.seq, type(one.event).__name__, one.by] for one in case.entries]


def versions() -> tuple[str, ...]:
    return tuple(sorted(path.name.removesuffix(".tar.xz") for path in FOLDER.glob("*.tar.xz")))


def brought_back(version: str, folder: Path) -> Kept:
    """In SQLite, as it was."""
    folder.chmod(0o700)
    with tarfile.open(FOLDER / f"{version}.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    for name in (STORE, KEYS):
        with closing(sqlite3.connect(folder / name)) as database:
            database.executescript((folder / f"{name}.sql").read_text("utf-8"))
        (folder / name).chmod(0o600)
    (folder / KEY).chmod(0o600)
    places = Places.of(f"sqlite:///{folder / STORE}", folder / KEYS, folder / PROOF)
    told: Told = json.loads((folder / TOLD).read_text("utf-8"))
    return Kept(places, folder / KEY, told, version)


def on_server(kept: Kept, url: str) -> Kept:
    """The same rows in an empty database on a server, made by that version's migrations."""
    moved = replace(kept.places, url=url)
    upgrade(moved.url, kept.version)
    with (
        one_transaction(kept.places.url, read_only=True) as old,
        one_transaction(moved.url, read_only=False) as new,
    ):
        for table in _tables(new):
            rows = [dict(row) for row in old.execute(_typed(table).select()).mappings()]
            if rows:
                new.execute(table.insert(), rows)
        number_on(new)
    return replace(kept, places=moved)


def _dumped(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump()).encode()


def _tables(connection: Connection) -> Iterator[Table]:
    """Those that are there, whatever this program calls its own; what others refer to first."""
    found = MetaData()
    found.reflect(connection)
    return (one for one in found.sorted_tables if one.name != "alembic_version")


def _typed(table: Table) -> Table:
    """The same with types that SQLite has too."""
    return Table(
        table.name,
        MetaData(),
        *(type(column)(column.name, column.type.as_generic()) for column in table.columns),
    )
