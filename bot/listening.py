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
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = _Server(uvicorn.Config(app, log_config=None))
    with socket.create_server((host, port), family=family) as opened:
        running = asyncio.create_task(server.serve(sockets=[opened]))
        try:
            yield opened.getsockname()[1]
        finally:
            server.should_exit = True
            await running
