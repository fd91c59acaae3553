from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest
from sqlmodel import SQLModel

from meldcode.access import Action
from meldcode.choices import Urgency
from meldcode.events import SignalRaised, ZboScheduled
from storage.erasing import KEPT, ErasedCase, Erasure
from storage.errors import CaseKeyGoneError
from storage.outbox import OutboxMessage
from storage.records import Message, Subject
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, TODAY, Place, duty, raise_signal
from tests.storage.rewriting import guards

pytestmark = pytest.mark.both_databases

ERASED_AT = NOW + 400 * DAY
STUB = ErasedCase("case-1", "K7T4XM", "s1", NOW, NOW, 2, "term", "director", ERASED_AT)
ITEM = ZboScheduled(
    "item-1",
    "zbo-1",
    TODAY + 7 * DAY,
    "how?",
    parents_invited=True,
    parents_reason=None,
    minutes=10,
)


def fill(unit: Unit, case_id: str = "case-1", code: str = "K7T4XM") -> None:
    """Everything that the store can hold about a case."""
    case = raise_signal(unit, case_id, code, event=SignalRaised("hungry", Urgency.TODAY, "Sam"))
    unit.cases.save(case, [ITEM], "ib", NOW)
    unit.outbox.put(OutboxMessage(f"news:{case_id}", "ib", "news", "new", NOW, case_id))
    unit.due.sync(Subject("case", case_id), [duty()])
    unit.handles.give("ib", Subject("case", case_id), NOW, NOW + DAY)
    unit.threads.set_root("teacher", case_id, Message("D1", code))
    unit.threads.collect(Message("D2", code), case_id, "teacher")
    unit.receipts.claim(f"view:{case_id}", NOW)
    unit.receipts.finish(f"view:{case_id}", case_id)


async def lived(place: Place) -> None:
    """Two cases, one of them erased, and a checkpoint; nobody uses the store any more."""
    store = place.opened()
    await store.write(fill, whole_board=True)
    await store.write(partial(fill, case_id="case-2", code="B2C3D4"), whole_board=True)
    await store.erase(lambda _unit: [Erasure("case-2", "term", "director", NOW + DAY)])
    await store.checkpoint(NOW + DAY)
    await store.close()


def decided(*case_ids: str) -> Sequence[Erasure]:
    return [Erasure(case_id, "term", "director", ERASED_AT) for case_id in case_ids]


def rows_about(place: Place, case_id: str) -> dict[str, int]:
    """In which tables, and how often, the id of a case still stands."""
    found = {}
    for name in SQLModel.metadata.tables:
        rows = place.sql(f'SELECT * FROM "{name}"')  # noqa: S608 - the store's own names
        count = sum(case_id in map(str, row) for row in rows)
        if count:
            found[name] = count
    return found


@pytest.fixture
async def erased(store: Store, place: Place) -> tuple[ErasedCase, ...]:
    """One of two cases, erased."""
    await store.write(fill, whole_board=True)
    await store.write(lambda unit: fill(unit, "case-2", "B2C3D4"), whole_board=True)

    assert len(rows_about(place, "case-1")) > 9

    return await store.erase(lambda _unit: decided("case-1"))


async def test_a_stub_is_left(store: Store, erased: tuple[ErasedCase, ...]) -> None:
    """It says what there was, on what ground it was erased and who decided, and nothing else."""
    assert erased == (STUB,)
    assert await store.read(lambda unit: unit.erased.of_school("s1"), whole_board=True) == (STUB,)
    assert await store.read(lambda unit: unit.erased.of_school("s2"), whole_board=True) == ()
    assert await store.read(lambda unit: unit.erased.count(), whole_board=True) == 1


async def test_nothing_else_is_left(place: Place, erased: tuple[ErasedCase, ...]) -> None:
    """Messages, duties, references, threads, names, places on agendas and the key are gone."""
    left = rows_about(place, erased[0].case_id)

    assert left == {"case": 1, "case_event": 2, "access_line": 1, "erased_case": 1}
    assert place.sql("SELECT case_id FROM child_name") == [("case-2",)]
    assert place.keys_sql("SELECT name FROM data_key WHERE kind = 'case'") == [("case-2",)]


async def test_an_erased_case_is_not_there(store: Store, erased: tuple[ErasedCase, ...]) -> None:
    """It is in no list and no count, and opens for nobody: as if there never was one."""

    def look(unit: Unit) -> list[object]:
        (person,) = (unit.people.get("ib", TODAY),)
        assert person is not None
        lists = (
            unit.lists.of_raiser("teacher"),
            unit.lists.of_school("s1"),
            unit.lists.answered("s1", NOW - DAY),
            unit.lists.overdue("s1", TODAY + 900 * DAY),
        )
        opened = (
            unit.cases.open("case-1", person, Action.READ, NOW, "look"),
            unit.cases.open_by_code(erased[0].code, person, Action.READ, NOW, "look"),
        )
        ids = {line.id for lines in lists for line in lines}
        return [*opened, ids, sum(unit.lists.counts("s1", NOW - DAY).values())]

    assert await store.write(look, whole_board=True) == [None, None, {"case-2"}, 1]


def verify(unit: Unit, case_id: str) -> int | None:
    return unit.journal.verify(case_id)


async def test_the_rest_stays_as_it_was(store: Store, erased: tuple[ErasedCase, ...]) -> None:
    """Another case is read as before, and the chains of both are whole."""
    other = await store.read(lambda unit: unit.cases.fold("case-2"), whole_board=True)
    whole = [
        await store.read(partial(verify, case_id=case_id), whole_board=True)
        for case_id in (erased[0].case_id, "case-2")
    ]

    assert other is not None
    assert other.signal is not None
    assert whole == [None, None]


async def test_its_events_cannot_be_read(place: Place, erased: tuple[ErasedCase, ...]) -> None:
    """Whoever goes past the stub finds that the key is gone."""
    with place.unit() as unit, pytest.raises(CaseKeyGoneError):
        unit.journal.load(erased[0].case_id, "s1")


async def test_erasing_twice_is_erasing_once(store: Store, erased: tuple[ErasedCase, ...]) -> None:
    """What was erased, or never was, is passed over; the stub stays as it was."""
    again = await store.erase(lambda _unit: decided(erased[0].case_id, "case-9"))

    assert again == ()
    assert await store.read(lambda unit: unit.erased.of_school("s1"), whole_board=True) == (STUB,)


async def test_who_decides_may_decide_against_it(store: Store, place: Place) -> None:
    """The decision is made in the same transaction; an error in it leaves everything as it was."""

    def refuse(unit: Unit) -> Sequence[Erasure]:
        assert unit.cases.fold("case-1") is not None
        raise ZeroDivisionError

    await store.write(fill, whole_board=True)
    with pytest.raises(ZeroDivisionError):
        await store.erase(refuse)

    assert await store.read(lambda unit: unit.cases.fold("case-1"), whole_board=True) is not None
    assert not place.places.erased.exists()


def test_a_ground_is_one_word() -> None:
    """Whoever would explain an erasure in a sentence might tell what was erased."""
    with pytest.raises(ValueError, match="one word"):
        replace(decided("case-1")[0], ground="asked by the mother of Sam")


def test_what_can_only_be_added_to_is_kept(place: Place) -> None:
    """Every table about cases is either emptied of an erased case, or guarded and named as kept."""
    about = {
        table.name
        for table in SQLModel.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "case"
    }

    assert {table for table, _ in guards(place)} & about == KEPT
