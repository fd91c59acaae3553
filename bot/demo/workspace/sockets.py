import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import WSMessage, WSMsgType, web

from bot.demo.workspace.changes import Changes
from bot.demo.workspace.courier import Envelope
from bot.demo.workspace.errors import NoAnswer
from bot.demo.workspace.faults import Faults
from bot.demo.workspace.identity import Identity, Json

MOST = 10


@dataclass(frozen=True, eq=False)
class Waiting:
    envelope_id: str
    socket: web.WebSocketResponse
    answer: asyncio.Future[Json]


@dataclass
class Sockets:
    """Socket Mode: up to ten connections, each envelope goes over one of them.

    Source: docs.slack.dev/apis/events-api/using-socket-mode.
    """

    identity: Identity
    faults: Faults
    changes: Changes
    ids: Callable[[str], str]
    on_connect: Callable[[], None]
    open: list[web.WebSocketResponse] = field(default_factory=list)
    _tickets: set[str] = field(default_factory=set)
    _waiting: list[Waiting] = field(default_factory=list)
    _leaving: list[web.WebSocketResponse] = field(default_factory=list)

    def ticket(self) -> str:
        ticket = self.ids("s")
        self._tickets.add(ticket)
        return ticket

    async def carry(self, envelope: Envelope) -> Json:
        if not self.open:
            raise NoAnswer("dispatch_failed", "connection_failed")
        socket = self.open.pop(0)
        self.open.append(socket)
        waiting = Waiting(envelope.id, socket, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        try:
            if not (self.faults.silent or self.faults.dead):
                await socket.send_json(_frame(envelope))
            return await waiting.answer
        except ConnectionError as failure:
            raise NoAnswer("dispatch_failed", "connection_failed") from failure
        finally:
            self._waiting.remove(waiting)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        if len(self.open) >= MOST:
            await _ask_to_leave(socket, "too_many_websockets")
            await socket.close()
            return socket
        await self._serve(socket)
        return socket

    async def disconnect(self, reason: str) -> None:
        """Ask every connection to come back on a new one, as Slack does every few hours.

        The app closes the old socket itself when it has a new one.
        """
        leaving, self.open = self.open, []
        self._leaving += leaving
        for socket in leaving:
            await _ask_to_leave(socket, reason)
        self.changes.bump()

    async def close(self) -> None:
        for socket in [*self.open, *self._leaving]:
            await socket.close()

    async def _serve(self, socket: web.WebSocketResponse) -> None:
        if not self.faults.dead:
            await socket.send_json(self._hello())
        self.open.append(socket)
        self.changes.bump()
        if not self.faults.dead:
            self.on_connect()
        try:
            async for message in socket:
                if not self.faults.dead:
                    await self._hear(socket, message)
        finally:
            self._lose(socket)

    async def _hear(self, socket: web.WebSocketResponse, message: WSMessage) -> None:
        if message.type is WSMsgType.TEXT:
            self._acknowledge(message.json())
        elif message.type is WSMsgType.PING:
            await socket.pong(message.data)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.open) + 1,
            "debug_info": {"host": "lokaal", "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.identity.app_id},
        }

    def _acknowledge(self, frame: Json) -> None:
        for waiting in self._waiting:
            if waiting.envelope_id == frame.get("envelope_id") and not waiting.answer.done():
                waiting.answer.set_result(frame.get("payload") or {})
                return

    def _lose(self, socket: web.WebSocketResponse) -> None:
        for sockets in (self.open, self._leaving):
            if socket in sockets:
                sockets.remove(socket)
        for waiting in self._waiting:
            if waiting.socket is socket and not waiting.answer.done():
                waiting.answer.set_exception(NoAnswer("dispatch_failed", "connection_failed"))
        self.changes.bump()


async def _ask_to_leave(socket: web.WebSocketResponse, reason: str) -> None:
    with suppress(ConnectionError):
        await socket.send_json(
            {"type": "disconnect", "reason": reason, "debug_info": {"host": "lokaal"}}
        )


def _frame(envelope: Envelope) -> Json:
    frame: Json = {
        "envelope_id": envelope.id,
        "type": envelope.kind,
        "payload": envelope.payload,
        "accepts_response_payload": envelope.kind != "events_api",
    }
    if envelope.kind == "events_api":
        frame |= {"retry_attempt": envelope.retry, "retry_reason": envelope.reason}
    return frame
