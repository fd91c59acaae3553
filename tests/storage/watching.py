"""Look over the shoulder of every engine that a test makes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

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

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:  # noqa: ANN401
        seen.append(statement)

    with listening("before_cursor_execute", note):
        yield seen


@contextmanager
def on_connect(pragma: str) -> Iterator[None]:
    """Each connection that is made meanwhile starts with this pragma."""

    def execute(connection: Any, _record: Any) -> None:  # noqa: ANN401
        connection.execute(pragma)

    with listening("connect", execute):
        yield
