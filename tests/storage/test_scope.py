from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Executable, Table, Update, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlmodel import Session

from meldcode.access import Action
from meldcode.people import Person, Role
from storage.engine import make_engine
from storage.erasing import KEPT
from storage.errors import ClashError, UnboundUserError
from storage.keyfile import KeyFile
from storage.scope import ALL, Scope, widen
from storage.store import Store, open_store
from storage.unit import Unit
from storage.verify import verify
from storage.walls import BOARD_WIDE, apart
from tests.storage.builders import NOW, TODAY, Place, raise_signal
from tests.storage.schools import (
    OTHER,
    OWN,
    SOMEBODY,
    TABLES,
    fill,
    is_of,
    leaks,
    row,
    seen,
)
from tests.storage.server import ADMIN, OWNER

on_server = pytest.mark.parametrize("place", ["postgresql"], indirect=True)

DENIED = "row-level security"
ABOVE = frozenset({"case", "meeting"})
"""Tables whose rows others name, so that these rows cannot be deleted by themselves."""


@pytest.fixture
def session(place: Place) -> Iterator[Session]:
    """A transaction of the application that sees no school yet; nothing of it is kept."""
    fill(place)
    engine = make_engine(place.url, connections=1, read_only=False)
    with Session(engine) as made:
        yield made
        made.rollback()
    engine.dispose()


@on_server
def test_every_table_is_kept_apart_or_named_with_a_reason(place: Place) -> None:
    """A table that somebody adds needs a policy, or a reason why it has none."""
    there = {
        name
        for (name,) in place.sql(
            "SELECT relname FROM pg_class WHERE relkind = 'r' "
            "AND relnamespace = 'public'::regnamespace"
        )
    }
    with place.engine.begin() as connection:
        walled = apart(connection)

    assert walled == TABLES.keys()
    assert there == walled | BOARD_WIDE.keys()
    assert all(len(reason) > 10 for reason in BOARD_WIDE.values())


@on_server
def test_without_a_scope_there_is_nothing(session: Session) -> None:
    """A transaction that did not say for whom it is sees no row of any school."""
    found = {name: seen(session, table) for name, table in TABLES.items()}

    assert found == {name: [] for name in TABLES}


@on_server
def test_a_forgotten_where_finds_the_own_school_only(session: Session) -> None:
    """Also of every table asked for as a whole, somebody gets the row of their own school."""
    widen(session.connection())

    assert leaks(session) == []


@on_server
def test_who_takes_a_wall_away_is_found_out(place: Place, session: Session) -> None:
    """Of each table: with its policy off, or off for its owner, rows of the other school show."""
    for how in ("DISABLE", "NO FORCE"):
        for name in TABLES:
            with session.connection().begin_nested() as attempt:
                session.connection().execute(text(f'ALTER TABLE "{name}" {how} ROW LEVEL SECURITY'))

                assert name in leaks(session)
                assert name not in apart(session.connection())
                attempt.rollback()


@on_server
def test_a_forgotten_where_changes_the_own_school_only(session: Session) -> None:
    """Of each table UPDATE and DELETE without a WHERE reach the row of the own school."""
    changed = {name: reached(session, unchanged(TABLES[name])) for name in TABLES.keys() - KEPT}
    alone = TABLES.keys() - KEPT - ABOVE
    deleted = {name: reached(session, TABLES[name].delete()) for name in alone}
    aimed = {
        name: reached(session, table.delete().where(is_of(table, OTHER)))
        for name, table in TABLES.items()
        if name not in KEPT
    }

    assert set(changed.values()) == set(deleted.values()) == {1}
    assert set(aimed.values()) == {0}


def unchanged(table: Table) -> Update:
    column = next(iter(table.primary_key))
    return table.update().values({column.name: column})


def reached(session: Session, statement: Executable) -> int:
    """How many rows somebody of the school changes with this, which is taken back."""
    connection = session.connection()
    with connection.begin_nested() as attempt:
        widen(connection)
        Scope(session).only(SOMEBODY)
        count = connection.execute(statement).rowcount
        attempt.rollback()
    return count


@on_server
def test_nothing_is_written_for_another_school(session: Session) -> None:
    """A row about another school is refused in every table, and an own row cannot become one."""
    statements: list[Executable] = []
    for table in TABLES.values():
        statements.append(table.insert().values(row(table, OTHER)))
        if "school_id" in table.columns:
            statements.append(table.update().values(school_id=OTHER))
    for statement in statements:
        with pytest.raises(ProgrammingError, match=DENIED):
            reached(session, statement)


@on_server
def test_what_hangs_on_no_case_is_kept_apart_too(session: Session) -> None:
    """A message without a case is its person's; a duty can be of a meeting, or of a school."""
    outbox, due = TABLES["outbox"], TABLES["due"]
    connection = session.connection()
    widen(connection)
    for school in (OWN, OTHER):
        bare = {"case_id": None, "key": f"bare-{school}", "id": int(school[1:]) + 10}
        connection.execute(outbox.insert().values(row(outbox, school) | bare))
        for kind, about in (("meeting", f"meeting-{school}"), ("school", school)):
            told = {"subject_kind": kind, "subject_id": about}
            connection.execute(due.insert().values(row(due, school) | told))
    Scope(session).only(SOMEBODY)
    keys = connection.execute(select(outbox.c.key)).scalars().all()
    subjects = connection.execute(select(due.c.subject_id)).scalars().all()

    assert sorted(keys) == ["bare-s1", "s1"]
    assert sorted(subjects) == ["case-s1", "meeting-s1", "s1"]


