import asyncio
from collections.abc import AsyncIterator
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, text

from storage.engine import make_engine, one_transaction
from storage.erasing import Erasure
from storage.errors import StoreBusyError, UnreachableStoreError
from storage.migrate import migrate
from storage.outbox import OutboxMessage
from storage.places import Places
from storage.records import Subject
from storage.store import Store
from storage.unit import Unit, make_unit
from storage.verify import verify
from storage.version import current, head
from tests.storage.builders import (
    DAY,
    MINUTE,
    NOW,
    Place,
    duty,
    on_whole_board,
    raise_signal,
    submit,
)
from tests.storage.server import Server

pytestmark = pytest.mark.parametrize("place", ["postgresql"], indirect=True)

LEASE, BUSY_MS = 2 * MINUTE, 60
TO = ("ib", "ib-two", "teacher", "chair")


@pytest.fixture
async def other(place: Place) -> AsyncIterator[Store]:
    """Another process at the same store, which waits for others only shortly."""
    opened = place.opened(BUSY_MS)
    yield opened
    await opened.close()


def fill(unit: Unit) -> None:
    """A message and a duty for each of four."""
    for person in TO:
        unit.outbox.put(OutboxMessage(person, person, "news", "new", NOW))
        unit.due.sync(Subject("meeting", person), [duty()])


def claim(unit: Unit) -> list[str]:
    """Two messages and two duties."""
    messages = [claimed.message.key for claimed in unit.outbox.claim(NOW, LEASE, 2)]
    return messages + [due.subject.id for due in unit.due.claim(NOW, LEASE, 2)]


async def test_two_processes_never_claim_the_same(store: Store, place: Place) -> None:
    """Who comes second while the first is not done yet does not wait, and takes the next ones."""
    await store.write(fill, whole_board=True)
    beside = on_whole_board(place.url)
    with place.unit() as unit, Session(beside) as session:
        first = claim(unit)
        second = claim(make_unit(session, place.vault, place.random_bytes))
    beside.dispose()

    assert sorted(first + second) == sorted(TO * 2)


async def test_claims_at_the_same_moment_are_all_kept(store: Store) -> None:
    """However two claims cross each other, together they have everything, and nothing twice."""
    both = Barrier(2, timeout=30)
    tries: list[str] = []

    def meet(unit: Unit, name: str) -> list[str]:
        found = claim(unit)
        if name not in tries:
            tries.append(name)
            both.wait()
        return found

    await store.write(fill, whole_board=True)
    first, second = await asyncio.gather(
        store.write(lambda unit: meet(unit, "first"), whole_board=True),
        store.write(lambda unit: meet(unit, "second"), whole_board=True),
    )

    assert sorted(first + second) == sorted(TO * 2)


async def test_an_entry_that_is_still_to_come_is_not_signed_over(
    place: Place, store: Store, other: Store
) -> None:
    """A line gets its number before it can be seen: a checkpoint waits for who is writing."""
    with place.unit() as slow:
        raise_signal(slow)
        await store.write(lambda unit: raise_signal(unit, "case-2", "B2C3D4"), whole_board=True)
        with pytest.raises(StoreBusyError):
            await other.checkpoint(NOW)
    signed = await other.checkpoint(NOW)
    again = await store.checkpoint(NOW)
    report = verify(place.places, place.vault.signing.public_key())

    assert (signed, again) == (True, False)
    assert (report.looks, report.checkpoints, report.broken) == (2, 1, None)


async def test_erasing_waits_until_it_is_alone(place: Place, other: Store) -> None:
    """While somebody else is writing nothing is erased, and no line in the ledger says so."""
    order = [Erasure("case-1", "term", "director", NOW + DAY)]
    await other.write(submit, whole_board=True)
    with place.unit() as slow:
        slow.receipts.claim("something else", NOW)
        with pytest.raises(StoreBusyError):
            await other.erase(lambda _unit: order)

    assert not place.places.erased.exists()
    assert len(await other.erase(lambda _unit: order)) == 1


