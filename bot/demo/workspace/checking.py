"""What Slack refuses in blocks and views, said in Slack's words with a JSON pointer."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.demo.workspace.blocks import Home, Message, Modal
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json

VIEW_BYTES = 250_000
LIMITS = ("max_length", "min_length")
MODELS: dict[str, type[BaseModel]] = {"modal": Modal, "home": Home}


def check_message(blocks: Sequence[Json]) -> None:
    """Raise invalid_blocks unless Slack would show these blocks in a message."""
    found = problems(Message, {"blocks": list(blocks)}, "")
    if found:
        raise SlackError("invalid_blocks", tuple(found))


def check_view(view: Json, kind: str) -> None:
    """Raise view_too_large or invalid_arguments unless Slack would show this view."""
    if len(json.dumps(view, ensure_ascii=False).encode(errors="surrogatepass")) > VIEW_BYTES:
        raise SlackError("view_too_large")
    found = problems(MODELS[kind], view, "/view")
    if found:
        raise SlackError("invalid_arguments", tuple(found))


def problems(model: type[BaseModel], document: Json, root: str) -> list[str]:
    """One line per fault, `[ERROR] what [json-pointer:where]`; never a value from the document."""
    try:
        model.model_validate(document)
    except ValidationError as error:
        return [_line(one, document, root) for one in error.errors(include_input=False)]
    return [f"[ERROR] {what} [json-pointer:{root}/blocks]" for what in _doubles(document)]


def _line(error: ErrorDetails, document: Json, root: str) -> str:
    where = root + "".join(f"/{step}" for step in _pointer(error["loc"], document))
    return f"[ERROR] {_reason(error)} [json-pointer:{where}]"


def _pointer(loc: tuple[int | str, ...], document: object) -> Iterator[int | str]:
    """The steps of `loc` that exist in the document: pydantic adds the name of the union member."""
    here: Any = document
    for step in loc:
        if (isinstance(here, dict) and step in here) or isinstance(step, int):
            here = here[step]
            yield step


WORDING = {
    "missing": "missing required field: {field}",
    "extra_forbidden": "invalid additional property: {field}",
    "string_too_long": "must be at most {max_length} characters",
    "string_too_short": "must be at least {min_length} characters",
    "too_long": "no more than {max_length} items allowed",
    "too_short": "no fewer than {min_length} items allowed",
    "union_tag_invalid": "unsupported type",
    "union_tag_not_found": "missing required field: type",
    "literal_error": "unsupported value",
}


def _reason(error: ErrorDetails) -> str:
    wording = WORDING.get(error["type"], "{message}")
    context = {key: value for key, value in error.get("ctx", {}).items() if key in LIMITS}
    field = error["loc"][-1] if error["loc"] else ""
    return wording.format(field=field, message=error["msg"], **context)


def _doubles(document: Json) -> Iterator[str]:
    blocks = document["blocks"]
    yield from _repeated("block_id", blocks)
    for block in blocks:
        if block["type"] == "actions":
            yield from _repeated("action_id", block["elements"])
    yield from _two_focused(blocks)


def _repeated(key: str, items: Sequence[Json]) -> Iterator[str]:
    counts = Counter(item[key] for item in items if item.get(key))
    if any(count > 1 for count in counts.values()):
        yield f"`{key}` already exists"


def _two_focused(blocks: Sequence[Json]) -> Iterator[str]:
    focused = [b for b in blocks if b.get("element", {}).get("focus_on_load")]
    if len(focused) > 1:
        yield "only one element may have focus_on_load"
