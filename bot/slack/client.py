"""The four verbs of Slack's Web API that the process needs, and its errors put into words."""

from collections.abc import Callable
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
from dialogs.screen import Envelope
from dialogs.texts import Texts
from storage.records import Message

EVENT_TYPE = "wegwijzer_envelope"
LOOK_BACK = 50
PAGE = 200
NO_MEMBER = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
"""People who left, bots, guests and people of elsewhere (docs.slack.dev, the user object)."""

UNKNOWN = "unknown"
STILL_HERE = timedelta(minutes=10)
"""How long an account that was active is taken to be so without asking again."""

NOBODY = frozenset(
    {"user_not_found", "users_not_found", "user_not_visible", "user_disabled", "account_inactive"}
)
REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "no_text"})
REVOKED = frozenset(
    {"account_inactive", "invalid_auth", "missing_scope", "token_expired", "token_revoked"}
)
"""What a token of somebody's own says when it is of no more use (docs.slack.dev, chat.delete)."""

FINAL = NOBODY | REFUSED
"""Errors about the person or the message itself: no second try will help."""


class SlackPostman:
    """Sends envelopes to people's private chat with the bot.

    `clock` is only used to remember for a while who is active; `chat.postMessage` to somebody who
    has left succeeds, so that must be asked (platforms.md).
    """

    def __init__(self, client: GatedClient, texts: Texts, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._texts = texts
        self._clock = clock
        self._channels: dict[str, str] = {}
        self._active: dict[str, datetime] = {}

    async def send(
        self, account: str, envelope: Envelope, root: Message | None, key: str, *, again: bool
    ) -> Message:
        await self._check_active(account)
        channel = root.channel if root else await self._channel(account)
        mark = sha256(key.encode()).hexdigest()[:32]
        earlier = await self._find(channel, root, mark) if again else None
        return earlier or await self._post(channel, envelope, root, mark)

    async def find_person(self, email: str) -> str | None:
        user = await self._user("users_lookupByEmail", email=email)
        return str(user["id"]) if user else None

    async def email_of(self, account: str) -> str | None:
        """The e-mail address of an account; None for all who are no members of our own."""
        user = await self._user("users_info", user=account)
        if user is None or any(user.get(mark) for mark in NO_MEMBER):
            return None
        email: str | None = user["profile"].get("email")
        return email

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
        method = "conversations_replies" if place.ts else "conversations_history"
        where: dict[str, Any] = {"channel": place.channel, "oldest": f"{since.timestamp():.6f}"}
        where |= {"ts": place.ts} if place.ts else {}
        found: list[dict[str, Any]] = []
        while True:
            page = await self._call(method, limit=PAGE, **where)
            found += [one for one in page["messages"] if one.get("bot_id")]
            where["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not where["cursor"]:
                return tuple(found)

    async def _user(self, method: str, **who: str) -> dict[str, Any] | None:
        """None if there is nobody such here."""
        try:
            found: dict[str, Any] = (await self._call(method, **who))["user"]
        except SendError as error:
            if error.reason in NOBODY:
                return None
            raise
        return found

    async def _check_active(self, account: str) -> None:
        now = self._clock()
        seen = self._active.get(account)
        if seen is not None and now - seen < STILL_HERE:
            return
        user = (await self._call("users_info", user=account))["user"]
        if user.get("deleted"):
            raise SendError("account_inactive", final=True)
        self._active[account] = now

    async def _channel(self, account: str) -> str:
        if account not in self._channels:
            opened = await self._call("conversations_open", users=account)
            self._channels[account] = opened["channel"]["id"]
        return self._channels[account]

    async def _post(
        self, channel: str, envelope: Envelope, root: Message | None, mark: str
    ) -> Message:
        posted = await self._call(
            "chat_postMessage",
            channel=channel,
            thread_ts=root.ts if root else None,
            unfurl_links=False,
            unfurl_media=False,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": mark}},
            **render.message(envelope, self._texts),
        )
        return Message(posted["channel"], posted["ts"])

    async def _find(self, channel: str, root: Message | None, mark: str) -> Message | None:
        """The message that an earlier try with an unclear outcome did get across."""
        where: dict[str, Any] = {"channel": channel, "include_all_metadata": True}
        if root:
            found = await self._call("conversations_replies", ts=root.ts, limit=999, **where)
        else:
            found = await self._call("conversations_history", limit=LOOK_BACK, **where)
        for message in found["messages"]:
            payload = message.get("metadata", {}).get("event_payload", {})
            if payload.get("key") == mark:
                return Message(channel, message["ts"])
        return None

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
    code, seconds = code_of(error), error.response.headers.get("Retry-After", "")
    wait = timedelta(seconds=int(seconds)) if seconds.isdecimal() else None
    return SendError(code, wait=wait, final=code in FINAL)
