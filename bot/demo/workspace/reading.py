"""What a person sees, as values for tests and as JSON for the page."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.workspace.chat import Message
from bot.demo.workspace.controls import controls, shown
from bot.demo.workspace.errors import NotShown
from bot.demo.workspace.form import Value
from bot.demo.workspace.identity import Json, Member
from bot.demo.workspace.state import State
from bot.demo.workspace.views import OpenView

Values = dict[str, dict[str, Value]]


@dataclass(frozen=True)
class View:
    """A modal or Home as it stands on the screen, with what is typed in it."""

    id: str
    type: str
    callback_id: str
    title: str
    submit: str | None
    close: str | None
    blocks: tuple[Json, ...]
    values: Values
    errors: dict[str, str]
    private_metadata: str
    hash: str
    external_id: str

    @property
    def shown(self) -> list[str]:
        return list(shown(self.blocks))

    @property
    def buttons(self) -> list[str]:
        return [one.label for one in controls(self.blocks) if one.kind == "button"]

    @property
    def labels(self) -> list[str]:
        return [one.label for one in controls(self.blocks) if one.kind != "button"]

    def value(self, name: str) -> Value:
        """What the field with this label, action_id or block_id holds; NotShown if none has it."""
        for one in controls(self.blocks):
            if one.answers_to(name) and one.kind != "button":
                return self.values[one.block_id][one.action_id]
        raise NotShown("there is no such field here")


def snapshot(view: OpenView) -> View:
    document = view.document
    return View(
        id=view.id,
        type=document["type"],
        callback_id=document.get("callback_id") or "",
        title=_text(document, "title") or "",
        submit=_text(document, "submit"),
        close=_text(document, "close"),
        blocks=tuple(document["blocks"]),
        values=view.form.simple_values(),
        errors=dict(view.errors),
        private_metadata=document.get("private_metadata") or "",
        hash=view.hash,
        external_id=document.get("external_id") or "",
    )


def view_json(view: OpenView) -> Json:
    seen = snapshot(view)
    names = ("id", "type", "callback_id", "title", "submit", "close", "values", "errors")
    return {**{name: getattr(seen, name) for name in names}, "blocks": list(seen.blocks)}


def message_json(state: State, member: Member, message: Message) -> Json:
    """One message as this person sees it; `time` in the person's own time zone."""
    zone = ZoneInfo(member.tz)
    marker = state.chat.read.get(message.channel, "")
    return {
        "ts": message.ts,
        "time": datetime.fromtimestamp(float(message.ts), zone).isoformat(timespec="seconds"),
        "author": _author(state, message),
        "text": message.text,
        "blocks": list(message.blocks),
        "edited": message.edited,
        "deletable": message.user == member.id,
        "unread": message.bot and message.ts > marker,
        "thread_ts": message.thread_ts,
        "values": state.chat.form(message).simple_values(),
    }


def _author(state: State, message: Message) -> Json:
    name = state.identity.bot_name if message.bot else state.member(message.user).name
    return {"id": message.user, "name": name, "bot": message.bot}


def _text(document: Json, key: str) -> str | None:
    found = document.get(key)
    return None if found is None else str(found["text"])
