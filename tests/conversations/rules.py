"""What no library checks: our own rules for what is shown (platforms.md, texts.md 3.0)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from tests.conversations.surfaces import Json, Surface, lines, texts

NEVER = re.compile(
    r"zorg|signaal|meldcode|veilig thuis|mishandel|geweld|onveilig|acuut|risico|dossier|melding"
    r"|\b(stap|step) \d|abuse|violence|unsafe|risk|[A-Z0-9]{3}-[A-Z0-9]{3}",
    re.IGNORECASE,
)
"""Words that may not stand on a lock screen, and anything that looks like a case code."""

WHISPER = "chat.postEphemeral"
"""Takes neither metadata nor a word on links (docs.slack.dev), and is not kept."""

KEY = re.compile(r"[0-9a-f]{32}")


def problems(surface: Surface) -> list[str]:
    blocks = surface.document["blocks"]
    found = [*_ids(blocks), *_options(blocks), *_emoji(surface)]
    if surface.kind != "message":
        return found
    kept = [] if surface.source == WHISPER else _kept(surface.document)
    return [*found, *_message(surface.document), *kept]


def _ids(blocks: list[Json]) -> Iterator[str]:
    twice = Counter(block["block_id"] for block in blocks if "block_id" in block)
    yield from (f"block_id {name} stands {n} times" for name, n in twice.items() if n > 1)
    for block in blocks:
        actions = Counter(one["action_id"] for one in _elements(block) if "action_id" in one)
        yield from (f"action_id {name} stands {n} times" for name, n in actions.items() if n > 1)


def _elements(block: Json) -> list[Json]:
    single = [block[name] for name in ("element", "accessory") if name in block]
    return [*block["elements"], *single] if block["type"] == "actions" else single


def _options(blocks: list[Json]) -> Iterator[str]:
    for one in (element for block in blocks for element in _elements(block)):
        initial = [one["initial_option"]] if "initial_option" in one else []
        chosen = [*initial, *one.get("initial_options", ())]
        if any(option not in one["options"] for option in chosen):
            yield f"{one['action_id']} starts with an option that it does not offer"


def _emoji(surface: Surface) -> Iterator[str]:
    shown = [surface.document.get("title", {}).get("text", ""), *texts(surface.document["blocks"])]
    for text in filter(None, shown):
        if text.startswith(":") or unicodedata.category(text[0]) == "So":
            yield "a text starts with an emoji"


def _message(message: Json) -> Iterator[str]:
    """Of a message the text is the whole visible text: lock screens and screen readers use it."""
    if message["text"] != "\n".join(lines(message["blocks"])):
        yield "the text is not what the blocks say"
    for text in (message["text"], *texts(message["blocks"])):
        yield from (f"a message says {word}" for word in NEVER.findall(text))


def _kept(message: Json) -> Iterator[str]:
    """What a message has beside its text."""
    if message.get("unfurl_links") is not False or message.get("unfurl_media") is not False:
        yield "links would be unfurled"
    payload = message.get("metadata", {}).get("event_payload", {})
    if set(payload) != {"key"} or not KEY.fullmatch(payload["key"]):
        yield "the metadata holds more than a key"
