from collections.abc import AsyncIterator, Iterable

import pytest
from sqlmodel import Session

from storage.engine import one_transaction
from storage.engine import scrub as whole_scrub
from storage.erasing import Erasure
from storage.shredder import Shredder
from storage.store import Store
from tests.storage.backups import both
from tests.storage.builders import NOW, Place, raise_signal
from tests.storage.server import Server

on_server = pytest.mark.parametrize("place", ["postgresql"], indirect=True)


@pytest.fixture
async def other(place: Place) -> AsyncIterator[Store]:
    """Another process at the same store."""
    opened = place.opened(60)
    yield opened
    await opened.close()


@on_server
async def test_one_of_two_leads(store: Store, other: Store) -> None:
    """The same one at every turn, for as long as it is there; then the other."""
    turns = [await store.leads(), await other.leads(), await store.leads(), await other.leads()]
    await store.close()
    afterwards = await other.leads()

    assert turns == [True, False, True, False]
    assert afterwards


@on_server
async def test_who_loses_its_connection_leads_no_more(
    store: Store, other: Store, server: Server
) -> None:
    """It knows at its next turn, and whoever comes first takes over."""
    await store.leads()
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
    )
    lost = await store.leads()
    took_over, back = await other.leads(), await store.leads()

    assert (lost, took_over, back) == (False, True, False)


async def test_in_a_file_the_one_process_leads(store: Store) -> None:
    """There is no other."""
    assert await store.leads()


@pytest.mark.both_databases
async def test_traces_go_when_nobody_reads_any_more(
    store: Store, other: Store, place: Place
) -> None:
    """An erasure beside a backup is done at once; what it left in files goes at a later turn."""
    await store.write(raise_signal, whole_board=True)
    with one_transaction(place.url, read_only=True) as reading:
        reading.exec_driver_sql('SELECT count(*) FROM "case"').scalar_one()
        reading.exec_driver_sql("SELECT count(*) FROM draft").scalar_one()
        erased = await other.erase(lambda _unit: [Erasure("case-1", "term", "director", NOW)])
        await other.tidy()
        during = place.sql("SELECT count(*) FROM setting WHERE name = 'traces_of_erased'")
    await other.tidy()
    after = place.sql("SELECT count(*) FROM setting WHERE name = 'traces_of_erased'")

    assert [case.case_id for case in erased] == ["case-1"]
    assert (during, after) == ([(1,)], [(0,)])


@on_server
async def test_traces_of_a_later_erasure_are_not_forgotten(
    store: Store, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever tidies up takes the mark away only if nothing was erased while it did so."""
    await store.write(both, whole_board=True)
    shredder = Shredder(place.places, place.vault)

    def scrub(url: str, tables: Iterable[str] = ()) -> None:
        whole_scrub(url, tables)
        with one_transaction(place.url, read_only=False) as connection:
            order = Erasure("case-2", "term", "director", NOW)
            shredder.erase(Session(connection), [order])

    await store.erase(lambda _unit: [Erasure("case-1", "term", "director", NOW)])
    monkeypatch.setattr("storage.shredder.scrub", scrub)
    shredder.scrub()
    left = place.sql("SELECT count(*) FROM setting WHERE name = 'traces_of_erased'")
    monkeypatch.undo()
    await store.tidy()

    assert left == [(1,)]
    assert place.sql("SELECT count(*) FROM setting WHERE name = 'traces_of_erased'") == [(0,)]