async def test_only_who_writes_waits_for_who_is_alone(place: Place, other: Store) -> None:
    """While a process changes something for all others, these can read on."""
    with one_transaction(place.url, read_only=False):
        school = await other.read(lambda unit: unit.people.school("s1"))
        with pytest.raises(StoreBusyError):
            await other.write(submit, whole_board=True)

    assert school is not None
    assert (await other.write(submit, whole_board=True)).id == "case-1"


async def test_who_links_an_account_beside_another_does_it_again(
    place: Place, store: Store
) -> None:
    """Two first messages of one person at the same moment lead to one account, and no refusal."""
    both = Barrier(2, timeout=30)
    tries: list[str] = []

    def link(unit: Unit, name: str) -> None:
        known = unit.people.platform_id("teacher", "slack")
        if name not in tries:
            tries.append(name)
            both.wait()
        unit.people.link("teacher", "slack", known or "U1")

    await asyncio.gather(
        store.write(lambda unit: link(unit, "first"), whole_board=True),
        store.write(lambda unit: link(unit, "second"), whole_board=True),
    )

    assert place.sql("SELECT person_id, platform_id FROM account") == [("teacher", "U1")]


def kept(place: Place, server: Server, word: bytes) -> bool:
    """Whether a word can still be found in the files of the tables."""
    ((folder,),) = place.sql("SELECT oid FROM pg_database WHERE datname = current_database()")
    server.execute("CHECKPOINT")
    files = (server.socket / "base" / str(folder)).iterdir()
    return any(word in file.read_bytes() for file in files)


async def test_no_table_keeps_a_trace_of_what_was_erased(
    place: Place, store: Store, server: Server
) -> None:
    """A deleted row stays in the file of a table until that is written anew: it is."""
    await store.write(submit, whole_board=True)
    handle = await store.write(
        lambda unit: unit.handles.give("ib", Subject("case", "case-1"), NOW, NOW + DAY),
        whole_board=True,
    )
    before = kept(place, server, handle.encode())
    await store.erase(lambda _unit: [Erasure("case-1", "term", "director", NOW + DAY)])

    assert before
    assert not kept(place, server, handle.encode())


async def test_a_server_that_was_started_anew_is_found_again(store: Store, place: Place) -> None:
    """Connections that were cut cost nobody their form."""
    await store.write(lambda unit: unit.receipts.claim("before", NOW))
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    place.sql(f"{cut} AND datname = current_database()")
    made = await store.write(submit, whole_board=True)

    assert await store.read(lambda unit: unit.cases.fold("case-1"), whole_board=True) == made


@pytest.mark.parametrize("address", ["{0}_not_there", "{0}?host=/nowhere"])
def test_a_server_that_lets_nobody_in_is_named(place: Place, address: str) -> None:
    """The sentence says what to do, and nothing of the address, which may hold a password."""
    url, _, host = place.url.partition("?")
    asked = address.format(url) if "?" in address else f"{address.format(url)}?{host}"

    with pytest.raises(UnreachableStoreError) as refused:
        current(asked)
    assert str(refused.value) == UnreachableStoreError.sentence


async def test_two_processes_may_migrate_at_once(
    place: Place, server: Server, request: pytest.FixtureRequest
) -> None:
    """The second waits for the first, and finds that all is done."""
    server.create("empty")
    request.addfinalizer(lambda: server.drop("empty"))
    places = Places.of(server.url("empty"), place.path.with_name("empty.keys"), place.path)
    await asyncio.gather(*(asyncio.to_thread(migrate, places) for _ in range(2)))

    assert current(places.url) == head()


def isolation(engine: Engine) -> object:
    with engine.begin() as connection:
        return connection.execute(text("SHOW transaction_isolation")).scalar_one()


def test_every_connection_has_the_safe_settings(place: Place) -> None:
    """What is acknowledged is on the disk; who writes sees the store as if nobody else did."""
    settings = {
        name: place.sql(f"SHOW {name}")
        for name in ("synchronous_commit", "timezone", "search_path", "lock_timeout")
    }
    reader = make_engine(place.url, read_only=True)
    found = isolation(place.engine), isolation(reader)
    reader.dispose()

    assert settings == {
        "synchronous_commit": [("on",)],
        "timezone": [("UTC",)],
        "search_path": [("public",)],
        "lock_timeout": [("2s",)],
    }
    assert found == ("serializable", "repeatable read")
