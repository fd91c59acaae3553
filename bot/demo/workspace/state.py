from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.workspace.changes import Changes
from bot.demo.workspace.chat import Chat, Message
from bot.demo.workspace.errors import SlackError, UnknownPerson
from bot.demo.workspace.identity import Identity, Json, Member
from bot.demo.workspace.timing import Timestamps, Triggers
from bot.demo.workspace.views import Views

ANSWER_LIFE = timedelta(minutes=30)


@dataclass(frozen=True)
class ResponseUrl:
    """Where an app may still answer one interaction: who sees it, and the message it came from."""

    user: str
    channel: str
    message_ts: str | None
    expires: datetime


@dataclass
class State:
    """Everything the workspace remembers."""

    identity: Identity
    members: dict[str, Member]
    now: Callable[[], datetime]
    ids: Callable[[str], str]
    changes: Changes
    times: Timestamps
    triggers: Triggers
    views: Views
    chat: Chat = field(default_factory=Chat)
    ephemerals: dict[str, list[Message]] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)

    def member(self, member_id: str) -> Member:
        if member_id not in self.members:
            raise UnknownPerson("nobody in this workspace has that id")
        return self.members[member_id]

    def channel(self, wanted: str) -> str:
        """The channel id for a channel or user id; SlackError when there is none."""
        if wanted in self.members:
            return self.members[wanted].dm
        if wanted == self.identity.channel_id or self.owner(wanted) is not None:
            return wanted
        raise SlackError("channel_not_found")

    def owner(self, channel: str) -> Member | None:
        """The person whose private chat with the bot this is."""
        return self.members.get("U" + channel[1:]) if channel.startswith("D") else None

    def channel_name(self, channel: str) -> str:
        return "directmessage" if channel.startswith("D") else self.identity.channel_name

    def whisper(self, user: str, channel: str, text: str, blocks: Sequence[Json] = ()) -> str:
        """Show a message to one person only; it is kept nowhere but on their screen."""
        ts = self.times.next()
        message = Message(ts, channel, self.identity.bot_user_id, text, tuple(blocks), bot=True)
        self.ephemerals.setdefault(user, []).append(message)
        self.changes.bump()
        return ts

    def response_url(self, user: str, channel: str, message_ts: str | None) -> str:
        """A token that is good for half an hour."""
        now, token = self.now(), self.ids("R")
        fresh = {key: one for key, one in self.response_urls.items() if one.expires > now}
        self.response_urls = fresh
        fresh[token] = ResponseUrl(user, channel, message_ts, now + ANSWER_LIFE)
        return token

    def forget(self) -> None:
        """Empty the workspace; message ids keep rising."""
        self.chat = Chat()
        self.views.stacks.clear()
        self.views.homes.clear()
        self.ephemerals.clear()
        self.response_urls.clear()

    def whispered(self, user: str, ts: str) -> Message | None:
        return next((one for one in self.ephemerals.get(user, []) if one.ts == ts), None)


def new_state(
    identity: Identity,
    members: Sequence[Member],
    now: Callable[[], datetime],
    ids: Callable[[str], str],
) -> State:
    return State(
        identity=identity,
        members={member.id: member for member in members},
        now=now,
        ids=ids,
        changes=Changes(),
        times=Timestamps(now),
        triggers=Triggers(now, ids),
        views=Views(ids),
    )
