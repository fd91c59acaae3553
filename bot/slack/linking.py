"""Slack's page where somebody allows the bot to remove their own messages (OAuth v2).

Source: docs.slack.dev/authentication/installing-with-oauth.
"""

import re
from html import escape
from urllib.parse import urlencode

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.service.service import Service
from bot.settings import Settings
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import GateError
from bot.slack.windows import Windows
from bot.tasks import Tasks
from dialogs.texts import Texts

BACK = "/slack/linked"
"""Where Slack sends somebody back to, behind the address of the bot."""

SCOPE = "chat:write"
STATE = re.compile(r"link-[\w-]{1,40}", re.ASCII)
BAD_REQUEST = 400
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}
PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
)


def link_page(settings: Settings) -> str:
    """The address of Slack's page, still without a state; empty where nobody can link."""
    if not settings.links_accounts:
        return ""
    asked = {
        "client_id": settings.slack_client_id,
        "user_scope": SCOPE,
        "redirect_uri": settings.public_url + BACK,
    }
    where = settings.slack_api_url.removesuffix("api/")
    return f"{where}oauth/v2/authorize?{urlencode(asked)}"


class Linking:
    """Takes people back from Slack's page. `client` is one without the token of the bot."""

    def __init__(
        self,
        settings: Settings,
        service: Service,
        client: GatedClient,
        windows: Windows,
        tasks: Tasks,
        texts: Texts,
    ) -> None:
        self._settings = settings
        self._service = service
        self._client = client
        self._windows = windows
        self._tasks = tasks
        self._texts = texts

    async def answer(self, request: Request) -> Response:
        """A page that says whether it worked, and never why not."""
        given = request.query_params
        linked = await self._link(given.get("state", ""), given.get("code", ""))
        text = self._texts.entries["account.done" if linked else "account.failed"]
        shown = {"title": self._texts.entries["account.title"], "text": text}
        page = PAGE.format(
            language=self._texts.language, **{name: escape(said) for name, said in shown.items()}
        )
        return HTMLResponse(page, 200 if linked else BAD_REQUEST, HEADERS)

    async def _link(self, state: str, code: str) -> bool:
        account = await self._service.link_asked(state) if STATE.fullmatch(state) else None
        token = await self._token(account, code) if account and code else None
        if account is None or token is None:
            return False
        await self._service.link(account, token)
        self._tasks.start(self._show_home(account))
        return True

    async def _token(self, account: str, code: str) -> str | None:
        """The token of `account`; None for a wrong code, or one that somebody else was given."""
        try:
            answer = await self._client.oauth_v2_access(
                client_id=self._settings.slack_client_id,
                client_secret=self._settings.slack_client_secret.get_secret_value(),
                code=code,
                redirect_uri=self._settings.public_url + BACK,
            )
        except (SlackApiError, ClientError, TimeoutError, GateError):
            return None
        user = answer.get("authed_user") or {}
        mine = (user.get("id"), user.get("scope")) == (account, SCOPE)
        return user.get("access_token") if mine else None

    async def _show_home(self, account: str) -> None:
        await self._windows.home(account, await self._service.home(account))
