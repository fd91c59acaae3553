"""Commands that take long: they say how far they are, and can be stopped."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

STOPPED = 130
STEPS = 10
"""How often it is told how far a long piece of work is."""


class Teller:
    """Says how far it is at every tenth part."""

    def __init__(self) -> None:
        self._told: tuple[str, int] | None = None

    def __call__(self, what: str, done: int, total: int) -> None:
        now = what, STEPS * done // max(total, 1)
        if now != self._told:
            self._told = now
            typer.echo(f"{done} of {total}, {what}")


@contextmanager
def stoppable(command: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        again = f"Stopped; nothing half is left. Do it again with: wegwijzer {command}"
        typer.echo(again, err=True)
        raise typer.Exit(STOPPED) from None
