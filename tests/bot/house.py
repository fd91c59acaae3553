"""The service on a real store with an invented organisation; only chat and the clock are fakes."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.service import changes
from bot.service.answers import Answer
from bot.service.service import Service
from bot.service.sweeping import Removal
from bot.service.tools import PlatformError, Tools, Work
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.commands import Command
from meldcode.people import Role
from meldcode.policy import Policy
from meldcode.refusal import Refusal
from storage.errors import StoreError
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.outbox import OutboxMessage
from storage.places import Places
from storage.records import Meeting, Message, Organisation, Post, StaffMember, Subject
from storage.sqlite import PRAGMAS
from storage.store import Store, open_store
from storage.unit import Unit
from tests.school import CALENDAR
from tests.storage.builders import CountedBytes, key_file, member, placed, school

T = TypeVar("T")

NOW = datetime(2026, 11, 3, 14, 20, tzinfo=UTC)
"""A Tuesday, 15:20 at school: lessons are over, and nudges may go out."""

TODAY = date(2026, 11, 3)
FIRST = Meeting("zbo-a", "s1", datetime(2026, 11, 17, 14, 30, tzinfo=UTC), "chair")
SECOND = Meeting("zbo-b", "s1", datetime(2026, 12, 1, 14, 30, tzinfo=UTC))
FACTS = "She has had no lunch with her for a week."


def organisation() -> Organisation:
    """Two schools with a care team, and one without; somebody works at two of them."""
    both = (Post("s1", Role.TEACHER), Post("s2", Role.TEACHER))
    people = (
        member("teacher", Role.TEACHER),
        member("colleague", Role.TEACHER),
        member("ib", Role.INTERN_BEGELEIDER),
        member("deputy", Role.DEPUTY),
        member("attention", Role.AANDACHTSFUNCTIONARIS),
        member("director", Role.DIRECTOR),
        member("chair", Role.ZBO_CHAIR),
        member("oka", Role.OKA),
        member("other-ib", Role.INTERN_BEGELEIDER, school="s2"),
        member("other-teacher", Role.TEACHER, school="s2"),
        member("other-chair", Role.ZBO_CHAIR, school="s2"),
        member("lonely", Role.TEACHER, school="s3"),
        StaffMember("both", "Name of both", "both@school.example", both),
    )
    schools = (school("s1"), school("s2"), school("s3"))
    return Organisation(schools, people, (FIRST, SECOND))


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


class CountedIds:
    """Ids that say what number they are; `codes` are drawn before those that are counted."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.codes: list[str] = []
        self.chance = 0.0

    def new_id(self, prefix: str) -> str:
        return f"{prefix}-{next(self._numbers)}"

    def case_code(self) -> str:
        return self.codes.pop(0) if self.codes else f"{next(self._numbers):06}"

    def fraction(self) -> float:
        return self.chance


