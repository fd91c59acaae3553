"""Look over the shoulder of every engine that a test makes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def listening(name: str, listener: Callable[..., None]) -> Iterator[None]:
    event.listen(Engine, name, listener)
    yield
    event.remove(Engine, name, listener)


@contextmanager
def statements() -> Iterator[list[str]]:
    """All SQL that is executed meanwhile, in order."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    with listening("before_cursor_execute", note):
        yield seen


@contextmanager
def on_connect(pragma: str) -> Iterator[None]:
    """Each connection that is made meanwhile starts with this pragma."""

    def execute(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(pragma)

    with listening("connect", execute):
        yield
