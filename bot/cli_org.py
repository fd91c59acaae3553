"""`wegwijzer org`: the organisation file, checked and brought into the store."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.organisation import OrganisationFile, load
from bot.service import leavers
from bot.settings import Settings, load_settings
from bot.stores import opened
from bot.toolbox import agreed, tools_on
from storage.records import Changes

org = typer.Typer(help="Schools, people, roles and meetings.", no_args_is_help=True)

FilePath = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Instead of ORGANISATION_FILE.")
]


@org.command()
def check(file: FilePath = None) -> None:
    """Say what is wrong in an organisation file, and where. Changes nothing."""
    _read(load_settings(), file)
    typer.echo("It can be used.")


@org.command()
def apply(file: FilePath = None) -> None:
    """Bring schools, people, roles and meetings in line with an organisation file."""
    settings = load_settings()
    changes = asyncio.run(_apply(settings, _read(settings, file)))
    typer.echo(f"{changes.added} added, {changes.changed} changed, {changes.removed} removed.")
    if file is not None and file.resolve() != settings.organisation_file.resolve():
        typer.echo(f"At its start Wegwijzer reads {settings.organisation_file} again.")


def _read(settings: Settings, file: Path | None) -> OrganisationFile:
    """Read the file and say what is in it."""
    found = load(file or settings.organisation_file, settings.timezone)
    for warning in found.warnings:
        typer.echo(f"Warning: {warning}")
    parts = found.organisation
    typer.echo(
        f"Schools: {len(parts.schools)}. People: {len(parts.people)}. "
        f"Meetings: {len(parts.meetings)}."
    )
    return found


async def _apply(settings: Settings, found: OrganisationFile) -> Changes:
    policy = agreed(settings, system_clock)
    store = opened(settings)
    try:
        tools = tools_on(store, settings, policy, system_clock)
        return await leavers.bring_in(tools, found.organisation)
    finally:
        await store.close()
