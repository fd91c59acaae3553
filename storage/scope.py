"""Of which schools a transaction sees anything: on a server of none, unless it asks for more.

Row-level security holds back every row of another school, also from a question that forgot to ask
for its own (https://www.postgresql.org/docs/current/ddl-rowsecurity.html). What a transaction sees
ends with it. In a SQLite file everybody sees everything.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlmodel import Session

from meldcode.people import Person

WHOLE_BOARD = "whole_board"
"""Execution option of a transaction that sees all schools."""

ALL = "SET LOCAL wegwijzer.schools = '*'"
NONE = "SET LOCAL wegwijzer.schools = ''"
ONLY = text(
    "SELECT set_config('wegwijzer.schools', concat_ws(',', CAST(:own AS text),"
    " (SELECT string_agg(DISTINCT school_id, ',') FROM aside"
    ' JOIN "case" ON "case".id = case_id WHERE person_id = :person)), true)'
)

SEES = text("SELECT current_setting('wegwijzer.schools')")
BACK = text("SELECT set_config('wegwijzer.schools', :before, true)")


class Scope:
    def __init__(self, session: Session) -> None:
        self._session = session

    def only(self, person: Person) -> None:
        """From the whole board to the schools where somebody works.

        And to those where they are asked something, for a question may go to a care team elsewhere
        (`meldcode.access`).
        """
        connection = self._session.connection()
        if _on_server(connection):
            own = ",".join(sorted(person.roles))
            connection.execute(ONLY, {"own": own, "person": person.id})


def widen(connection: Connection) -> None:
    """Back to the whole board."""
    if _on_server(connection):
        connection.exec_driver_sql(ALL)


@contextmanager
def beyond(session: Session) -> Iterator[None]:
    """For a moment the whole board, to write down that somebody tried what is not theirs."""
    connection = session.connection()
    if not _on_server(connection):
        yield
        return
    before = connection.execute(SEES).scalar_one()
    widen(connection)
    yield
    connection.execute(BACK, {"before": before})


def _on_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
