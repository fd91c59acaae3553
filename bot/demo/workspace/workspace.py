import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.demo.workspace.answering import response_route
from bot.demo.workspace.courier import Courier, Envelope
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.faults import Faults
from bot.demo.workspace.grants import Grants
from bot.demo.workspace.guard import check_loopback, same_machine
from bot.demo.workspace.identity import Credentials, Identity, Json, Member
from bot.demo.workspace.interactions import Interactions
from bot.demo.workspace.page_api import PageApi
from bot.demo.workspace.page_reading import PageReading
from bot.demo.workspace.persistence import Keeper
from bot.demo.workspace.person import Person
from bot.demo.workspace.signed_http import SignedHttp
from bot.demo.workspace.sockets import Sockets
from bot.demo.workspace.state import new_state
from bot.demo.workspace.webapi import Call, WebApi

SCOPES = ("chat:write", "commands", "im:history", "im:write", "users:read", "users:read.email")
MEGABYTE = 1024 * 1024
ACK_SECONDS = 3
LONGEST = 60
GOODBYE = 1.0


async def _three_seconds() -> None:
    await asyncio.sleep(ACK_SECONDS)


@dataclass(eq=False)
class Workspace:
    """A Slack workspace on this machine, for the demo and as the fake Slack of the tests.

    Args:
        members: the people.
        now: an aware clock; message ids and the life of triggers follow it.
        ids: a fresh id that starts with the given letters.
        state: the file that keeps chat between runs; None keeps it in memory.
        request_url: deliver there by signed HTTP instead of over Socket Mode.
        signed_at: the clock of the signatures, when `now` is not the real time.
        patience: returns when Slack would give up waiting for an ack.
    """

    members: Sequence[Member]
    now: Callable[[], datetime]
    ids: Callable[[str], str]
    state: Path | None = None
    bot_name: str = "Wegwijzer"
    bot_token: str = "xoxb-lokaal"  # noqa: S105 - opens nothing but this workspace
    app_token: str = "xapp-lokaal"  # noqa: S105 - as above, invented
    signing_secret: str = "lokaal"  # noqa: S105 - as above, invented
    client_id: str = "1.2"
    client_secret: str = "lokaal"  # noqa: S105 - as above, invented
    scopes: Sequence[str] = SCOPES
    commands: Sequence[str] = ("/zorgsignaal",)
    events: Sequence[str] = ("app_home_opened", "message.im")
    request_url: str | None = None
    signed_at: Callable[[], datetime] | None = None
    patience: Callable[[], Awaitable[object]] = _three_seconds
    drains: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.faults = Faults()
        self._memory = new_state(Identity(self.bot_name), self.members, self.now, self.ids)
        self._keeper = Keeper(self.state)
        self._keeper.load(self._memory)
        self._sockets = Sockets(
            self._memory.identity, self.faults, self._memory.changes, self.ids, self._reconnected
        )
        self._courier = Courier(
            self._sockets, self.faults, self.patience, self.ids, self._memory.changes
        )
        self._desk = self._new_desk()
        self._web_api = WebApi(self._desk, self.faults)
        self._interactions = Interactions(self._desk, frozenset(self.commands))
        self._reading = PageReading(self._desk, tuple(self.commands))
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self.app = self._new_app()

    def _new_desk(self) -> Desk:
        return Desk(
            state=self._memory,
            courier=self._courier,
            credentials=Credentials(
                self.bot_token,
                self.app_token,
                self.signing_secret,
                self.client_id,
                self.client_secret,
            ),
            grants=Grants(self.ids),
            scopes=frozenset(self.scopes),
            subscriptions=frozenset(self.events),
            save=lambda: self._keeper.save(self._memory),
            socket_ticket=self._sockets.ticket,
        )

    def _new_app(self) -> web.Application:
        app = web.Application(middlewares=[same_machine], client_max_size=4 * MEGABYTE)
        app.router.add_route("*", "/api/{method}", self._web_api.handle)
        app.router.add_get("/link/", self._sockets.handle)
        app.router.add_routes([response_route(self._desk)])
        app.router.add_routes(PageApi(self._reading, self.person).routes())
        app.on_shutdown.append(self._wake_pages)
        return app

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; ValueError for an address that other machines could reach."""
        check_loopback(host)
        if self.request_url is not None:
            self.deliver_to(self.request_url)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=GOODBYE)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        address = self._runner.addresses[0]
        self._desk.base_url = f"http://{address[0]}:{address[1]}"

    async def stop(self) -> None:
        self.faults.release()
        await self._courier.stop()
        await self._sockets.close()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()

    async def _wake_pages(self, _app: web.Application) -> None:
        """Answer pages that wait for a change: by now they can ask nothing new."""
        self._memory.changes.bump()

    def deliver_to(self, request_url: str) -> None:
        """Deliver by signed HTTP from now on."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=LONGEST))
        signed_at = self.signed_at or self.now
        self._courier.carrier = SignedHttp(
            request_url, self.signing_secret, signed_at, self._session
        )

    def _reconnected(self) -> None:
        self._courier.redeliver_soon()

    @property
    def base_url(self) -> str:
        return self._desk.base_url

    @property
    def api_url(self) -> str:
        return self.base_url + "/api/"

    @property
    def log(self) -> deque[Call]:
        return self._web_api.log

    @property
    def sent(self) -> deque[Envelope]:
        """Everything that was delivered to the app, copies and retries too."""
        return self._courier.sent

    @property
    def acks(self) -> deque[Json]:
        """What the app acknowledged with: {} or private text, or what a submission leads to."""
        return self._courier.acks

    @property
    def connected(self) -> int:
        return len(self._sockets.open)

    def person(self, member_id: str) -> Person:
        self._memory.member(member_id)
        return Person(member_id, self._desk, self._interactions, self.settled)

    def chat_text(self) -> Json:
        return self._reading.chat_text()

    def reset(self) -> None:
        """Empty the workspace: no messages, no modals, no Home tabs, no file."""
        self._memory.forget()
        self._keeper.forget()
        self._memory.changes.bump()

    def deactivate(self, member_id: str) -> None:
        member = replace(self._memory.member(member_id), deleted=True)
        self._memory.members[member_id] = member
        self._memory.changes.bump()

    async def connections(self, count: int = 1) -> None:
        """Return when the app holds at least this many sockets."""
        await self.until(lambda: self.connected >= count)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        await self._sockets.disconnect(reason)

    async def redeliver(self) -> None:
        """Send again what was never acknowledged, as Slack does after a minute."""
        await self._courier.redeliver()

    async def until(self, holds: Callable[[], bool], limit: float = 5) -> None:
        """Return as soon as `holds()`; TimeoutError when it does not within `limit` seconds."""
        await self._memory.changes.until(holds, limit)

    async def settled(self, limit: float = 10) -> None:
        """Return when no delivery and no Web API call is under way and every drain has returned.

        TimeoutError when the app does not come to rest within `limit` seconds.
        """
        while True:
            await self._memory.changes.until(lambda: self._quiet, limit)
            version = self._memory.changes.version
            for drain in self.drains:
                await drain()
            if self._quiet and version == self._memory.changes.version:
                return

    @property
    def _quiet(self) -> bool:
        return self._courier.busy == 0 and self._web_api.busy == 0
