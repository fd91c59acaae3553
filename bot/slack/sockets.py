"""Socket Mode: the bot calls Slack, and makes the connection anew when Slack falls silent.

Slack's own client comes back by itself when a socket breaks, but not when the other side accepts a
socket and never greets on it, nor when the address it was given has expired before it connected
(it tries that one for ever). So whatever is silent for a minute is thrown away as a whole.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from aiohttp import ClientSession, ClientWebSocketResponse, WSMessage, WSMsgType
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.app import Bot
from bot.health.ear import SILENCE, Ear

log = structlog.get_logger(__name__)

PING = 10.0
"""Seconds between pings of Slack's client; it waits half as long for an answer."""

WATCH = 10.0
"""Seconds between two looks whether Slack is still there."""

FRAMES = frozenset({WSMsgType.TEXT, WSMsgType.BINARY, WSMsgType.PING, WSMsgType.PONG})


class Handler(AsyncSocketModeHandler):
    """Bolt's own, that tells an ear what comes in and knows what is being answered."""

    def __init__(self, bot: Bot, ping: float) -> None:
        token = bot.settings.slack_app_token.get_secret_value()
        super().__init__(bot.slack, token, ping_interval=ping)
        self._bot = bot
        self._answering = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def open(self) -> None:
        """Return when connected, however long that takes."""
        await self.client.aiohttp_client_session.close()
        self.client.aiohttp_client_session = ClientSession(ws_response_class=heard_by(self._bot))
        await self.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as Bolt does itself
        self._answering += 1
        self._idle.clear()
        try:
            await super().handle(client, req)
        finally:
            self._answering -= 1
            if not self._answering:
                self._idle.set()

    async def drained(self) -> None:
        """Return at a moment when everything that came in has been answered."""
        await self._idle.wait()

    async def shut(self) -> None:
        await self.close_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped


def heard_by(bot: Bot) -> type[ClientWebSocketResponse]:
    """The class of a socket on which every frame that comes in is heard."""

    class Heard(ClientWebSocketResponse):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[arg-type]  # as aiohttp calls it
            bot.ear.opened()
            bot.metrics.connections.inc()

        async def receive(self, timeout: float | None = None) -> WSMessage:  # noqa: ASYNC109 - aiohttp's own
            message = await super().receive(timeout)
            _hear(bot.ear, message.type)
            return message

    return Heard


def _hear(ear: Ear, kind: WSMsgType) -> None:
    if kind is WSMsgType.TEXT:
        ear.word()
    elif kind in FRAMES:
        ear.frame()


class Line:
    """The connection to Slack, whichever socket it is on now."""

    def __init__(self, bot: Bot, ping: float) -> None:
        self._bot = bot
        self._ping = ping
        self._handler = Handler(bot, ping)

    async def connect(self) -> None:
        """Return when connected; an address that does not answer is not tried for ever."""
        while not await self._opens():
            self._handler = Handler(self._bot, self._ping)

    async def watch(self, every: float) -> None:
        """Make it anew whenever it is stuck, for as long as this runs."""
        while True:
            await asyncio.sleep(every)
            if self._bot.ear.is_stuck():
                await self._renew()

    async def _renew(self) -> None:
        log.warning("socket_silent", seconds=round(self._bot.ear.silence()))
        await self._handler.shut()
        self._handler = Handler(self._bot, self._ping)
        await self.connect()

    async def _opens(self) -> bool:
        try:
            async with asyncio.timeout(SILENCE):
                await self._handler.open()
        except TimeoutError:
            await self._handler.shut()
            return False
        return True

    async def close(self) -> None:
        await self._handler.drained()
        await self._handler.shut()


@asynccontextmanager
async def connected(bot: Bot, ping: float = PING, every: float = WATCH) -> AsyncIterator[None]:
    """Connected for as long as the context is open; what came in is answered before it closes."""
    line = Line(bot, ping)
    await line.connect()
    watching = asyncio.create_task(line.watch(every))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await line.close()
