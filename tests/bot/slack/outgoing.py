"""What the adapter sends, as the gate is asked about it, and what the gate has against it."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.slack import render
from bot.slack.gate.gate import Gate, GateError
from dialogs.screen import Envelope, Screen
from dialogs.texts import Texts
from tests.dialogs.desks import STAFF, WORDS
from tests.dialogs.gallery_homes import STRICT

Json = dict[str, Any]
Call = tuple[str, Json]

HANDLE = "A" * 20
SENT = {
    "channel": "D1",
    "unfurl_links": False,
    "unfurl_media": False,
    "metadata": {"event_type": "wegwijzer_envelope", "event_payload": {"key": "0" * 32}},
}
NAMES = (
    *(person.id for person in STAFF),
    *(f"Name of {person.id.partition('@')[0]}" for person in STAFF),
    *(WORDS.name, WORDS.contact_name, WORDS.contact_phone, ""),
    *filter(None, (STRICT.board_contact, STRICT.inspector_phone, STRICT.inspector_hours)),
)


def gate_of(texts: Texts) -> Gate:
    """One that knows the people of the tests' school."""
    gate = Gate(texts)
    gate.know(NAMES)
    return gate


def call_of(shown: Screen | Envelope, texts: Texts) -> Call:
    """The call of the Web API that shows this, with real handles in it."""
    if isinstance(shown, Envelope):
        return "chat.postMessage", {**SENT, **_real(render.message(shown, texts))}
    if shown.name == "home":
        return "views.publish", {"user_id": "U1", "view": _real(render.home(shown, texts))}
    return "views.open", {"trigger_id": "1.2", "view": _real(render.modal(shown, texts))}


def refused(gate: Gate, call: Call) -> str:
    """The place that the gate refuses this call for; empty if it lets it pass."""
    try:
        gate.check_call(*call)
    except GateError as error:
        return error.place
    return ""


def _real(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Handles of the tests say what they stand for, and so do the ids of their people."""
    if isinstance(value, list):
        return [_real(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {name: _real(one) for name, one in value.items()}
    if made.get("private_metadata"):
        made["private_metadata"] = HANDLE
    if isinstance(made.get("value"), str):
        button = made.get("type") == "button"
        made["value"] = HANDLE if button else made["value"].replace("@", "-at-")
    return made


def strings(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every text in a payload."""
    if isinstance(value, str):
        yield way
    elif isinstance(value, dict | list):
        pairs: Iterable[Any] = value.items() if isinstance(value, dict) else enumerate(value)
        for step, one in pairs:
            yield from strings(one, (*way, step))


def objects(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every object in a payload."""
    if isinstance(value, dict):
        yield way
    if isinstance(value, dict | list):
        pairs: Iterable[Any] = value.items() if isinstance(value, dict) else enumerate(value)
        for step, one in pairs:
            yield from objects(one, (*way, step))
