from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.demo.workspace import events
from bot.demo.workspace.chat import Message
from bot.demo.workspace.courier import Courier
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.grants import Grants
from bot.demo.workspace.identity import Credentials, Json
from bot.demo.workspace.state import State


@dataclass
class Desk:
    """Where chat changes: keeps the state, tells the app, and marks that something happened."""

    state: State
    courier: Courier
    credentials: Credentials
    grants: Grants
    scopes: frozenset[str]
    subscriptions: frozenset[str]
    save: Callable[[], None]
    socket_ticket: Callable[[], str]
    base_url: str = ""

    def writable(self, wanted: str) -> str:
        """The channel the bot may write in: private chats, and a channel it was mentioned in."""
        channel = self.state.channel(wanted)
        if channel == self.state.identity.channel_id and channel not in self.state.chat.channels:
            raise SlackError("not_in_channel")
        return channel

    def post(self, message: Message) -> None:
        self.state.chat.add(message)
        self.changed()
        self.echo(events.posted(self.state, message))

    def edit(self, message: Message, text: str, blocks: Sequence[Json]) -> Message:
        ts = self.state.times.next()
        after = self.state.chat.edit(message, text, blocks, ts)
        self.changed()
        self.echo(events.changed(self.state, message, after))
        return after

    def remove(self, message: Message) -> None:
        self.state.chat.remove(message)
        self.changed()
        self.echo(events.deleted(self.state, message))

    def echo(self, event: Json) -> None:
        """Tell the app of its own message without waiting, when it is subscribed and may know."""
        if self.listens(event):
            self.courier.echo_soon(events.callback(self.state, event))

    async def report(self, event: Json) -> None:
        """Tell the app and wait until it has acknowledged."""
        if self.listens(event):
            await self.courier.tell(events.callback(self.state, event))

    def listens(self, event: Json) -> bool:
        name = events.subscription(event)
        needed = events.NEEDS.get(name)
        return name in self.subscriptions and (needed is None or needed in self.scopes)

    def changed(self) -> None:
        self.save()
        self.state.changes.bump()
