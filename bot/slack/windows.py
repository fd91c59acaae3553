"""Showing screens in Slack."""

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import render
from dialogs.screen import Screen
from dialogs.texts import Texts

Inputs = Sequence[Mapping[str, Any]]

GONE = frozenset({"not_found", "expired_trigger_id", "exchanged_trigger_id", "push_limit_reached"})
"""A window that was closed, or a trigger that came too late: normal, and never an error."""


class Windows:
    """Modals and Home of one workspace."""

    def __init__(self, client: AsyncWebClient, texts: Texts) -> None:
        self._client = client
        self._texts = texts

    async def open(self, trigger: str, screen: Screen) -> str | None:
        """Open a modal and give its view id; None if the trigger came too late (3 s)."""
        view = render.modal(screen, self._texts)
        try:
            opened = await self._client.views_open(trigger_id=trigger, view=view)
        except SlackApiError as error:
            _unless_gone(error)
            return None
        return str(opened["view"]["id"])

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
        try:
            pushed = await self._client.views_push(trigger_id=trigger, view=view)
        except SlackApiError as error:
            _unless_gone(error)
            return None
        return str(pushed["view"]["id"])

    async def home(self, account: str, screen: Screen) -> None:
        await self._client.views_publish(user_id=account, view=render.home(screen, self._texts))

    async def _update(self, view: str, shown: render.Json) -> None:
        try:
            await self._client.views_update(view_id=view, view=shown)
        except SlackApiError as error:
            _unless_gone(error)


def _unless_gone(error: SlackApiError) -> None:
    if error.response.get("error") not in GONE:
        raise error
