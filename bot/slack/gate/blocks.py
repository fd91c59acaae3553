"""The blocks that we send, and no others (docs.slack.dev/reference/block-kit)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.slack.gate.texts import Block, Bold, Choice, Handle, Link, Name, Ours, Shown, Typed


class Part(BaseModel):
    """An object of a payload: a field that is not named here is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class Said(Part):
    """Our own words, or in a modal what a person wrote; Slack makes nothing of what is in it."""

    type: Literal["plain_text"]
    text: Shown
    emoji: Literal[False]


class OurWords(Said):
    text: Ours


class Strong(Part):
    type: Literal["mrkdwn"]
    text: Bold
    verbatim: Literal[True]


class Section(Part):
    type: Literal["section"]
    text: Annotated[Said | Strong, Field(discriminator="type")]


class Context(Part):
    type: Literal["context"]
    elements: list[Said]


class Header(Part):
    type: Literal["header"]
    text: OurWords


class Divider(Part):
    type: Literal["divider"]


class Button(Part):
    type: Literal["button"]
    action_id: Name
    text: OurWords
    value: Handle = ""
    url: Link | None = None
    style: Literal["primary", "danger"] = "primary"


class Actions(Part):
    type: Literal["actions"]
    elements: list[Button]


class Option(Part):
    text: Said
    value: Choice


class OptionGroup(Part):
    label: Said
    options: list[Option]


class Live(Part):
    trigger_actions_on: list[Literal["on_character_entered"]]


class TextInput(Part):
    type: Literal["plain_text_input"]
    action_id: Name
    multiline: bool
    max_length: int
    initial_value: Typed = ""
    dispatch_action_config: Live | None = None


class Datepicker(Part):
    type: Literal["datepicker"]
    action_id: Name
    initial_date: Choice = "none"


class Radio(Part):
    type: Literal["radio_buttons"]
    action_id: Name
    options: list[Option]
    initial_option: Option | None = None


class Select(Part):
    type: Literal["static_select", "multi_static_select"]
    action_id: Name
    options: list[Option] = []
    option_groups: list[OptionGroup] = []
    initial_option: Option | None = None
    initial_options: list[Option] = []


Element = Annotated[TextInput | Datepicker | Radio | Select, Field(discriminator="type")]


class Input(Part):
    type: Literal["input"]
    block_id: Block
    label: OurWords
    optional: bool
    element: Element
    hint: OurWords | None = None
    dispatch_action: bool = False


HomeBlock = Annotated[Section | Context | Header | Divider | Actions, Field(discriminator="type")]
ModalBlock = Annotated[
    Section | Context | Header | Divider | Actions | Input, Field(discriminator="type")
]
