from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.demo.workspace.controls import controls, shown, unescaped
from bot.demo.workspace.form import Form
from bot.demo.workspace.identity import Identity, Json


@dataclass(frozen=True)
class Message:
    """One message as it is kept in chat. `thread_ts` is set on replies only."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    bot: bool = False
    thread_ts: str | None = None
    metadata: Json | None = None
    edited_ts: str | None = None

    @property
    def edited(self) -> bool:
        return self.edited_ts is not None

    @property
    def shown(self) -> list[str]:
        """The texts a person reads: the blocks, or the text when there are none."""
        return list(shown(self.blocks)) if self.blocks else [unescaped(self.text)]

    @property
    def buttons(self) -> list[str]:
        return [one.label for one in controls(self.blocks) if one.kind == "button"]


@dataclass
class Chat:
    """Every channel's messages by ts, oldest first, and how far each person has read."""

    channels: dict[str, dict[str, Message]] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    forms: dict[tuple[str, str], Form] = field(default_factory=dict)

    def add(self, message: Message) -> None:
        self.channels.setdefault(message.channel, {})[message.ts] = message

    def get(self, channel: str, ts: str) -> Message | None:
        return self.channels.get(channel, {}).get(ts)

    def edit(self, message: Message, text: str, blocks: Sequence[Json], edited_ts: str) -> Message:
        changed = replace(message, text=text, blocks=tuple(blocks), edited_ts=edited_ts)
        self.add(changed)
        if (key := (message.channel, message.ts)) in self.forms:
            self.forms[key] = Form(changed.blocks, self.forms[key])
        return changed

    def remove(self, message: Message) -> None:
        del self.channels[message.channel][message.ts]
        self.forms.pop((message.channel, message.ts), None)

    def form(self, message: Message) -> Form:
        return self.forms.setdefault((message.channel, message.ts), Form(message.blocks))

    def top_level(self, channel: str) -> list[Message]:
        return [one for one in self._all(channel) if one.thread_ts is None]

    def thread(self, channel: str, ts: str) -> list[Message]:
        return [one for one in self._all(channel) if one.thread_ts == ts]

    def newest_first(self, channel: str) -> list[Message]:
        return self._all(channel)[::-1]

    def unread(self, channel: str) -> list[Message]:
        marker = self.read.get(channel, "")
        return [one for one in self._all(channel) if one.bot and one.ts > marker]

    def mark_read(self, channel: str) -> None:
        if newest := self.newest_first(channel):
            self.read[channel] = max(one.ts for one in newest)

    def describe(self, message: Message, identity: Identity, *, metadata: bool = False) -> Json:
        """The `message` object of answers, payloads and events; only documented fields."""
        described: Json = {
            "type": "message",
            "user": message.user,
            "ts": message.ts,
            "text": message.text,
            "team": identity.team_id,
            **_bot_fields(message, identity),
            **self._thread_fields(message),
        }
        if message.blocks:
            described["blocks"] = list(message.blocks)
        if message.edited_ts:
            described["edited"] = {"user": message.user, "ts": message.edited_ts}
        if metadata and message.metadata:
            described["metadata"] = message.metadata
        return described

    def _thread_fields(self, message: Message) -> Json:
        if message.thread_ts:
            root = self.get(message.channel, message.thread_ts)
            parent = {"parent_user_id": root.user} if root else {}
            return {"thread_ts": message.thread_ts, **parent}
        replies = self.thread(message.channel, message.ts)
        if not replies:
            return {}
        writers = {one.user for one in replies}
        return {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users_count": len(writers),
            "latest_reply": replies[-1].ts,
        }

    def _all(self, channel: str) -> list[Message]:
        return list(self.channels.get(channel, {}).values())


def _bot_fields(message: Message, identity: Identity) -> Json:
    if not message.bot:
        return {}
    return {
        "bot_id": identity.bot_id,
        "bot_profile": {
            "id": identity.bot_id,
            "app_id": identity.app_id,
            "name": identity.bot_name,
            "deleted": False,
            "updated": 0,
            "team_id": identity.team_id,
        },
    }
