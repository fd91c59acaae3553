"""What Slack's own app checks before it sends a form to us."""

import re
from collections.abc import Iterator

from bot.demo.workspace.controls import Control
from bot.demo.workspace.form import Form, Value, simple
from bot.demo.workspace.identity import Json

REQUIRED = "Vul dit verplichte veld in."
EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
URL = re.compile(r"^https?://\S+$")


def mistakes(form: Form) -> dict[str, str]:
    """Per block_id the sentence Slack would show; empty when the form may be sent."""
    found: dict[str, str] = {}
    for control in form.controls:
        state = form.state(control.key)
        if control.is_input and state is not None:
            for sentence in _mistakes(control, simple(state)):
                found.setdefault(control.block_id, sentence)
    return found


def _mistakes(control: Control, value: Value) -> Iterator[str]:
    if not value:
        if control.required:
            yield REQUIRED
    elif isinstance(value, list):
        yield from _count(control.element, value)
    else:
        yield from _length(control.element, value)
        yield from _form_of(control.element, value)


def _count(element: Json, value: list[str]) -> Iterator[str]:
    most = element.get("max_selected_items")
    if most is not None and len(value) > most:
        yield f"Kies er niet meer dan {most}."


def _length(element: Json, value: str) -> Iterator[str]:
    if element["type"] != "plain_text_input":
        return
    if len(value) < element.get("min_length", 0):
        yield f"Gebruik minstens {element['min_length']} tekens."
    if len(value) > element.get("max_length", 3000):
        yield f"Gebruik niet meer dan {element.get('max_length', 3000)} tekens."


def _form_of(element: Json, value: str) -> Iterator[str]:
    match element["type"]:
        case "email_text_input" if not EMAIL.match(value):
            yield "Vul een geldig e-mailadres in."
        case "url_text_input" if not URL.match(value):
            yield "Vul een geldige link in."
        case "number_input":
            yield from _number(element, value)


def _number(element: Json, value: str) -> Iterator[str]:
    try:
        number = float(value)
    except ValueError:
        yield "Vul een getal in."
        return
    low, high = element.get("min_value"), element.get("max_value")
    if not element["is_decimal_allowed"] and not number.is_integer():
        yield "Vul een heel getal in."
    if (low is not None and number < float(low)) or (high is not None and number > float(high)):
        yield "Dit getal is te klein of te groot."
