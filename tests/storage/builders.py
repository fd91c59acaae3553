"""An invented school and short ways to fill a store with it."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, func, select

from meldcode.case import Case
from meldcode.choices import Urgency
from meldcode.duties import Duty, Kind
from meldcode.events import Event, SignalRaised
from meldcode.people import Audience, Role
from storage.cases import NewCase
from storage.engine import make_engine, one_transaction, scrub
from storage.keyfile import KeyFile
from storage.keystore import create_keys
from storage.opening import open_vault
from storage.outbox import OutboxMessage
from storage.places import Places
from storage.records import Meeting, Organisation, Post, School, StaffMember, Subject
from storage.scope import WHOLE_BOARD
from storage.store import Store, open_store
from storage.unit import Unit, make_unit
from storage.vault import Vault
from storage.waiting import BUSY_MS

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 24)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SIGNAL = SignalRaised("she is often hungry", Urgency.TODAY, child="M., group 5")


class CountedBytes:
    """Bytes that differ at each call and are the same in each run."""

    def __init__(self, seed: str = "") -> None:
        self.calls = 0
        self.seed = seed

    def __call__(self, length: int) -> bytes:
        self.calls += 1
        return sha256(f"{self.seed}{self.calls}".encode()).digest()[:length]


@dataclass(frozen=True)
class Place:
    """A migrated store, its master key, and a writing engine on its database.

    `path` is its file; of a store on a server only what lies beside it is there, and `server` is
    its address.
    """

    path: Path
    key_path: Path
    engine: Engine
    vault: Vault
    random_bytes: CountedBytes = field(default_factory=CountedBytes)
    server: str | None = None

    @property
    def database(self) -> str:
        """The name that both the database and its tests know it by."""
        return "postgresql" if self.server else "sqlite"

    @property
    def url(self) -> str:
        return self.server or f"sqlite:///{self.path}"

    @property
    def places(self) -> Places:
        beside = Places.of(f"sqlite:///{self.path}")
        return Places.of(self.url, beside.keys, beside.proof)

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """One transaction, committed at the end."""
        with Session(self.engine) as session, session.begin():
            yield make_unit(session, self.vault, self.random_bytes)

    def opened(self, busy_ms: int = BUSY_MS) -> Store:
        """The store as the program opens it; the test closes it."""
        master = KeyFile.load(self.key_path)
        return open_store(self.places, master, random_bytes=self.random_bytes, busy_ms=busy_ms)

    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """What somebody with the file could do, past our own code."""
        with self.engine.begin() as connection:
            written = for_server(statement) if self.server else statement
            result = connection.exec_driver_sql(written, values)
            return [tuple(row) for row in result] if result.returns_rows else []

    def remake_keys(self) -> None:
        """An empty key store, as a new store has it."""
        create_keys(self.places)

    def checkpoint(self) -> None:
        """Bring all that was written from the logs into both files, to copy these."""
        for url in (self.url, self.places.keys_url):
            scrub(url)

    def keys_sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """The same with the file of the case keys."""
        with one_transaction(self.places.keys_url, read_only=False) as connection:
            result = connection.exec_driver_sql(statement, values)
            return [tuple(row) for row in result] if result.returns_rows else []


def for_server(statement: str) -> str:
    """As PostgreSQL writes parameters and bytes."""
    return re.sub(r"\bx'(\w*)'", r"'\\\\x\1'", statement.replace("?", "%s"))


@contextmanager
def placed(
    path: Path, key_path: Path, seed: str = "", server: str | None = None
) -> Iterator[Place]:
    """A migrated store as a place; its connections are closed at the end."""
    random_bytes, beside = CountedBytes(seed), Places.of(f"sqlite:///{path}")
    places = Places.of(server or beside.url, beside.keys, beside.proof)
    engine = on_whole_board(places.url)
    vault = open_vault(places, KeyFile.load(key_path), random_bytes)
    yield Place(path, key_path, engine, vault, random_bytes, server)
    vault.close()
    engine.dispose()


def on_whole_board(url: str) -> Engine:
    """A writing engine of which every transaction sees all schools."""
    return make_engine(url, read_only=False).execution_options(**{WHOLE_BOARD: True})


def member(person_id: str, *roles: Role, school: str = "s1") -> StaffMember:
    posts = tuple(Post(school, role) for role in roles)
    return StaffMember(person_id, f"Name of {person_id}", f"{person_id}@school.example", posts)


def school(school_id: str = "s1") -> School:
    return School(school_id, f"School {school_id}", "Reception", "020 000 00 00")


def organisation() -> Organisation:
    """Two schools; the second has an IB'er and a teacher only."""
    people = (
        member("teacher", Role.TEACHER),
        member("ib", Role.INTERN_BEGELEIDER),
        member("ib-two", Role.INTERN_BEGELEIDER),
        member("deputy", Role.DEPUTY),
        member("attention", Role.AANDACHTSFUNCTIONARIS),
        member("director", Role.DIRECTOR),
        member("chair", Role.ZBO_CHAIR),
        member("other-ib", Role.INTERN_BEGELEIDER, school="s2"),
        member("other-teacher", Role.TEACHER, school="s2"),
    )
    meetings = (Meeting("zbo-1", "s1", NOW + 7 * DAY, "chair"),)
    return Organisation((school(), school("s2")), people, meetings)


def raise_signal(
    unit: Unit,
    case_id: str = "case-1",
    code: str = "K7T4XM",
    by: str = "teacher",
    event: Event = SIGNAL,
    at: datetime = NOW,
) -> Case:
    school_id = "s2" if by.startswith("other") else "s1"
    return unit.cases.create(NewCase(case_id, code, school_id), [event], by, at, "signal")


def duty(key: str = "look", at: datetime = NOW) -> Duty:
    return Duty(Kind.FOLLOW_FIRST, key, at, Audience.RAISER)


SUBMITTED = ("case", "case_event", "access_line", "outbox", "due", "receipt")
"""The tables in which one submission leaves one row each."""


def submitted(engine: Engine) -> dict[str, int]:
    """How many rows each of those tables has."""
    tables = SQLModel.metadata.tables
    with engine.begin() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(tables[name])).scalar_one()
            for name in SUBMITTED
        }


def submit(unit: Unit) -> Case:
    """Everything that one submission writes."""
    unit.receipts.claim("view:V1", NOW)
    case = raise_signal(unit)
    unit.outbox.put(OutboxMessage("news:1", "ib", "news", "new", NOW, case.id))
    unit.due.sync(Subject("case", case.id), [duty()])
    unit.receipts.finish("view:V1", case.id)
    return case


def key_file(folder: Path) -> Path:
    path = folder / "store.key"
    KeyFile.create(path, CountedBytes("key"))
    return path


def copy_store(source: Path, target: Path) -> None:
    """The database and its case keys."""
    for before, after in ((source, target), (_keys(source), _keys(target))):
        shutil.copy(before, after)


def _keys(path: Path) -> Path:
    return Places.of(f"sqlite:///{path}").keys