class FakeDirectory:
    """Chat's own list: the account `U-x` belongs to x@school.example unless it is in `gone`."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.silent = False
        self.asked: list[str] = []
        self.removes = Removal.DONE
        self.removed: list[tuple[Message, str]] = []
        self.revoked: list[str] = []

    async def email_of(self, account: str) -> str | None:
        self.asked.append(account)
        if self.silent:
            raise PlatformError
        return None if account in self.gone else f"{account.removeprefix('U-')}@School.Example"

    async def remove(self, message: Message, token: str) -> Removal:
        self.removed.append((message, token))
        return self.removes

    async def revoke(self, token: str) -> None:
        self.revoked.append(token)


class RefusingStore:
    """A store that answers every transaction with the same error."""

    def __init__(self, error: StoreError) -> None:
        self.error = error

    async def write(self, work: object, *, whole_board: bool = False) -> None:
        raise self.error

    read = write


@dataclass
class House:
    """A store, the tools and the service on it. People are named by their id."""

    path: Path
    tools: Tools
    clock: Clock
    ids: CountedIds
    directory: FakeDirectory
    woken: list[datetime] = field(default_factory=list)
    _keys: Any = field(default_factory=lambda: count(1))

    @property
    def service(self) -> Service:
        return Service(self.tools, self.directory, lambda: self.woken.append(self.clock()))

    async def work(self, task: Callable[[Work], T]) -> T:
        """Run `task` in a transaction of its own."""
        return await self.tools.store.write(lambda u: task(Work(u, self.tools, self.clock())))

    async def submit(
        self, who: str, form: str, raw: Mapping[str, Any], handle: str = "", key: str = ""
    ) -> Answer:
        """Send a form; without a `key` it is another occasion each time."""
        key = key or f"key-{next(self._keys)}"
        return await self.service.submit(f"U-{who}", form, dict(raw), handle, key)

    async def show(self, who: str, action: str, handle: str = "", **typing: object) -> Screen:
        return await self.service.show(f"U-{who}", action, handle, typing)

    async def act(self, who: str, action: str, handle: str, key: str = "") -> Screen:
        key = key or f"key-{next(self._keys)}"
        return await self.service.act(f"U-{who}", action, handle, key)

    async def signal(self, who: str = "teacher", **raw: object) -> Case:
        """The case of a new signal."""
        given = {"text": FACTS, "urgency": "unknown", "child": "Sam"} | raw
        await self.submit(who, "signal", given)
        (newest, *_) = self.rows('SELECT id FROM "case" ORDER BY rowid DESC')
        return await self.case(str(newest[0]))

    async def do(self, who: str, case: Case, *wanted: Command) -> Case:
        """The case after `wanted`; fails if one is refused."""
        for command in wanted:
            task = partial(_carried_out, who=who, case_id=case.id, command=command)
            found = await self.work(task)
            assert not isinstance(found, Refusal), (command, found)
            case = found
        return case

    async def case(self, case_id: str) -> Case:
        found = await self.tools.store.read(lambda unit: unit.cases.fold(case_id))
        assert found is not None
        return found

    async def handle(self, who: str, subject: Subject | Case) -> str:
        """Their reference to a case, or to something else."""
        about = Subject("case", subject.id) if isinstance(subject, Case) else subject
        later = self.clock() + timedelta(days=30)
        return await self.work(lambda work: work.unit.handles.give(who, about, work.now, later))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What somebody with the file could read or do, past our own code."""
        with sqlite3.connect(self.path) as connection:
            found = connection.execute(query).fetchall()
        connection.close()
        return found

    def outbox(self, *kinds: str) -> list[tuple[str, str]]:
        """To whom, and in which words, messages wait; of all kinds unless some are named."""
        rows = self.rows("SELECT kind, person_id, text_key FROM outbox WHERE state = 'waiting'")
        return [(who, text) for kind, who, text in rows if not kinds or kind in kinds]

    def with_store(self, store: Any) -> "House":  # noqa: ANN401 - a fake of any kind
        """The same house on something that stands in for its store."""
        return replace(self, tools=replace(self.tools, store=store))


def _carried_out(work: Work, who: str, case_id: str, command: Command) -> Case | Refusal:
    person = work.unit.people.get(who, work.today)
    assert person is not None
    return changes.carry_out(work, person, case_id, command)


def put(unit: Unit, key: str, to: str = "ib", **extra: Any) -> None:  # noqa: ANN401 - as in OutboxMessage
    """Something to send."""
    given: Any = {"kind": "digest", "text_key": "", "not_before": NOW, "threaded": False} | extra
    unit.outbox.put(OutboxMessage(key, to, **given))


def furnish(folder: Path) -> Path:
    """A migrated store in it, its key and the organisation."""
    path, key_path = folder / "store.sqlite", key_file(folder)
    migrate(Places.of(f"sqlite:///{path}"))
    with placed(path, key_path) as place, place.unit() as unit:
        unit.people.apply(organisation())
    return folder


@asynccontextmanager
async def housed(furnished: Path, folder: Path) -> AsyncIterator[House]:
    """A house on a copy of a store, which is made in `folder`."""
    path, clock, ids = shutil.copytree(furnished, folder) / "store.sqlite", Clock(), CountedIds()
    with pytest.MonkeyPatch.context() as patch:
        # Nobody pulls a plug here, and waiting for the disk would take most of the time.
        patch.setitem(PRAGMAS, "synchronous", "OFF")
        store = open_store(
            Places.of(f"sqlite:///{path}"),
            KeyFile.load(folder / "store.key"),
            random_bytes=CountedBytes("house"),
        )
        yield House(path, tools_on(store, clock, ids), clock, ids, FakeDirectory())
        await store.close()


def tools_on(store: Store, clock: Clock, ids: CountedIds) -> Tools:
    return Tools(
        store=store,
        clock=clock,
        ids=ids,
        policy=Policy(),
        zone=CALENDAR.zone,
        calendar_of=lambda _school: CALENDAR,
    )
