"""Slack over signed HTTP, for boards that prefer it to Socket Mode."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from urllib.parse import parse_qsl

from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_internals import build_async_context
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.app import Bot
from bot.clock import Clock, system_clock
from bot.listening import listening
from bot.slack.linking import BACK
from bot.slack.once import Once

PATH = "/slack/events"
"""The request URL that a board enters in Slack: https://its-own-address/slack/events."""

MOST_BYTES = 1_000_000
"""A view has at most 250 kB (platforms.md), and a payload little more than a view."""

SERVER_ERROR = 500


@asynccontextmanager
async def served(bot: Bot) -> AsyncIterator[None]:
    """Listening on HOST and PORT for as long as the context is open; OSError if that is taken."""
    secret = bot.settings.slack_signing_secret.get_secret_value()
    back = [Route(BACK, bot.linking.answer)] if bot.settings.links_accounts else []
    app = asgi(bot.slack, secret, system_clock, back)
    async with listening(app, bot.settings.host, bot.settings.port):
        yield


def asgi(
    slack: AsyncApp, signing_secret: str, clock: Clock, pages: Sequence[Route] = ()
) -> Starlette:
    """What Slack signed is for Bolt; it would read a body before it looks who signed it.

    `pages` are for browsers, which sign nothing.
    """
    verifier, once = SignatureVerifier(signing_secret), Once(clock)

    async def events(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return _refusal(413)
        if not _is_signed(verifier, request, body):
            return _refusal(401)
        try:
            delivery = _readable(to_async_bolt_request(request, body), body.decode())
        except ValueError:
            return _refusal(400)
        try:
            answer = await once.run(body, partial(_handled, slack, delivery))
        except _FailedError:
            return _refusal(500)
        return answer or PlainTextResponse("")

    return Starlette(routes=[Route(PATH, events, methods=["POST"]), *pages])


class _FailedError(Exception):
    """The bot could not handle a delivery; Slack may try again."""


async def _handled(slack: AsyncApp, delivery: AsyncBoltRequest) -> Response:
    answer = await slack.async_dispatch(delivery)
    if answer.status >= SERVER_ERROR:
        raise _FailedError
    return to_starlette_response(answer)


def _refusal(status: int) -> Response:
    return PlainTextResponse("", status_code=status)


async def _body(request: Request) -> bytes | None:
    """None if it is longer than anything that Slack sends."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return body


def _is_signed(verifier: SignatureVerifier, request: Request, body: bytes) -> bool:
    """By Slack and now; whatever the headers and the body are, this is an answer."""
    try:
        return verifier.is_valid_request(body, dict(request.headers))
    except (TypeError, ValueError):
        return False


def _readable(request: AsyncBoltRequest, body: str) -> AsyncBoltRequest:
    """The same request, also if a command's own text holds the word "payload".

    Bolt takes such a body for that of an interaction, finds nothing in it and answers 404.
    """
    if not request.body:
        request.body = dict(parse_qsl(body, keep_blank_values=True))
        request.context = build_async_context(request.context, request.body)
    return request
