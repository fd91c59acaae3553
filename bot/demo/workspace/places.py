from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.demo.workspace.chat import Chat, Message
from bot.demo.workspace.form import Form
from bot.demo.workspace.identity import Json, Member
from bot.demo.workspace.payloads import Payloads
from bot.demo.workspace.views import OpenView


class Place(Protocol):
    """Where a person operates something: a view or a message."""

    @property
    def form(self) -> Form: ...

    def payload(self, payloads: Payloads, actions: Sequence[Json]) -> Json: ...


@dataclass(frozen=True)
class InView:
    view: OpenView

    @property
    def form(self) -> Form:
        return self.view.form

    def payload(self, payloads: Payloads, actions: Sequence[Json]) -> Json:
        return payloads.view_action(self.view, actions)


@dataclass(frozen=True)
class InMessage:
    chat: Chat
    member: Member
    message: Message
    ephemeral: bool = False

    @property
    def form(self) -> Form:
        return self.chat.form(self.message)

    def payload(self, payloads: Payloads, actions: Sequence[Json]) -> Json:
        return payloads.message_action(self.member, self.message, actions, ephemeral=self.ephemeral)
