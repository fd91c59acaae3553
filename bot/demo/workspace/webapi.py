from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web

from bot.demo.workspace import (
    methods_chat,
    methods_conversations,
    methods_oauth,
    methods_people,
    methods_views,
)
from bot.demo.workspace.arguments import Arguments, read_arguments
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.faults import Fault, Faults
from bot.demo.workspace.identity import Json

REMEMBERED = 10_000
SECRETS = frozenset({"token", "client_secret", "code"})


@dataclass(frozen=True)
class Call:
    """A Web API call as it came in, and what was answered ({} when a fault swallowed it)."""

    method: str
    args: Json
    answer: Json


@dataclass(frozen=True)
class Method:
    run: Callable[[Desk, Arguments], Json]
    scope: str | None = None
    caller: Literal["bot", "app", "anyone"] = "bot"


METHODS = {
    "api.test": Method(methods_people.api_test, caller="anyone"),
    "auth.test": Method(methods_people.auth_test),
    "auth.revoke": Method(methods_oauth.revoke),
    "apps.connections.open": Method(methods_people.open_connection, caller="app"),
    "chat.postMessage": Method(methods_chat.post_message, "chat:write"),
    "chat.postEphemeral": Method(methods_chat.post_ephemeral, "chat:write"),
    "chat.update": Method(methods_chat.update, "chat:write"),
    "chat.delete": Method(methods_chat.delete, "chat:write"),
    "chat.getPermalink": Method(methods_chat.permalink),
    "conversations.open": Method(methods_conversations.open_private, "im:write"),
    "conversations.history": Method(methods_conversations.history, "im:history"),
    "conversations.replies": Method(methods_conversations.replies, "im:history"),
    "oauth.v2.access": Method(methods_oauth.access, caller="anyone"),
    "users.info": Method(methods_people.users_info, "users:read"),
    "users.list": Method(methods_people.users_list, "users:read"),
    "users.lookupByEmail": Method(methods_people.users_by_email, "users:read.email"),
    "views.open": Method(methods_views.open_modal),
    "views.push": Method(methods_views.push),
    "views.update": Method(methods_views.update),
    "views.publish": Method(methods_views.publish),
}


OF_PERSON = {
    "chat.delete": methods_oauth.delete_own,
    "auth.revoke": methods_oauth.revoke_own,
}
"""What the token of a person is good for, with the one scope that it has."""


@dataclass
class WebApi:
    """Slack's Web API for the methods above. Source: docs.slack.dev/apis/web-api."""

    desk: Desk
    faults: Faults
    log: deque[Call] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    busy: int = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.busy += 1
        try:
            return await self._handle(request, request.match_info["method"])
        finally:
            self.busy -= 1
            self.desk.state.changes.bump()

    async def _handle(self, request: web.Request, name: str) -> web.StreamResponse:
        try:
            args = await read_arguments(request)
        except SlackError as error:
            return web.json_response(_refusal(error))
        fault = self.faults.take(name)
        answer: Json = {}
        if fault is None or fault.after:
            answer = self._answer(name, _token(request, args), args)
        self.log.append(Call(name, _without_token(args), answer))
        self.desk.state.changes.bump()
        if fault is not None:
            return await self._misfortune(request, fault)
        return web.json_response(answer, headers=self._headers())

    def _answer(self, name: str, token: str, args: Arguments) -> Json:
        try:
            method = _known(name)
            user = self.desk.grants.user_of(token)
            if user is not None:
                return {"ok": True, **self._of_person(name, user, args)}
            self._authorise(method, token)
            return {"ok": True, **method.run(self.desk, args)}
        except SlackError as error:
            return _refusal(error)

    def _of_person(self, name: str, user: str, args: Arguments) -> Json:
        if name not in OF_PERSON:
            raise SlackError("not_allowed_token_type")
        return OF_PERSON[name](self.desk, args, user)

    def _authorise(self, method: Method, token: str) -> None:
        if method.caller != "anyone":
            self._check_token(token, app_level=method.caller == "app")
        if method.scope is not None and method.scope not in self.desk.scopes:
            raise SlackError(
                "missing_scope",
                needed=method.scope,
                provided=",".join(sorted(self.desk.scopes)),
            )

    def _check_token(self, token: str, *, app_level: bool) -> None:
        known = self.desk.credentials
        if not token:
            raise SlackError("not_authed")
        if token not in (known.app_token, known.bot_token):
            raise SlackError("invalid_auth")
        if (token == known.app_token) is not app_level:
            raise SlackError("not_allowed_token_type")

    def _headers(self) -> dict[str, str]:
        return {"x-oauth-scopes": ",".join(sorted(self.desk.scopes))}

    async def _misfortune(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.kind == "hang":
            await self.faults.wait(fault)
        if fault.kind != "status" and request.transport is not None:
            request.transport.abort()
        limited = fault.status == 429  # noqa: PLR2004 - the HTTP status itself
        return web.json_response(
            {"ok": False, "error": "ratelimited" if limited else "internal_error"},
            status=fault.status,
            headers={"Retry-After": str(fault.retry_after)} if limited else {},
        )


def _known(name: str) -> Method:
    if name not in METHODS:
        raise SlackError("unknown_method")
    return METHODS[name]


def _token(request: web.Request, args: Arguments) -> str:
    bearer = request.headers.get("Authorization", "")
    return bearer.removeprefix("Bearer ") or args.text("token")


def _without_token(args: Arguments) -> Json:
    return {key: value for key, value in args.values.items() if key not in SECRETS}


def _refusal(error: SlackError) -> Json:
    answer: Json = {"ok": False, "error": error.code, **error.extra}
    if error.problems:
        answer["response_metadata"] = {"messages": list(error.problems)}
    return answer
