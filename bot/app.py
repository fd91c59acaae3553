"""Where everything is built, and nowhere else: from settings to a running bot."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from aiohttp import ClientSession, ClientTimeout
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot import ids, organisation
from bot.delivery import Delivery
from bot.reminders import purge, tick
from bot.service import leavers
from bot.service.service import Service
from bot.service.tools import Tools
from bot.settings import Settings
from bot.slack.clicks import Clicks
from bot.slack.client import SlackPostman
from bot.slack.listeners import Listeners
from bot.slack.windows import Windows
from bot.tasks import Tasks
from bot.toolbox import agreed, tools_on
from dialogs import texts
from storage.store import open_store

PATIENCE = ClientTimeout(total=10)
"""How long Slack may take for one call; the answer to a person waits for views.open alone."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A built bot; `turn` is one turn of the clock, `settled` waits until nothing is going on."""

    settings: Settings
    tools: Tools
    slack: AsyncApp
    client: AsyncWebClient
    delivery: Delivery
    tasks: Tasks

    async def turn(self) -> None:
        """Make messages of what is due, throw away what has had its day, and send."""
        await tick(self.tools)
        await purge(self.tools)
        await self.delivery.drain()

    async def settled(self) -> None:
        await self.tasks.settled()


@asynccontextmanager
async def built(settings: Settings, clock: Callable[[], datetime]) -> AsyncIterator[Bot]:
    """A bot on an open store with the organisation applied; closed again at the end.

    Raises what `open_store` raises, and FileError, before anything is connected.
    """
    found = organisation.load(settings.organisation_file, settings.timezone)
    policy = agreed(settings, clock)
    store = open_store(settings.database_url, settings.key_file, random_bytes=ids.random_bytes)
    try:
        tools = tools_on(store, settings, policy, clock)
        await leavers.bring_in(tools, found.organisation)
        async with ClientSession(timeout=PATIENCE) as session:
            bot = _assemble(settings, tools, session)
            yield bot
            await bot.settled()
    finally:
        await store.close()


def _assemble(settings: Settings, tools: Tools, session: ClientSession) -> Bot:
    client = AsyncWebClient(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        session=session,
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)],
    )
    words, tasks = texts.load(settings.language, tools.policy.told), Tasks()
    postman = SlackPostman(client, words, tools.clock)
    delivery = Delivery(tools, postman)
    service = Service(tools, postman, wake=lambda: tasks.start(delivery.drain()))
    windows = Windows(client, words)
    listeners = Listeners(service, Clicks(service, windows, tasks), windows, tasks, words)
    return Bot(settings, tools, _bolt(settings, client, listeners), client, delivery, tasks)


def _bolt(settings: Settings, client: AsyncWebClient, listeners: Listeners) -> AsyncApp:
    """The Bolt app. It answers once the listener is done: polling for the ack costs 10 ms."""

    async def ours(team_id: str | None) -> AuthorizeResult:
        """Bolt would ask auth.test first, and the trigger of a first command does not wait."""
        return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token=client.token)

    app = AsyncApp(
        # With a token of its own it would complain that `ours` has one too.
        client=AsyncWebClient(base_url=settings.slack_api_url, session=client.session),
        authorize=ours,
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        process_before_response=True,
    )
    listeners.register(app)
    return app
