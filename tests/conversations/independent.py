"""Two libraries that others wrote judge what the bot shows (slack_sdk.models and slackblocks)."""

from collections.abc import Callable, Mapping
from typing import Any

import slackblocks as sb
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block as SdkBlock
from slack_sdk.models.views import View as SdkView
from slackblocks.errors import InvalidUsageError

from tests.conversations.surfaces import Json, Surface

FAULTS = (SlackObjectFormationError, InvalidUsageError, TypeError, ValueError, KeyError)


def problems(surface: Surface) -> list[str]:
    """What either library has against it, as sentences without content."""
    found = []
    for name, judge in (("slack_sdk", _sdk), ("slackblocks", _slackblocks)):
        try:
            judge(surface)
        except FAULTS as error:
            found.append(f"{name}: {type(error).__name__}: {error}")
    return found


def _sdk(surface: Surface) -> None:
    """What the models make of it must also be what was sent: they drop what they do not know."""
    document = surface.document
    if surface.kind == "message":
        made = [block.to_dict() for block in SdkBlock.parse_all(document["blocks"])]
        same = made == document["blocks"]
    else:
        same = SdkView(**document).to_dict() == {k: v for k, v in document.items() if v != ""}
    if not same:
        raise ValueError("the models read it as something else")


def _slackblocks(surface: Surface) -> None:
    document = surface.document
    blocks = [block(one) for one in document["blocks"]]
    if surface.kind == "message":
        sb.Message("D1", document["text"], blocks)
    elif surface.kind == "home":
        sb.HomeTabView(blocks)
    else:
        view = {key: value for key, value in document.items() if key not in ("type", "blocks")}
        sb.ModalView(blocks=blocks, **_with_texts(view))


def block(data: Json) -> sb.Block:
    """A block of slackblocks; its own `from_dict` does not know elements yet."""
    match data["type"]:
        case "actions":
            elements = [element(one) for one in data["elements"]]
            return sb.ActionsBlock(elements=elements, block_id=data.get("block_id"))
        case "input":
            rest = {key: value for key, value in data.items() if key not in ("type", "element")}
            return sb.InputBlock(element=element(data["element"]), **_with_texts(rest))
        case _:
            return sb.Block.from_dict(data)


ELEMENTS: Mapping[str, Callable[..., Any]] = {
    "button": sb.Button,
    "datepicker": sb.DatePicker,
    "multi_static_select": sb.StaticMultiSelectMenu,
    "plain_text_input": sb.PlainTextInput,
    "radio_buttons": sb.RadioButtonGroup,
    "static_select": sb.StaticSelectMenu,
}


def element(data: Json) -> Any:  # noqa: ANN401 - whatever slackblocks makes of it
    rest = {key: value for key, value in data.items() if key != "type"}
    return ELEMENTS[data["type"]](**_with_texts(rest))


READERS: Mapping[str, Callable[[Any], Any]] = {
    "options": lambda found: [sb.Option.from_dict(one) for one in found],
    "initial_options": lambda found: [sb.Option.from_dict(one) for one in found],
    "initial_option": sb.Option.from_dict,
    "dispatch_action_config": sb.DispatchActionConfiguration.from_dict,
    **dict.fromkeys(("text", "label", "hint", "title", "submit", "close"), sb.Text.from_dict),
}
"""Name of a property -> how slackblocks reads it; anything else is taken as it is."""


def _with_texts(data: Json) -> Json:
    return {key: READERS.get(key, lambda same: same)(value) for key, value in data.items()}
