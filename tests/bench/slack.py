"""What Slack would deliver, signed, to one of several applications; all without a network."""

import json
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.slack.http import PATH
from tests.bot.slack.asgi_client import post
from tests.bot.slack.test_http import FORM, signed

OK = 200
Listener = Callable[[AsyncAck], Awaitable[None]]


@dataclass(frozen=True)
class Delivered:
    """Deliveries to `app`, each signed with `secret` before the clock starts."""

    app: ASGIApp
    secret: str

    async def command(self, number: int) -> None:
        await self.send(command_body(number))

    async def payload(self, body: dict[str, Any]) -> None:
        await self.send(urlencode({"payload": json.dumps(body)}).encode())

    async def send(self, body: bytes) -> None:
        answer = await post(self.app, PATH, [body], signed(body, FORM, self.secret))
        if answer.status != OK:
            raise RuntimeError(answer)


def command_body(number: int) -> bytes:
    fields = {"command": "/zorgsignaal", "text": "hulp", "user_id": "U001"}
    fields |= {"trigger_id": f"1.{number}", "team_id": "T1", "channel_id": "D1"}
    return urlencode(fields).encode()


def raw(secret: str) -> ASGIApp:
    """The limit: whose signature it is, and an empty answer."""
    verifier = SignatureVerifier(secret)

    async def events(request: Request) -> Response:
        body = await request.body()
        valid = verifier.is_valid_request(body, dict(request.headers))
        return Response(status_code=OK if valid else 401)

    return Starlette(routes=[Route(PATH, events, methods=["POST"])])


def bolt(secret: str, listener: Listener, others: int = 0) -> ASGIApp:
    """Bolt as its manual says; `others` are listeners that are tried before the one that hears."""
    app = AsyncApp(
        client=AsyncWebClient(),
        authorize=_authorized,
        signing_secret=secret,
        process_before_response=True,
    )
    for number in range(others):
        app.command(f"/other{number}")(listener)
    app.command("/zorgsignaal")(listener)
    app.view_submission("signal")(listener)
    handler = AsyncSlackRequestHandler(app)
    return Starlette(routes=[Route(PATH, handler.handle, methods=["POST"])])


async def acknowledged(ack: AsyncAck) -> None:
    await ack()


def kept(path: Path) -> Listener:
    """A listener that has inserted a row, synced to the disk, when it acknowledges."""
    store = sqlite3.connect(path, isolation_level=None)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = FULL")
    store.execute("CREATE TABLE kept (words TEXT)")

    async def listener(ack: AsyncAck) -> None:
        store.execute("INSERT INTO kept VALUES ('Robin was without a coat.')")
        await ack()

    return listener


def kept_on_server(url: str) -> Listener:
    """The same on a PostgreSQL server."""
    store = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
    store.execute("CREATE TABLE kept (words TEXT)")

    async def listener(ack: AsyncAck) -> None:
        store.execute("INSERT INTO kept VALUES ('Robin was without a coat.')")
        await ack()

    return listener


async def _authorized() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")
