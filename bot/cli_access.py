"""`wegwijzer access`: who looked at which case, for the privacy officer."""

import asyncio
import csv
import json
import sys
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated, TextIO

import typer

from bot.clock import system_clock
from bot.nen7513 import FIELDS, record
from bot.settings import Settings, load_settings
from bot.stores import opened
from storage.unit import Unit

access = typer.Typer(help="Who looked at which case.", no_args_is_help=True)
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")]
MONTH = timedelta(days=30)


class Format(StrEnum):
    """How lines are written."""

    CSV = "csv"
    JSONL = "jsonl"


@access.command()
def export(
    *,
    since: Day = None,
    until: Day = None,
    school: Annotated[str | None, typer.Option(help="The id of one school.")] = None,
    form: Annotated[Format, typer.Option("--format")] = Format.CSV,
) -> None:
    """Write the access log in the terms of NEN 7513 to standard output.

    From 30 days ago up to and with today, unless other days are given. It holds codes of cases and
    names of staff, and nothing of what a case is about.
    """
    settings = load_settings()
    today = system_clock().astimezone(settings.timezone).date()
    first, last = _day(since, today - MONTH), _day(until, today)
    rows = asyncio.run(_records(settings, first, last, school))
    _write(rows, form, sys.stdout)


def _day(given: str | None, otherwise: date) -> date:
    try:
        return date.fromisoformat(given) if given else otherwise
    except ValueError:
        raise typer.BadParameter("Write a day as YYYY-MM-DD.") from None


async def _records(
    settings: Settings, first: date, last: date, school: str | None
) -> tuple[dict[str, str], ...]:
    zone = settings.timezone
    since = datetime.combine(first, time(), zone)
    until = datetime.combine(last + timedelta(days=1), time(), zone)

    def read(unit: Unit) -> tuple[dict[str, str], ...]:
        found = tuple(unit.access.between(since, until, school))
        ids = {who for line, _, _ in found for who in (line.person_id, line.on_behalf) if who}
        names = unit.people.names(ids)
        return tuple(record(line, code, where, names, zone) for line, code, where in found)

    store = opened(settings)
    try:
        return await store.read(read, whole_board=True)
    finally:
        await store.close()


def _write(rows: tuple[dict[str, str], ...], form: Format, to: TextIO) -> None:
    if form is Format.JSONL:
        to.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return
    writer = csv.DictWriter(to, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
