"""Where everything is built, and nowhere else: from settings to a running bot."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from aiohttp import ClientSession, ClientTimeout

from bot import organisation
from bot.delivery import Delivery
from bot.health.ear import Ear
from bot.health.metrics import Metrics, Watch
from bot.practice.practice import Practice
from bot.proof import Proof
from bot.reminders import purge, tick
from bot.said_names import names
from bot.selfscan.daily import Scanner
from bot.service import kept, leavers
from bot.service.service import Service
from bot.service.tools import Tools, Work
from bot.settings import Settings
from bot.slack.clicks import Clicks
from bot.slack.client import SlackPostman
from bot.slack.gate.app import GatedApp
from bot.slack.gate.client import GatedClient, without_token
from bot.slack.gate.gate import Gate
from bot.slack.linking import Linking
from bot.slack.listeners import Listeners
from bot.slack.pace import HANDS, Allowance, Paces
from bot.slack.rehearsal import Rehearsal
from bot.slack.tiers import SLACK, Limits, Tiers
from bot.slack.windows import Windows
from bot.stores import opened
from bot.tasks import Tasks
from bot.toolbox import agreed, tools_on
from dialogs import texts

PATIENCE = ClientTimeout(total=10)
"""How long Slack may take for one call; the answer to a person waits for views.open alone."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A built bot; `turn` is one turn of the clock, `settled` waits until nothing is going on."""

    settings: Settings
    tools: Tools
    slack: GatedApp
    client: GatedClient
    gate: Gate
    delivery: Delivery
    tasks: Tasks
    practice: Practice
    proof: Proof
    scanner: Scanner
    linking: Linking
    metrics: Metrics
    ear: Ear
    watch: Watch

    async def turn(self) -> None:
        """Make messages of what is due, throw away what has had its day, send, and sign."""
        with self.watch.turn():
            await self._turn()

    async def _turn(self) -> None:
        await tick(self.tools)
        self.practice.purge()
        # Beside the turn: a long queue takes minutes, and what is due meanwhile must not wait.
        self.tasks.start(self.delivery.drain())
        await self.introduce()
        if await self.tools.store.leads():
            await self._for_all()

    async def _for_all(self) -> None:
        """What one of several processes does: what has had its day, the proof, the scan."""
        await purge(self.tools)
        await self.tools.store.tidy()
        await self.proof.turn()
        self.tasks.start(self.scanner.turn())

    async def introduce(self) -> None:
        """Tell the gate whose names Home may say, as the organisation file has them now."""
        tools = self.tools
        told = await tools.store.read(lambda unit: names(Work(unit, tools, tools.clock())))
        self.gate.know(told)

    async def settled(self) -> None:
        await self.tasks.settled()


@asynccontextmanager
async def built(
    settings: Settings,
    clock: Callable[[], datetime],
    hands: Allowance = HANDS,
    limits: Limits = SLACK,
) -> AsyncIterator[Bot]:
    """A bot on an open store with the organisation applied; closed again at the end.

    `hands` is how fast one person may go on, `limits` how fast Slack lets the bot. Raises what
    `open_store` raises, and FileError, before anything is connected.
    """
    found = organisation.load(settings.organisation_file, settings.timezone)
    policy = agreed(settings, clock)
    store = opened(settings)
    try:
        tools = tools_on(store, settings, policy, clock)
        await leavers.bring_in(tools, found.organisation)
        await kept.plan(tools)
        async with ClientSession(timeout=PATIENCE) as session:
            bot = _assemble(settings, tools, session, hands, limits)
            await bot.introduce()
            yield bot
            await bot.settled()
    finally:
        await store.close()


def _assemble(
    settings: Settings, tools: Tools, session: ClientSession, hands: Allowance, limits: Limits
) -> Bot:
    metrics = Metrics()
    tasks, watch = Tasks(metrics.task_failures.inc), Watch(metrics, tools.ids.new_id)
    words = texts.load(settings.language, tools.policy.told)
    gate = Gate(words)
    token = settings.slack_bot_token.get_secret_value()
    client = GatedClient(gate, settings.slack_api_url, session, token=token)
    postman = SlackPostman(client, words, tools.clock, Tiers(monotonic, limits))
    delivery = Delivery(tools, postman)
    service = Service(tools, postman, wake=lambda: tasks.start(delivery.drain()))
    windows = Windows(client, words)
    practice = Practice(tools.clock, tools.ids.new_id, tools.policy, tools.zone)
    rehearsal = Rehearsal(practice, service, windows, tasks)
    clicks, paces = Clicks(service, windows, tasks), Paces(tools.clock, hands)
    listeners = Listeners(service, clicks, rehearsal, windows, tasks, words, paces, metrics)
    secret = settings.slack_signing_secret.get_secret_value()
    slack = GatedApp(gate, client, secret, watch.delivery)
    listeners.register(slack)
    scanner, proof = Scanner(tools, postman, words), Proof(tools)
    linking = Linking(settings, service, without_token(client), windows, tasks, words)
    return Bot(
        settings=settings,
        tools=tools,
        slack=slack,
        client=client,
        gate=gate,
        delivery=delivery,
        tasks=tasks,
        practice=practice,
        proof=proof,
        scanner=scanner,
        linking=linking,
        metrics=metrics,
        ear=Ear(monotonic),
        watch=watch,
    )
