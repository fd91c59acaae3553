"""Commands that take long: they say how far they are, and can be stopped."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Never

import typer

STOPPED = 130
"""The exit code of what was stopped with Ctrl+C or SIGTERM."""

STEPS = 10
"""How often it is told how far a long piece of work is."""

ANEW = "nothing half is left. Do it again with"
ON = "what was done stays done. Go on with"


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
def stoppable(command: str | Callable[[], str], left: str = ANEW) -> Iterator[None]:
    """Stopped with Ctrl+C or SIGTERM it tidies up and says what is `left`.

    `command` is what to do then, or is asked for it at that moment.
    """
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    except KeyboardInterrupt:
        again = command if isinstance(command, str) else command()
        typer.echo(f"Stopped; {left}: wegwijzer {again}", err=True)
        raise typer.Exit(STOPPED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(_number: int, _frame: object) -> Never:
    raise KeyboardInterrupt
