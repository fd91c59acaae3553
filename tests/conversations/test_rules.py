from collections.abc import Callable
from copy import deepcopy

import pytest

from tests.conversations import independent, rules
from tests.conversations.surfaces import Json, Surface

OPTIONS: list[Json] = [
    {"text": {"type": "plain_text", "text": "Ja", "emoji": False}, "value": "yes"},
    {"text": {"type": "plain_text", "text": "Nee", "emoji": False}, "value": "no"},
]
CHOICE: Json = {
    "type": "input",
    "block_id": "answer",
    "label": {"type": "plain_text", "text": "Klopt het?", "emoji": False},
    "optional": False,
    "element": {"type": "radio_buttons", "action_id": "answer", "options": OPTIONS},
}
MODAL: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "Een vraag", "emoji": False},
    "submit": {"type": "plain_text", "text": "Bewaar", "emoji": False},
    "blocks": [CHOICE],
}
SENTENCE: Json = {
    "type": "section",
    "text": {"type": "plain_text", "text": "Er staat iets klaar.", "emoji": False},
}
MESSAGE: Json = {
    "text": "Er staat iets klaar.",
    "blocks": [SENTENCE],
    "unfurl_links": False,
    "unfurl_media": False,
    "metadata": {"event_type": "envelope", "event_payload": {"key": "0" * 32}},
}

Change = Callable[[Json], object]


def judged(kind: str, document: Json) -> list[str]:
    surface = Surface("modal" if kind == "modal" else "message", document, "test")
    return [*independent.problems(surface), *rules.problems(surface)]


def test_what_is_right_passes() -> None:
    """The two documents that the cases below spoil are without fault themselves."""
    found = judged("modal", MODAL), judged("message", MESSAGE)

    assert found == ([], [])


SPOILED: dict[str, Change] = {
    "a block id twice": lambda view: view["blocks"].append(CHOICE),
    "an initial option that is not offered": lambda view: view["blocks"][0]["element"].update(
        initial_option={"text": {"type": "plain_text", "text": "Soms"}, "value": "maybe"}
    ),
    "a title that is too long": lambda view: view["title"].update(text="x" * 25),
    "a title that starts with an emoji": lambda view: view["title"].update(text="⚠ Pas op"),
    "fields without a way to send them": lambda view: view.pop("submit"),
    "an unknown kind of element": lambda view: view["blocks"][0]["element"].update(type="slider"),
    "an unknown property": lambda view: view["blocks"][0].update(colour="red"),
    "no options": lambda view: view["blocks"][0]["element"].update(options=[]),
    "an action id twice": lambda view: view["blocks"].append(
        {"type": "actions", "elements": [_button("open"), _button("open")]}
    ),
}


def _button(action: str) -> Json:
    text = {"type": "plain_text", "text": "Open", "emoji": False}
    return {"type": "button", "action_id": action, "text": text}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_every_fault_of_a_modal_is_found(spoil: Change) -> None:
    """The libraries and our own rules together find what Slack would refuse, and our own rules."""
    view = deepcopy(MODAL)
    spoil(view)

    assert judged("modal", view) != []


MISLEADING: dict[str, Change] = {
    "a text that says something else": lambda one: one.update(text="Iets anders."),
    "a word that may not stand on a lock screen": lambda one: _say(one, "Een zorg om iemand."),
    "a case code": lambda one: _say(one, "Kijk bij K7T-4XM."),
    "links that unfurl": lambda one: one.pop("unfurl_links"),
    "more metadata than a key": lambda one: one["metadata"]["event_payload"].update(case="c1"),
}


def _say(message: Json, text: str) -> None:
    message["text"] = message["blocks"][0]["text"]["text"] = text


@pytest.mark.parametrize("spoil", MISLEADING.values(), ids=MISLEADING)
def test_every_fault_of_a_message_is_found(spoil: Change) -> None:
    """What may never stand in chat is found wherever it stands in a message."""
    message = deepcopy(MESSAGE)
    spoil(message)

    assert judged("message", message) != []
