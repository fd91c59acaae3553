"""Serving an ASGI application for as long as a context is open."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take none: the process decides when to stop."""
        yield


@asynccontextmanager
async def listening(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Give the port it listens on; what was being answered at the end is answered first.

    Raises OSError if the port is taken.
    """
    server = _Server(uvicorn.Config(app, log_config=None))
    with opening(host, port) as opened:
        running = asyncio.create_task(server.serve(sockets=[opened]))
        try:
            yield opened.getsockname()[1]
        finally:
            server.should_exit = True
            await running


def opening(host: str, port: int) -> socket.socket:
    """A socket that listens; OSError if the port is taken.

    Connections take this over from it. Without it an answer is sent in two parts of which the
    second waits 40 ms for the first to be confirmed: asyncio only sets it on sockets that were made
    with the protocol named, which `create_server` does not do.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.create_server((host, port), family=family)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return opened
