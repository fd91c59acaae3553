"""`wegwijzer selfscan`: does chat hold what only the store may hold?"""

import asyncio
from datetime import timedelta
from time import monotonic
from typing import Annotated

import typer
from aiohttp import ClientSession, ClientTimeout

from bot.clock import system_clock
from bot.selfscan.daily import keep
from bot.selfscan.scan import Result, scan
from bot.service.tools import PlatformError
from bot.settings import Settings, check_ready, load_settings
from bot.slack.client import SlackPostman
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import Gate
from bot.slack.tiers import Tiers
from bot.stores import opened
from bot.toolbox import agreed, tools_on
from dialogs import texts

PATIENCE = ClientTimeout(total=30)
UNREADABLE = 2

Days = Annotated[int, typer.Option(min=1, max=3650, help="How far back to look.")]


def selfscan(days: Days = 3) -> None:
    """Read back what the bot sent, compare it with the store, and say how much does not belong.

    Only counts are shown. The exit code is 1 if anything was found.
    """
    settings = load_settings()
    check_ready(settings)
    try:
        found = asyncio.run(_scan(settings, timedelta(days=days)))
    except PlatformError:
        typer.echo("Slack cannot be asked now. Check it with: wegwijzer doctor", err=True)
        raise typer.Exit(UNREADABLE) from None
    typer.echo(f"Messages read back: {found.read}.")
    typer.echo(f"With words that are not Wegwijzer's: {found.strange}.")
    typer.echo(f"With the name of a child: {found.named}.")
    typer.echo(f"With something that somebody wrote: {found.quoted}.")
    if not found.clean:
        raise typer.Exit(1)


async def _scan(settings: Settings, back: timedelta) -> Result:
    store, policy = opened(settings), agreed(settings, system_clock)
    words = texts.load(settings.language, policy.told)
    tools = tools_on(store, settings, policy, system_clock)
    try:
        async with ClientSession(timeout=PATIENCE) as session:
            token = settings.slack_bot_token.get_secret_value()
            client = GatedClient(Gate(words), settings.slack_api_url, session, token=token)
            postman = SlackPostman(client, words, system_clock, Tiers(monotonic))
            found = await scan(tools, postman, words, back)
        await keep(tools, found)
        return found
    finally:
        await store.close()
