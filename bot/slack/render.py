"""Screens and envelopes as Slack views and messages (Block Kit, docs.slack.dev/reference).

What a person wrote (a Quote, a preset) is only ever put into a modal, as plain_text or as the
initial value of a field; everything else is text of the catalogues.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.slack import elements
from dialogs.fields import AnyField
from dialogs.screen import Buttons, Envelope, Line, Part, Quote, Rule, Screen, Tone
from dialogs.texts import Texts

Json = dict[str, Any]


def modal(screen: Screen, texts: Texts) -> Json:
    """A modal view; `private_metadata` holds nothing but the opaque handle."""
    view: Json = {
        "type": "modal",
        "callback_id": screen.name,
        "title": elements.plain(texts.of(screen.title)),
        "close": elements.plain(texts.of(screen.close)),
        "private_metadata": screen.handle,
        "notify_on_close": screen.form is not None,
        "blocks": _blocks(screen, texts),
    }
    if screen.submit:
        view["submit"] = elements.plain(texts.of(screen.submit))
    return view


def same_fields(screen: Screen, texts: Texts, inputs: Sequence[Mapping[str, Any]]) -> Json:
    """The screen around input blocks that are there already, so that what was typed stays."""
    view = modal(screen, texts)
    above, below = _drawn(screen.parts, texts), _drawn(screen.after, texts)
    return {**view, "blocks": [*above, *map(elements.as_sent, inputs), *below]}


def home(screen: Screen, texts: Texts) -> Json:
    """The Home tab. It is kept by Slack, so a Quote here is a defect: ValueError."""
    if any(isinstance(part, Quote) for part in (*screen.parts, *screen.after)):
        raise ValueError("Home is stored in chat: it cannot hold what a person wrote.")
    return {"type": "home", "blocks": _blocks(screen, texts)}


def message(envelope: Envelope, texts: Texts) -> Json:
    """Arguments of chat.postMessage: `text` is the whole visible text.

    Lock screens show it and screen readers read only that (platforms.md).
    """
    lines = [envelope.text, *([envelope.footer] if envelope.footer else [])]
    blocks = [_line(Line(envelope.text), texts)]
    blocks.append(_buttons(Buttons((envelope.button,)), texts))
    if envelope.footer:
        blocks.append(_line(Line(envelope.footer, Tone.QUIET), texts))
    return {"text": "\n".join(texts.of(line) for line in lines), "blocks": blocks}


def _blocks(screen: Screen, texts: Texts) -> list[Json]:
    above, below = _drawn(screen.parts, texts), _drawn(screen.after, texts)
    return [*above, *_fields(screen, texts), *below]


def _drawn(parts: Iterable[Part], texts: Texts) -> list[Json]:
    return [block for part in parts for block in _part(part, texts)]


def _part(part: Part, texts: Texts) -> list[Json]:
    match part:
        case Line():
            return [_line(part, texts)]
        case Quote():
            return _quote(part, texts)
        case Buttons():
            return [_buttons(part, texts)]
        case Rule():
            return [{"type": "divider"}]


def _line(line: Line, texts: Texts) -> Json:
    text = texts.of(line.text)
    if line.tone is Tone.QUIET:
        return {"type": "context", "elements": [elements.plain(text)]}
    if line.tone is Tone.HEAD:
        return {"type": "header", "text": elements.plain(text)}
    if line.tone is Tone.ALERT:
        return {"type": "section", "text": elements.bold(text)}
    return {"type": "section", "text": elements.plain(text)}


def _quote(quote: Quote, texts: Texts) -> list[Json]:
    """Two blocks, so that a text of the greatest length is shown whole; several may be cut."""
    return [
        {"type": "context", "elements": [elements.plain(texts.of(quote.above))]},
        {"type": "section", "text": elements.plain(elements.cut(quote.text))},
    ]


def _buttons(buttons: Buttons, texts: Texts) -> Json:
    return {
        "type": "actions",
        "elements": [elements.button(one, texts.of(one.text)) for one in buttons.row],
    }


def _fields(screen: Screen, texts: Texts) -> list[Json]:
    if screen.form is None:
        return []
    return [_field(screen, name, field, texts) for name, field in screen.form.fields().items()]


def _preset(screen: Screen, name: str, texts: Texts) -> object:
    value = screen.preset.get(name)
    return None if value is None else texts.filled(value)


def _field(screen: Screen, name: str, field: AnyField, texts: Texts) -> Json:
    assert screen.form is not None  # noqa: S101 - narrows the type; _fields has looked
    block: Json = {
        "type": "input",
        "block_id": elements.block_id(name, screen.edition),
        "label": elements.plain(texts.entries[field.label]),
        "optional": not screen.form.required(name),
        "element": elements.element(
            name, field, texts, screen.options.get(name, ()), _preset(screen, name, texts)
        ),
    }
    if field.hint:
        block["hint"] = elements.plain(texts.entries[field.hint])
    if field.live:
        block["dispatch_action"] = True
    return block
