"""What a person can operate in a list of blocks."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from bot.demo.workspace.identity import Json

TEXT_KINDS = frozenset({"plain_text_input", "number_input", "email_text_input", "url_text_input"})
PRESSED_KINDS = frozenset({"button", "overflow"})


@dataclass(frozen=True)
class Control:
    """An element with the place where it stands; `label` is what the person reads beside it."""

    block: Json
    element: Json
    label: str

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.element["action_id"])

    @property
    def key(self) -> tuple[str, str]:
        return self.block_id, self.action_id

    @property
    def kind(self) -> str:
        return str(self.element["type"])

    @property
    def is_input(self) -> bool:
        return bool(self.block["type"] == "input")

    @property
    def required(self) -> bool:
        return self.is_input and not self.block.get("optional", False)

    def dispatches(self, trigger: str) -> bool:
        """Whether a change tells the app at once; `trigger` as in dispatch_action_config."""
        if not self.is_input:
            return True
        if not self.block.get("dispatch_action", False):
            return False
        config = self.element.get("dispatch_action_config", {})
        return self.kind not in TEXT_KINDS or trigger in config.get(
            "trigger_actions_on", ["on_enter_pressed"]
        )

    def answers_to(self, name: str) -> bool:
        return name in (self.label, self.action_id, self.block_id)


def controls(blocks: Sequence[Json]) -> Iterator[Control]:
    for block in blocks:
        for element in _elements(block):
            if "action_id" in element:
                yield Control(block, element, _label(block, element))


def _elements(block: Json) -> list[Json]:
    match block["type"]:
        case "actions":
            return list(block["elements"])
        case "input":
            return [block["element"]]
        case "section" if "accessory" in block:
            return [block["accessory"]]
        case _:
            return []


def _label(block: Json, element: Json) -> str:
    if element["type"] == "button":
        return str(element["text"]["text"])
    if block["type"] == "input":
        return str(block["label"]["text"])
    if block["type"] == "section":
        return str(block.get("text", {}).get("text", ""))
    return str(element.get("placeholder", {}).get("text", ""))


def with_ids(blocks: Sequence[Json], ids: Callable[[str], str]) -> list[Json]:
    """The blocks with a fresh block_id and action_id where the app gave none, as Slack does."""
    copies = deepcopy(list(blocks))
    for block in copies:
        block.setdefault("block_id", ids("b"))
        for element in _elements(block):
            if element["type"] != "image":
                element.setdefault("action_id", ids("a"))
    return copies


def escaped(text: str) -> str:
    """Typed text as Slack keeps it in a message.

    Source: docs.slack.dev/messaging/formatting-message-text, "Escaping text".
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def shown(value: object) -> Iterator[str]:
    """Every text in Block Kit data that a person can read, in reading order."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from shown(item)
    elif isinstance(value, dict):
        if value.get("type") in ("plain_text", "mrkdwn", "markdown", "text"):
            yield unescaped(str(value["text"]))
        else:
            yield from shown(list(value.values()))
