"""The small pieces of Block Kit: texts, buttons and input elements."""

from collections.abc import Iterable, Mapping
from typing import Any

from dialogs.fields import AnyField, Choice, Day, Option, Pick, Text, YesNo
from dialogs.screen import Button
from dialogs.texts import Texts

Json = dict[str, Any]

SECTION_LIMIT = 3000
RADIO_LIMIT = 10
LIST_LIMIT = 100
"""Options in a list or in a group of one (docs.slack.dev/reference/block-kit)."""

ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "*": ""})
OF_INPUT = ("block_id", "label", "optional", "element", "hint", "dispatch_action")
YES_NO = ("yes", "no")
SEPARATOR = "~"


def plain(text: str) -> Json:
    """plain_text: Slack neither links, mentions nor formats anything in it."""
    return {"type": "plain_text", "text": text, "emoji": False}


def bold(text: str) -> Json:
    """Our own words set apart; the only mrkdwn there is, and never around anybody's own text."""
    return {"type": "mrkdwn", "text": f"*{text.translate(ESCAPED)}*", "verbatim": True}


def cut(text: str) -> str:
    """As much of a text as one block takes; Slack refuses a view with more than that."""
    return text if len(text) <= SECTION_LIMIT else f"{text[: SECTION_LIMIT - 1]}…"


def block_id(name: str, edition: str) -> str:
    """Slack keeps what was typed as long as the block id stays; an edition starts afresh."""
    return f"{name}{SEPARATOR}{edition}" if edition else name


def as_sent(block: Mapping[str, Any]) -> Json:
    """An input block that Slack gave back, without what Slack itself may have added to it."""
    return {**{name: block[name] for name in OF_INPUT if name in block}, "type": "input"}


def button(made: Button, text: str) -> Json:
    """`value` is an opaque handle. A primary or dangerous button is coloured as such."""
    element: Json = {"type": "button", "action_id": made.action, "text": plain(text)}
    if made.handle:
        element["value"] = made.handle
    if made.page:
        element["url"] = made.page
    if made.primary or made.danger:
        element["style"] = "primary" if made.primary else "danger"
    return element


def element(
    name: str, field: AnyField, texts: Texts, options: Iterable[Option], preset: object
) -> Json:
    """The input element of one field; `preset` is the raw value that it starts with, or None."""
    match field:
        case Text():
            return _text(name, field, preset)
        case Day():
            return {"type": "datepicker", "action_id": name, **_initial("initial_date", preset)}
        case Choice():
            shown = [Option(v, texts.entries[f"{field.label}.{v}"]) for v in field.values]
            return _one_of(name, shown, preset, texts)
        case YesNo():
            shown = [Option(v, texts.entries[f"word.{v}"]) for v in YES_NO]
            return _one_of(name, shown, preset, texts)
        case Pick(several=True):
            return _several_of(name, list(options), preset, texts)
        case Pick():
            return _one_of(name, list(options), preset, texts)


def _text(name: str, field: Text, preset: object) -> Json:
    made: Json = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": field.long,
        "max_length": field.limit,
        **_initial("initial_value", str(preset or "")[: field.limit]),
    }
    if field.live:
        made["dispatch_action_config"] = {"trigger_actions_on": ["on_character_entered"]}
    return made


def _one_of(name: str, options: list[Option], preset: object, texts: Texts) -> Json:
    kind = "radio_buttons" if len(options) <= RADIO_LIMIT else "static_select"
    chosen = [_option(one, texts) for one in options if one.value == preset]
    return {
        "type": kind,
        "action_id": name,
        **_listed([_option(one, texts) for one in options]),
        **_initial("initial_option", chosen and chosen[0]),
    }


def _several_of(name: str, options: list[Option], preset: object, texts: Texts) -> Json:
    values = preset if isinstance(preset, list | tuple) else ()
    chosen = [_option(one, texts) for one in options if one.value in values]
    return {
        "type": "multi_static_select",
        "action_id": name,
        **_listed([_option(one, texts) for one in options]),
        **_initial("initial_options", chosen),
    }


def _listed(options: list[Json]) -> Json:
    """All options, in groups from the first to the last of each where one list is too short."""
    if len(options) <= LIST_LIMIT:
        return {"options": options}
    starts = range(0, len(options), LIST_LIMIT)
    return {"option_groups": [_group(options[n : n + LIST_LIMIT]) for n in starts]}


def _group(options: list[Json]) -> Json:
    ends = " - ".join(options[n]["text"]["text"][:30] for n in (0, -1))
    return {"label": plain(ends), "options": options}


def _option(option: Option, texts: Texts) -> Json:
    return {"text": plain(texts.shown(option.shown)), "value": option.value}


def _initial(key: str, value: object) -> Json:
    return {key: value} if value else {}
