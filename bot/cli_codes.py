"""`wegwijzer codes`: the second factor of the people who read cases."""

import asyncio
from collections.abc import Callable
from typing import Annotated

import typer

from bot import ids
from bot.clock import system_clock
from bot.one_time_codes import SECRET_BYTES, address
from bot.settings import load_settings
from bot.stores import opened
from meldcode.people import Person
from storage.records import SecondFactor
from storage.unit import Unit

codes = typer.Typer(help="Codes of people's own apps, for reading.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="As in the organisation file.")]
UNKNOWN = "Nobody with this e-mail address works at a school now. See: wegwijzer org check"


@codes.command()
def new(email: Email) -> None:
    """Make a secret for somebody's app, in place of an older one, and show it this once."""
    secret = ids.random_bytes(SECRET_BYTES)
    _for(email, lambda unit, person: unit.second_factors.put(person.id, SecondFactor(secret)))
    typer.echo(address(secret, email))
    typer.echo("Let its owner put this in an authenticator app, in your presence. Keep no copy.")


@codes.command()
def drop(email: Email) -> None:
    """Forget somebody's secret: a phone was lost, or they read no cases any more."""
    _for(email, lambda unit, person: unit.second_factors.drop(person.id))
    typer.echo("Forgotten. Make another with: wegwijzer codes new")


def _for(email: str, change: Callable[[Unit, Person], None]) -> None:
    if not asyncio.run(_changed(email, change)):
        typer.echo(UNKNOWN, err=True)
        raise typer.Exit(2)


async def _changed(email: str, change: Callable[[Unit, Person], None]) -> bool:
    settings = load_settings()
    today = system_clock().astimezone(settings.timezone).date()

    def run(unit: Unit) -> bool:
        person = unit.people.by_email(email, today)
        if person:
            change(unit, person)
        return person is not None

    store = opened(settings)
    try:
        return await store.write(run, whole_board=True)
    finally:
        await store.close()
