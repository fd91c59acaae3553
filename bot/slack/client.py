"""The four verbs of Slack's Web API that the process needs, and its errors put into words."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.delivery import SendError
from bot.service.sweeping import Removal
from bot.slack import render
from bot.slack.gate.client import GatedClient
from bot.slack.gate.gate import GateError
from bot.slack.tiers import Tiers
from dialogs.screen import Envelope
from dialogs.texts import Texts
from storage.records import Message

Call = Callable[..., Awaitable[AsyncSlackResponse]]
EVENT_TYPE = "wegwijzer_envelope"
PAGE = 200
NO_MEMBER = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
"""People who left, bots, guests and people of elsewhere (docs.slack.dev, the user object)."""

UNKNOWN, LIMITED = "unknown", "ratelimited"
STILL_HERE = timedelta(minutes=10)
"""How long an account that was active is taken to be so without asking again."""

NOBODY = frozenset({"user_not_found", "users_not_found", "user_not_visible", "user_disabled"})
REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "no_text"})
REVOKED = frozenset(
    {"account_inactive", "invalid_auth", "missing_scope", "token_expired", "token_revoked"}
)
"""What a token says when it is of no more use (docs.slack.dev, chat.delete)."""

NOT_INSTALLED = REVOKED | {"access_denied", "not_authed", "team_access_not_granted"}
"""What the bot's own token says when the app is not there any more, or not as it should be."""

FINAL = NOBODY | REFUSED
"""Errors about the person or the message itself: no second try will help."""

UNTIL_INSTALLED = timedelta(minutes=5)
"""Messages wait for the app to be installed again, however long that takes (`wegwijzer doctor`)."""

ATTEMPTS = 10
"""How often a page that Slack refuses for now is asked for by somebody who has time."""


