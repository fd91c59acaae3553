"""`wegwijzer policy`: what the board has agreed, and what it has yet to confirm."""

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.policy_file import PolicyFile, Row, load
from bot.settings import load_settings

policy = typer.Typer(help="What the board has agreed and confirmed.", no_args_is_help=True)

FilePath = Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Instead of POLICY_FILE.")]
NOT_YET = "nog niet bevestigd"
WIDEST = 32
"""Characters of a value in the table; longer ones are read in the file."""

HEADINGS = ("item", "value", "owner", "confirmed")


@policy.command()
def check(file: FilePath = None) -> None:
    """Say what is wrong in a policy file, and where. Changes nothing."""
    rows = _read(file).rows
    waiting = sum(row.confirmed is None for row in rows)
    typer.echo(f"It can be used. Items: {len(rows)}, of which {NOT_YET}: {waiting}.")


@policy.command()
def show(file: FilePath = None) -> None:
    """List every item with its value, its owner and the day on which it was confirmed."""
    found = _read(file)
    typer.echo(f"Version {found.policy.version}, valid from {found.policy.valid_from}.")
    widths = [
        max(map(len, column)) for column in zip(HEADINGS, *map(_cells, found.rows), strict=True)
    ]
    for group, rows in groupby(found.rows, lambda row: row.group):
        typer.echo(f"\n{group}")
        for cells in (HEADINGS, *map(_cells, rows)):
            padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            typer.echo(f"  {'  '.join(padded).rstrip()}")


def _read(file: Path | None) -> PolicyFile:
    settings = load_settings()
    today = system_clock().astimezone(settings.timezone).date()
    return load(file or settings.policy_file, today)


def _cells(row: Row) -> tuple[str, ...]:
    value = row.value if len(row.value) <= WIDEST else f"{row.value[: WIDEST - 3]}..."
    confirmed = row.confirmed.isoformat() if row.confirmed else NOT_YET
    return row.name, value or "-", row.owner, confirmed
