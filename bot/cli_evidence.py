"""`wegwijzer evidence`: what the inspectorate asks about, of one school, to print."""

import asyncio
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.service.evidence import gathered
from bot.service.tools import Work
from bot.settings import Settings, load_settings
from bot.stores import opened
from bot.toolbox import agreed, tools_on
from dialogs import texts
from dialogs.conversations.evidence import page
from dialogs.screen import Line, Part, Tone

UNKNOWN = 2
School = Annotated[str, typer.Option(help="The id of the school in the organisation file.")]


def evidence(school: School) -> None:
    """Write the three criteria of the inspectorate, without a name: code, conditions and use.

    The words are those of the screen "Voor de inspectie"; small numbers stand in no band of their
    own.
    """
    settings = load_settings()
    parts = asyncio.run(_read(settings, school))
    if parts is None:
        typer.echo("There is no such school. Its id stands in the organisation file.", err=True)
        raise typer.Exit(UNKNOWN)
    words = texts.load(settings.language, agreed(settings, system_clock).told)
    for one in parts:
        if isinstance(one, Line):
            typer.echo(("\n" if one.tone is Tone.HEAD else "") + words.of(one.text))


async def _read(settings: Settings, school: str) -> tuple[Part, ...] | None:
    store = opened(settings)
    tools = tools_on(store, settings, agreed(settings, system_clock), system_clock)

    def read(work: Work) -> tuple[Part, ...] | None:
        known = work.unit.people.school(school) is not None
        return page(gathered(work, school)) if known else None

    try:
        return await store.read(lambda unit: read(Work(unit, tools, tools.clock())))
    finally:
        await store.close()
