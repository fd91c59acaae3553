"""Slack payloads read into what the service understands (docs.slack.dev/reference/interaction)."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.slack.elements import SEPARATOR
from dialogs.fields import Raw

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Click:
    """A button or live field. `key` names this occasion, also when Slack delivers it again.

    `view` is the id of the modal it was in (empty for a message or Home), `form` the modal's
    callback id, `raw` what is typed in it so far and `inputs` its input blocks as they stand.
    """

    user: str
    action: str
    handle: str
    trigger: str
    view: str
    form: str
    raw: Raw
    inputs: tuple[Payload, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A submitted modal; `key` is the same for a double tap and for a second delivery.

    `blocks` says in which block of the view each field stands; `below` is the view under it.
    """

    user: str
    form: str
    handle: str
    view: str
    below: str
    raw: Raw
    blocks: Mapping[str, str]
    key: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A message in the chat with the bot; `thread` is the root it answers, or empty."""

    user: str
    channel: str
    ts: str
    thread: str
    text: str


def click(payload: Payload) -> Click:
    action = payload["actions"][0]
    view = payload.get("view") or {}
    in_modal = view.get("type") == "modal"
    return Click(
        user=payload["user"]["id"],
        action=action["action_id"],
        handle=action.get("value") or view.get("private_metadata", ""),
        trigger=payload["trigger_id"],
        view=view["id"] if in_modal else "",
        form=view.get("callback_id", ""),
        raw=raw(view),
        inputs=tuple(block for block in view.get("blocks", ()) if block["type"] == "input"),
        key=":".join((view["id"], view["hash"], action["action_id"], action.get("value", "")))
        if in_modal
        else f"{payload['user']['id']}:{action['action_ts']}",
    )


def submission(payload: Payload) -> Submission:
    view = payload["view"]
    return Submission(
        user=payload["user"]["id"],
        form=view["callback_id"],
        handle=view.get("private_metadata", ""),
        view=view["id"],
        below=view.get("previous_view_id") or "",
        raw=raw(view),
        blocks={_field(block["block_id"]): block["block_id"] for block in view["blocks"]},
        key=f"{payload['user']['id']}:{view['id']}:{view['hash']}",
    )


def typed(event: Payload) -> Typed:
    """A typed message; Slack escapes &, < and > in it, which people did not type."""
    return Typed(
        user=event["user"],
        channel=event["channel"],
        ts=event["ts"],
        thread=event.get("thread_ts", ""),
        text=readable(unescape(event.get("text", ""))),
    )


def own_words(payload: Payload) -> Typed:
    """A message that a shortcut was used on; without its words if somebody else wrote them."""
    message, user = payload["message"], payload["user"]["id"]
    text = message.get("text", "") if message.get("user") == user else ""
    event = {**message, "user": user, "channel": payload["channel"]["id"], "text": text}
    return typed(event)


def raw(view: Payload) -> Raw:
    """Field name -> value, from a view's state (block id -> action id -> value)."""
    values = (view.get("state") or {}).get("values", {})
    return {
        _field(block): _value(state)
        for block, elements in values.items()
        for state in elements.values()
    }


def _field(block_id: str) -> str:
    return block_id.split(SEPARATOR, maxsplit=1)[0]


def _value(state: Payload) -> object:
    if "selected_options" in state:
        return [option["value"] for option in state["selected_options"] or ()]
    if "selected_option" in state:
        return (state["selected_option"] or {}).get("value")
    return readable(state.get("value") or "") or state.get("selected_date")


def readable(text: str) -> str:
    """Half a sign, which JSON can hold and no store can, becomes the sign for "unreadable"."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
