import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.service.answers import Correct, Show
from meldcode.commands import TakeCase
from storage.errors import ConflictError, StoreBusyError, StoreError, StoreFullError
from storage.keyfile import KeyFile
from storage.places import Places
from storage.records import Message
from storage.store import open_store
from tests.bot.house import FACTS, House, RefusingStore
from tests.dialogs.reading import keys
from tests.storage.builders import CountedBytes

SIGNAL = {"text": FACTS, "urgency": "week"}
WRITTEN = ("case", "case_event", "access_line", "outbox", "due", "receipt")
"""The tables in which sending a signal writes."""

CHANGED = ("case", "case_event", "access_line", "outbox", "due", "receipt")
"""The tables in which taking a signal writes."""

VERBS = {"case": "UPDATE", "due": "DELETE"}
"""What taking a signal does to a table, if it is no INSERT."""


@contextmanager
def broken(house: House, table: str, verb: str = "INSERT") -> Iterator[None]:
    """While this lasts, the database refuses to write in one table."""
    house.rows(
        f'CREATE TRIGGER broken BEFORE {verb} ON "{table}" '
        "BEGIN SELECT RAISE(ABORT, 'broken'); END"
    )
    yield
    house.rows("DROP TRIGGER broken")


def everything(house: House) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    tables = house.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {name: house.rows(f'SELECT * FROM "{name}"') for (name,) in tables}  # noqa: S608 - our own table names


@pytest.mark.parametrize("table", WRITTEN)
async def test_a_signal_is_stored_whole_or_not_at_all(house: House, table: str) -> None:
    """Whichever part cannot be written, no part is; sent again, it is all there once."""
    await house.show("teacher", "home")
    before = everything(house)
    with broken(house, table):
        refused = await house.submit("teacher", "signal", SIGNAL, key="view:1")
    after = everything(house)
    accepted = await house.submit("teacher", "signal", SIGNAL, key="view:1")

    assert refused == Correct({"text": "err.notsaved"})
    assert after == before
    assert isinstance(accepted, Show)
    assert keys(accepted.screen).count("ok.dup") == 0
    assert house.rows('SELECT count(*) FROM "case"') == [(1,)]


@pytest.mark.parametrize("table", CHANGED)
async def test_a_command_is_carried_out_whole_or_not_at_all(house: House, table: str) -> None:
    """A button whose change cannot be written changes nothing, says so and works again later."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    await house.show("ib", "open", handle)
    before = everything(house)
    with broken(house, table, VERBS.get(table, "INSERT")):
        failed = await house.act("ib", "take", handle, key="tap")
    after = everything(house)
    done = await house.act("ib", "take", handle, key="tap")

    assert failed.name == "failed"
    assert after == before
    assert done.name == "case"
    assert (await house.case(case.id)).holder == "ib"


async def test_typed_words_are_collected_whole_or_not_at_all(house: House) -> None:
    """If what was typed cannot be kept, the delivery fails, so that the platform tries again."""
    case = await house.do("ib", await house.signal(), TakeCase())
    root, typed = Message("D1", "1.0"), Message("D1", "2.0")
    await house.work(lambda work: work.unit.threads.set_root("teacher", case.id, root))
    before = everything(house)
    with broken(house, "case_event"), pytest.raises(StoreError):
        await house.service.typed("U-teacher", typed, root.ts, "Thank you.")
    after = everything(house)
    await house.service.typed("U-teacher", typed, root.ts, "Thank you.")

    assert after == before
    assert (await house.case(case.id)).version == case.version + 1


@pytest.mark.parametrize(
    "error, key",
    [
        (StoreFullError(), "err.full"),
        (StoreBusyError(), "err.notsaved"),
        (ConflictError(), "err.other"),
    ],
)
async def test_what_the_store_refuses_stays_in_the_form(
    house: House, error: StoreError, key: str
) -> None:
    """Nothing typed is lost: the form stays open, with a sentence that says what to do."""
    blocked = house.with_store(RefusingStore(error))
    signal = await blocked.submit("teacher", "signal", SIGNAL)
    answer = await blocked.submit("ib", "talk", {"report": FACTS}, "handle")

    assert signal == Correct({"text": key})
    assert answer == Correct({"on": key})


async def test_while_it_is_unknown_who_asks_the_form_stays_open(house: House) -> None:
    """When the platform cannot tell whose account it is, nothing typed is lost either."""
    house.directory.silent = True
    form = await house.submit("teacher", "signal", SIGNAL)
    kept = await house.service.keep_typed("U-teacher", FACTS)
    home = await house.service.home("U-teacher")

    assert form == Correct({"text": "err.notsaved"})
    assert not kept
    assert home.name == "failed"


async def test_where_nothing_was_typed_a_refusal_is_a_screen(house: House) -> None:
    """A button, a look and Home say that it did not work."""
    blocked = house.with_store(RefusingStore(StoreBusyError()))
    service = blocked.service
    screens = [
        await blocked.show("ib", "open", "handle"),
        await blocked.act("ib", "take", "handle"),
        await service.home("U-ib"),
        await service.away("U-ib", away=True),
        await service.colleague("U-ib"),
    ]

    assert [one.name for one in screens] == ["failed"] * len(screens)


async def test_a_store_that_another_process_holds_gives_an_answer(
    house: House, tmp_path: Path
) -> None:
    """A lock that lasts too long is an answer in time, not an endless wait."""
    key_path = house.path.with_suffix(".key")
    hasty = open_store(
        Places.of(f"sqlite:///{house.path}"),
        KeyFile.load(key_path),
        random_bytes=CountedBytes("hasty"),
        busy_ms=30,
    )
    with sqlite3.connect(house.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = await house.with_store(hasty).submit("teacher", "signal", SIGNAL)
        other.execute("ROLLBACK")
    other.close()
    await hasty.close()

    assert answer == Correct({"text": "err.notsaved"})
