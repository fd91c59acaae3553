"""Showing screens in Slack."""

from collections.abc import Awaitable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack import render
from bot.slack.client import UNKNOWN, code_of
from bot.slack.gate.client import GatedClient
from dialogs.screen import Envelope, Screen
from dialogs.texts import Texts
from storage.records import Message

Inputs = Sequence[Mapping[str, Any]]

GONE = frozenset(
    {
        "not_found",
        "expired_trigger_id",
        "exchanged_trigger_id",
        "invalid_trigger_id",
        "push_limit_reached",
    }
)
"""A window that was closed, or a trigger that came too late: normal, and never an error."""

PASSING = frozenset(
    {"fatal_error", "internal_error", "ratelimited", "service_unavailable", UNKNOWN}
)
"""Trouble of Slack's own; what a person did then must still be kept and answered."""

TRIES = 2


class Windows:
    """Modals and Home of one workspace.

    A screen that cannot be shown now is no error: whoever asks for it goes on without.
    """

    def __init__(self, client: GatedClient, texts: Texts) -> None:
        self._client = client
        self._texts = texts

    async def open(self, trigger: str, screen: Screen) -> str | None:
        """Open a modal and give its view id; None if the trigger came too late (3 s)."""
        view = render.modal(screen, self._texts)
        return _id(await _shown(self._client.views_open(trigger_id=trigger, view=view)))

    async def change(self, view: str, screen: Screen) -> None:
        """Show another screen in an open modal; nothing happens if it was closed meanwhile."""
        await self._update(view, render.modal(screen, self._texts))

    async def around(self, view: str, form: str, screen: Screen, inputs: Inputs) -> None:
        """Show a form's screen anew around the fields that it has; nothing typed is lost."""
        shown = render.same_fields(screen, self._texts, inputs)
        await self._update(view, {**shown, "callback_id": form})

    async def push(self, trigger: str, screen: Screen) -> str | None:
        """Lay a modal over the open one and give its view id; None if that cannot be."""
        view = render.modal(screen, self._texts)
        return _id(await _shown(self._client.views_push(trigger_id=trigger, view=view)))

    async def home(self, account: str, screen: Screen) -> None:
        view = render.home(screen, self._texts)
        await _shown(self._client.views_publish(user_id=account, view=view))

    async def whisper(self, account: str, where: Message, envelope: Envelope) -> bool:
        """Say something in a channel, or a thread there, to one person only; False if it cannot be.

        Slack does not keep it, and may not even show it: never for anything that must be read.
        """
        try:
            await self._client.chat_postEphemeral(
                channel=where.channel,
                user=account,
                thread_ts=where.ts or None,
                **render.message(envelope, self._texts),
            )
        except (SlackApiError, ClientError, TimeoutError):
            return False
        return True

    async def _update(self, view: str, shown: render.Json) -> None:
        """Asked once more if Slack has trouble: somebody is looking at "a moment"."""
        for _ in range(TRIES):
            with suppress(_PassingError):
                await _asked(self._client.views_update(view_id=view, view=shown))
                return


class _PassingError(Exception):
    """Slack has trouble of its own."""


async def _shown(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse | None:
    try:
        return await _asked(call)
    except _PassingError:
        return None


async def _asked(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse | None:
    """The answer; None if the window or the trigger is gone."""
    try:
        return await call
    except SlackApiError as error:
        if code_of(error) in PASSING:
            raise _PassingError from None
        if code_of(error) not in GONE:
            raise
    except (ClientError, TimeoutError):
        raise _PassingError from None
    return None


def _id(answer: AsyncSlackResponse | None) -> str | None:
    return None if answer is None else str(answer["view"]["id"])
