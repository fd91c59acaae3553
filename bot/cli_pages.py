"""`wegwijzer evidence` and `wegwijzer numbers`: pages to print, of counts in bands, without a name.

Their words are those of the screens; they come in the language of the bot.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.service import figures
from bot.service.evidence import gathered
from bot.service.numbers import of_year
from bot.service.tools import Work
from bot.settings import Settings, load_settings
from bot.stores import opened
from bot.toolbox import agreed, tools_on
from dialogs import texts
from dialogs.conversations.evidence import page
from dialogs.conversations.numbers import numbers as numbers_page
from dialogs.screen import Line, Part, Tone

UNKNOWN = 2
Parts = tuple[Part, ...]
School = Annotated[str, typer.Option(help="The id of the school in the organisation file.")]
Year = Annotated[
    int | None,
    typer.Option(min=2000, max=2100, help="In which the school year began; without it, this one."),
]


def evidence(school: School) -> None:
    """Write what the inspectorate asks of a school: is there a code, can it be used, is it used?"""

    def read(work: Work) -> Parts:
        known = work.unit.people.school(school) is not None
        return page(gathered(work, school)) if known else ()

    if not _print(read):
        typer.echo("There is no such school. Its id stands in the organisation file.", err=True)
        raise typer.Exit(UNKNOWN)


def numbers(year: Year = None) -> None:
    """Write for the board what was done at each school in a school year, and what hindered."""
    _print(lambda work: numbers_page(of_year(work, year or figures.first_year(work.today))))


def _print(read: Callable[[Work], Parts]) -> bool:
    """Whether there was anything to write."""
    settings = load_settings()
    parts = asyncio.run(_read(settings, read))
    words = texts.load(settings.language, agreed(settings, system_clock).told)
    for one in _lines(parts):
        typer.echo(("\n" if one.tone is Tone.HEAD else "") + words.of(one.text))
    return bool(parts)


def _lines(parts: Parts) -> Iterable[Line]:
    return (one for one in parts if isinstance(one, Line))


async def _read(settings: Settings, read: Callable[[Work], Parts]) -> Parts:
    store = opened(settings)
    tools = tools_on(store, settings, agreed(settings, system_clock), system_clock)
    try:
        return await store.read(
            lambda unit: read(Work(unit, tools, tools.clock())), whole_board=True
        )
    finally:
        await store.close()