@on_server
def test_who_is_asked_something_elsewhere_sees_that_school(place: Place) -> None:
    """A question about a brother or sister goes to another school, for as long as it is open."""
    fill(place)
    asked = Person(
        "other-ib", "I", {OTHER: frozenset({Role.INTERN_BEGELEIDER})}, frozenset(), TODAY
    )
    place.sql("INSERT INTO aside VALUES ('other-ib', 'case-s1', '2026-11-30')")
    with place.unit() as unit:
        unit.scope.only(asked)
        during = [unit.lists.of_school(school) for school in (OWN, OTHER)]
    place.sql("DELETE FROM aside WHERE person_id = 'other-ib'")
    with place.unit() as unit:
        unit.scope.only(asked)
        afterwards = [unit.lists.of_school(school) for school in (OWN, OTHER)]

    assert [len(lines) for lines in during] == [1, 1]
    assert [len(lines) for lines in afterwards] == [0, 1]


@pytest.mark.both_databases
def test_a_try_elsewhere_is_written_down(place: Place) -> None:
    """Who opens a case of another school gets nothing, and the list of looks says so."""
    with place.unit() as unit:
        raise_signal(unit, by="other-teacher")
        unit.scope.only(SOMEBODY)
        by_id = unit.cases.open("case-1", SOMEBODY, Action.OPEN, NOW, "home")
        by_code = unit.cases.open_by_code("K7T4XM", SOMEBODY, Action.READ, NOW, "search")
        nothing = unit.cases.open("case-9", SOMEBODY, Action.OPEN, NOW, "home")
    with place.unit() as unit:
        lines = [(line.why, line.granted) for line in unit.access.lines("case-1")]

    assert (by_id, by_code, nothing) == (None, None, None)
    assert lines == [("signal", True), ("home", False), ("search", False)]


@on_server
def test_a_scope_ends_with_its_transaction(place: Place) -> None:
    """On one connection nothing is left for the next, whatever the first one asked for itself."""
    fill(place)
    engine = make_engine(place.url, connections=1, read_only=False)
    found = []
    for asked in (ALL, "SET wegwijzer.schools = '*'", "SELECT 1"):
        with Session(engine) as session, session.begin():
            found.append(len(seen(session, TABLES["case"])))
            session.connection().exec_driver_sql(asked)
            found.append(len(seen(session, TABLES["case"])))
    engine.dispose()

    assert found == [0, 2, 0, 2, 0, 0]


@on_server
async def test_what_is_done_again_starts_without_a_scope(place: Place, store: Store) -> None:
    """Who crossed another transaction finds out anew for whom they work."""
    fill(place)
    found: list[int] = []

    def work(unit: Unit) -> None:
        found.append(len(unit.lists.of_school(OWN)) + len(unit.lists.of_school(OTHER)))
        unit.scope.only(SOMEBODY)
        found.append(len(unit.lists.of_school(OWN)) + len(unit.lists.of_school(OTHER)))
        if len(found) == 2:
            raise ClashError

    await store.write(work, whole_board=True)

    assert found == [2, 1, 2, 1]


@on_server
async def test_who_may_see_past_the_walls_is_refused(place: Place) -> None:
    """With a user for whom row-level security does not hold no store is opened."""
    places = replace(place.places, url=place.url.replace(f"//{OWNER}@", f"//{ADMIN}@"))
    master = KeyFile.load(place.key_path)
    with pytest.raises(UnboundUserError, match="NOSUPERUSER NOBYPASSRLS"):
        open_store(places, master, random_bytes=place.random_bytes)


@on_server
def test_a_missing_wall_is_named(place: Place) -> None:
    """`wegwijzer verify` says of which table the rows are no longer kept apart."""
    key = place.vault.signing.public_key()
    before = verify(place.places, key).broken
    place.sql("ALTER TABLE slip NO FORCE ROW LEVEL SECURITY")

    assert before is None
    assert verify(place.places, key).broken == "The wall between schools in slip is missing."


@pytest.mark.both_databases
@pytest.mark.parametrize("name", ["zbo_item", "child_name", "erased_case"])
def test_what_belongs_together_is_of_one_school(place: Place, name: str) -> None:
    """A row that ties two things of different schools is refused by the database itself."""
    fill(place, without=name)
    table, school = TABLES[name], "school" if name == "erased_case" else "school_id"
    wrong = row(table, OWN) | {"case_id": "case-s2", school: OWN}
    with (
        pytest.raises(IntegrityError, match=r"(?i)foreign key"),
        place.engine.begin() as connection,
    ):
        connection.execute(table.insert().values(wrong))
