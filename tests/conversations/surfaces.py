"""Everything that the bot showed during a test: views and messages, however they were sent."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.demo.workspace.webapi import Call

Json = dict[str, Any]

MESSAGES = frozenset({"chat.postMessage", "chat.postEphemeral", "chat.update"})
MODALS = frozenset({"views.open", "views.push", "views.update"})


@dataclass(frozen=True)
class Surface:
    """A view or message as it went out; `source` is the method, or "ack"."""

    kind: Literal["modal", "home", "message"]
    document: Json
    source: str


def surfaces(calls: Iterable[Call], acks: Iterable[Json]) -> Iterator[Surface]:
    for call in calls:
        if call.method in MESSAGES:
            yield Surface("message", _parsed(call.args), call.method)
        elif call.method in MODALS:
            yield Surface("modal", _parsed(call.args)["view"], call.method)
        elif call.method == "views.publish":
            yield Surface("home", _parsed(call.args)["view"], call.method)
    for ack in acks:
        if "view" in ack:
            yield Surface("modal", ack["view"], "ack")


def _parsed(args: Mapping[str, Any]) -> Json:
    """Arguments of a form-encoded call hold their objects as JSON."""
    return {name: _unpacked(value) for name, value in args.items()}


def _unpacked(value: object) -> object:
    packed = isinstance(value, str) and value[:1] in ("{", "[")
    return json.loads(value) if packed else value  # type: ignore[arg-type]  # packed means a string


def texts(value: object) -> Iterator[str]:
    """Every text that a person reads, buttons and placeholders too, in reading order."""
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        if value.get("type") in ("plain_text", "mrkdwn"):
            yield str(value["text"])
        else:
            yield from texts(list(value.values()))


def lines(blocks: Iterable[Json]) -> list[str]:
    """The texts of a message without the labels of its buttons."""
    return [text for block in blocks if block["type"] != "actions" for text in texts(block)]
