"""Block Kit for tests: each builder has defaults, so a test names only what matters."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def text_input(block_id: str = "facts", **extra: object) -> Json:
    element = {"type": "plain_text_input", "action_id": "text", **_sub(extra, "element")}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain("Wat heb je gezien?"),
        "element": element,
        **extra,
    }


def choice(kind: str = "static_select", block_id: str = "speed", **extra: object) -> Json:
    options = [option("today", "Vandaag"), option("week", "Deze week")]
    element = {"type": kind, "action_id": "pick", "options": options, **_sub(extra, "element")}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain("Hoe snel?"),
        "element": element,
        **extra,
    }


def option(value: str, text: str) -> Json:
    return {"text": plain(text), "value": value}


def section(text: str = "Goed dat je hier bent.") -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(action_id: str = "open", text: str = "Bekijk", **extra: object) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(text), **extra}


def actions(*elements: Json, block_id: str = "buttons") -> Json:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def modal(*blocks: Json, **extra: object) -> Json:
    return {
        "type": "modal",
        "callback_id": "signal",
        "title": plain("Vertel wat je ziet"),
        "submit": plain("Verstuur"),
        "close": plain("Sluit"),
        "blocks": list(blocks) or [text_input()],
        **extra,
    }


def home(*blocks: Json, **extra: object) -> Json:
    return {"type": "home", "blocks": list(blocks) or [section()], **extra}


def _sub(extra: dict[str, object], name: str) -> Json:
    found = extra.pop(name, {})
    assert isinstance(found, dict)
    return found
