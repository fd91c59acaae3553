"""Requests to an ASGI application without a network."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message


@dataclass
class Answer:
    status: int = 0
    body: bytes = b""
    asked: int = field(default=0, compare=False)


async def get(app: ASGIApp, path: str) -> Answer:
    return await post(app, path, [], {}, method="GET")


async def post(
    app: ASGIApp, path: str, chunks: Iterable[bytes], headers: dict[str, str], method: str = "POST"
) -> Answer:
    """What `app` answers; `asked` counts the pieces of the body that it took."""
    answer, waiting = Answer(), list(chunks)

    async def receive() -> Message:
        answer.asked += 1
        chunk = waiting.pop(0) if waiting else b""
        return {"type": "http.request", "body": chunk, "more_body": bool(waiting)}

    async def send(message: Message) -> None:
        answer.status = message.get("status", answer.status)
        answer.body += message.get("body", b"")

    scope: dict[str, Any] = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "query_string": b"",
        "headers": [(name.lower().encode(), text.encode()) for name, text in headers.items()],
    }
    await app(scope, receive, send)
    return answer
