"""Whether Slack accepts the tokens, and gave them what the manifest asks."""

import re
from collections.abc import Iterable

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.finding import Finding, refused
from bot.settings import Settings, SettingsError, check_ready
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import Gate
from dialogs import texts

PATIENCE = ClientTimeout(total=10)
PAGE = "On the page of the app, under OAuth & Permissions,"
CODE = re.compile(r"[a-z0-9_]{1,60}")
SIGNING = Finding(
    "SLACK_SIGNING_SECRET",
    ok=None,
    says="is set; whether it is right shows only when Slack calls",
    repair="If people see that the app does not respond, copy it once more from Basic Information.",
)
TABS = Finding(
    "Home and Messages tabs",
    ok=None,
    says="cannot be seen from here",
    repair="Look on the page of the app under App Home: both tabs must be on, and so must the box "
    "that lets users send messages from the messages tab.",
)


class _CallError(Exception):
    """Slack gave no answer, or refused; `code` is its own word for why."""

    def __init__(self, code: str | None = None) -> None:
        self.code = code


async def examine_slack(settings: Settings, scopes: Iterable[str]) -> list[Finding]:
    """Call Slack with the tokens that are set; nothing is changed there."""
    found = _missing(settings)
    async with ClientSession(timeout=PATIENCE) as session:
        gate = Gate(texts.load(settings.language, {}))
        client = GatedClient(gate, settings.slack_api_url, session)
        if token := settings.slack_bot_token.get_secret_value():
            found += await _bot_token(client, token, frozenset(scopes))
        if settings.slack_mode == "socket" and settings.slack_app_token.get_secret_value():
            found.append(await _app_token(client, settings.slack_app_token.get_secret_value()))
    if settings.slack_mode == "http" and settings.slack_signing_secret.get_secret_value():
        found.append(SIGNING)
    return [*found, TABS]


def _missing(settings: Settings) -> list[Finding]:
    try:
        check_ready(settings)
    except SettingsError as error:
        pairs = (problem.partition(": ") for problem in error.problems)
        return [refused(name, SettingsError(rest)) for name, _, rest in pairs]
    return []


async def _bot_token(client: GatedClient, token: str, scopes: frozenset[str]) -> list[Finding]:
    name = "SLACK_BOT_TOKEN"
    try:
        answer = await _call(client, "auth.test", token)
    except _CallError as error:
        return [_no(name, error, "Copy the Bot User OAuth Token again from OAuth & Permissions.")]
    says = f"is accepted by the workspace {answer.get('team')}"
    granted = {key.lower(): value for key, value in answer.headers.items()}.get(
        "x-oauth-scopes", ""
    )
    return [Finding(name, ok=True, says=says), _scopes(scopes, frozenset(granted.split(",")))]


def _scopes(asked: frozenset[str], granted: frozenset[str]) -> Finding:
    """An installation may have granted less than the manifest asks; the app is then deaf."""
    if missing := sorted(asked - granted):
        return Finding(
            "scopes",
            ok=False,
            says=f"were not all granted: {', '.join(missing)}",
            repair=f"{PAGE} press Reinstall to Workspace.",
        )
    if extra := sorted(granted - asked - {"", "identify"}):
        return Finding(
            "scopes",
            ok=None,
            says=f"are more than Wegwijzer uses: {', '.join(extra)}",
            repair=f"{PAGE} take them off and press Reinstall to Workspace.",
        )
    return Finding("scopes", ok=True, says="are exactly those of the manifest")


async def _app_token(client: GatedClient, token: str) -> Finding:
    name = "SLACK_APP_TOKEN"
    try:
        await _call(client, "apps.connections.open", token)
    except _CallError as error:
        return _no(
            name,
            error,
            "Switch on Socket Mode, and make a token with the scope connections:write under "
            "Basic Information, App-Level Tokens.",
        )
    return Finding(name, ok=True, says="opens a socket connection")


async def _call(client: GatedClient, method: str, token: str) -> AsyncSlackResponse:
    try:
        return await client.api_call(method, headers={"Authorization": f"Bearer {token}"})
    except SlackApiError as error:
        code = str(error.response.get("error"))
        raise _CallError(code if CODE.fullmatch(code) else "no_reason_given") from None
    except (ClientError, TimeoutError, ValueError):
        raise _CallError from None


def _no(name: str, error: _CallError, repair: str) -> Finding:
    if error.code is None:
        return Finding(
            name,
            ok=False,
            says="cannot be tested, for Slack does not answer",
            repair="Check the network, the proxy and SLACK_API_URL.",
        )
    return Finding(name, ok=False, says=f"is refused by Slack ({error.code})", repair=repair)