class SlackPostman:
    """Sends envelopes to people's private chat with the bot.

    `clock` is only used to remember for a while who is active; `chat.postMessage` to somebody who
    has left succeeds, so that must be asked (platforms.md). What is done for somebody who waits for
    an answer takes no turn: it is little.
    """

    def __init__(
        self, client: GatedClient, texts: Texts, clock: Callable[[], datetime], tiers: Tiers
    ) -> None:
        self._client = client
        self._tiers = tiers
        self._texts = texts
        self._clock = clock
        self._channels: dict[str, str] = {}
        self._active: dict[str, datetime] = {}

    def stop(self) -> None:
        self._tiers.stop()

    async def send(
        self,
        account: str,
        envelope: Envelope,
        root: Message | None,
        key: str,
        since: datetime | None,
    ) -> Message:
        await self._check_active(account)
        channel = root.channel if root else await self._channel(account)
        mark = sha256(key.encode()).hexdigest()[:32]
        earlier = await self._find(channel, root, mark, since) if since else None
        return earlier or await self._post(channel, envelope, root, mark)

    async def find_person(self, email: str) -> str | None:
        try:
            return str((await self._in_turn("users_lookupByEmail", email=email))["user"]["id"])
        except SendError as error:
            if error.gone:
                return None
            raise

    async def email_of(self, account: str) -> str | None:
        """The e-mail address of an account; None for all who are no members of our own."""
        try:
            user = (await self._call("users_info", user=account))["user"]
        except SendError as error:
            if error.gone:
                return None
            raise
        email: str | None = user["profile"].get("email")
        return None if any(user.get(mark) for mark in NO_MEMBER) else email

    async def remove(self, message: Message, token: str) -> Removal:
        """With the token of who typed it: the bot's own reaches its own messages only."""
        try:
            await self._call("chat_delete", channel=message.channel, ts=message.ts, token=token)
        except SendError as error:
            gone = Removal.DONE if error.reason == "message_not_found" else Removal.LEFT
            return Removal.REVOKED if error.reason in REVOKED else gone
        return Removal.DONE

    async def revoke(self, token: str) -> None:
        """Slack forgets it too; if it does not hear this, nobody has the token any more."""
        with suppress(SendError):
            await self._call("auth_revoke", token=token)

    async def said(self, place: Message, since: datetime) -> tuple[dict[str, Any], ...]:
        """The bot's own messages since then: in a chat, or with a `ts` in the thread under it."""
        found = [one async for one in self._read(self._patiently, place, since)]
        return tuple(one for one in found if one.get("bot_id"))

    async def _read(
        self, call: Call, place: Message, since: datetime, **more: object
    ) -> AsyncIterator[dict[str, Any]]:
        """Every message of a chat or a thread since then, page by page."""
        method = "conversations_replies" if place.ts else "conversations_history"
        where: dict[str, Any] = {"channel": place.channel, "oldest": f"{since.timestamp():.6f}"}
        where |= {"ts": place.ts} if place.ts else {}
        while True:
            page = await call(method, limit=PAGE, **where, **more)
            for message in page["messages"]:
                yield message
            where["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not where["cursor"]:
                return

    async def _check_active(self, account: str) -> None:
        now = self._clock()
        seen = self._active.get(account)
        if seen is not None and now - seen < STILL_HERE:
            return
        user = (await self._in_turn("users_info", user=account))["user"]
        if user.get("deleted"):
            raise SendError("account_inactive", final=True, gone=True)
        self._active[account] = now

    async def _channel(self, account: str) -> str:
        if account not in self._channels:
            opened = await self._in_turn("conversations_open", users=account)
            self._channels[account] = opened["channel"]["id"]
        return self._channels[account]

    async def _post(
        self, channel: str, envelope: Envelope, root: Message | None, mark: str
    ) -> Message:
        posted = await self._in_turn(
            "chat_postMessage",
            channel,
            channel=channel,
            thread_ts=root.ts if root else None,
            unfurl_links=False,
            unfurl_media=False,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": mark}},
            **render.message(envelope, self._texts),
        )
        return Message(posted["channel"], posted["ts"])

    async def _find(
        self, channel: str, root: Message | None, mark: str, since: datetime
    ) -> Message | None:
        """The message that an earlier try did get across: then there may have been no root yet."""
        for place in (*((root,) if root else ()), Message(channel, "")):
            messages = self._read(self._in_turn, place, since, include_all_metadata=True)
            async for message in messages:
                payload = message.get("metadata", {}).get("event_payload", {})
                if payload.get("key") == mark:
                    return Message(channel, message["ts"])
        return None

    async def _patiently(
        self,
        method: str,
        **arguments: Any,  # noqa: ANN401 - as the SDK takes them
    ) -> AsyncSlackResponse:
        """As often as Slack asks to come back later."""
        for _ in range(ATTEMPTS):
            try:
                return await self._in_turn(method, **arguments)
            except SendError as error:
                if error.reason != LIMITED:
                    raise
        return await self._in_turn(method, **arguments)

    async def _in_turn(
        self, method: str, chat: str = "", **arguments: object
    ) -> AsyncSlackResponse:
        """When its turn has come; if that was too soon, nobody calls it until Slack allows."""
        name = method.replace("_", ".", 1)
        await self._tiers.turn(name, chat)
        try:
            return await self._call(method, **arguments)
        except SendError as error:
            if error.reason == LIMITED and error.wait:
                self._tiers.pause(name, error.wait)
            raise

    async def _call(self, method: str, **arguments: object) -> AsyncSlackResponse:
        try:
            answer: AsyncSlackResponse = await getattr(self._client, method)(**arguments)
        except SlackApiError as error:
            raise _send_error(error) from None
        except (ClientError, TimeoutError):
            raise SendError("network") from None
        except GateError:
            raise SendError("gate", final=True) from None
        return answer


def code_of(error: SlackApiError) -> str:
    """Slack's own word for what went wrong; "unknown" if a proxy or a crash answered for Slack."""
    answer = error.response.data if isinstance(error.response, AsyncSlackResponse) else None
    return str(answer.get("error", UNKNOWN)) if isinstance(answer, dict) else UNKNOWN


def _send_error(error: SlackApiError) -> SendError:
    """A SendError that holds a code only: Slack's own carries the whole answer."""
    code, wait = code_of(error), None
    if code in NOT_INSTALLED:
        wait = UNTIL_INSTALLED
    elif code == LIMITED:
        seconds = error.response.headers.get("Retry-After", "")
        wait = timedelta(seconds=max(1, int(seconds) if seconds.isdecimal() else 1))
    return SendError(code, wait=wait, final=code in FINAL, gone=code in NOBODY)
