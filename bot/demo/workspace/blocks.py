"""Blocks, messages and views of Block Kit with their limits.

Source: docs.slack.dev/reference/block-kit/blocks and docs.slack.dev/reference/views.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bot.demo.workspace.elements import Image as ImageElement
from bot.demo.workspace.elements import InActions, InInput, InSection
from bot.demo.workspace.text_objects import (
    AnyText,
    Identifier,
    Mrkdwn,
    PlainText,
    Strict,
    Text24,
    Text150,
    Text2000,
    at_most,
)


class AnyBlock(Strict):
    block_id: Identifier | None = None


class Section(AnyBlock):
    type: Literal["section"]
    text: AnyText | None = None
    fields: list[Annotated[AnyText, at_most(2000)]] | None = Field(
        default=None, min_length=1, max_length=10
    )
    accessory: InSection | None = None
    expand: bool | None = None

    @model_validator(mode="after")
    def says_something(self) -> Self:
        if self.text is None and self.fields is None:
            raise PydanticCustomError("empty", "missing required field: text or fields")
        return self


class Actions(AnyBlock):
    type: Literal["actions"]
    elements: list[InActions] = Field(min_length=1, max_length=25)


class Context(AnyBlock):
    type: Literal["context"]
    elements: list[Annotated[PlainText | Mrkdwn | ImageElement, Field(discriminator="type")]] = (
        Field(min_length=1, max_length=10)
    )


class Divider(AnyBlock):
    type: Literal["divider"]


class Header(AnyBlock):
    type: Literal["header"]
    text: Text150


class Image(AnyBlock):
    type: Literal["image"]
    image_url: str = Field(max_length=3000)
    alt_text: str = Field(max_length=2000)
    title: Text2000 | None = None


class Input(AnyBlock):
    type: Literal["input"]
    label: Text2000
    element: InInput
    hint: Text2000 | None = None
    optional: bool | None = None
    dispatch_action: bool | None = None


class RichText(AnyBlock):
    type: Literal["rich_text"]
    elements: list[dict[str, Any]]


class Markdown(AnyBlock):
    type: Literal["markdown"]
    text: str = Field(min_length=1, max_length=12000)


InView = Annotated[
    Section | Actions | Context | Divider | Header | Image | Input | RichText,
    Field(discriminator="type"),
]
InMessage = Annotated[
    Section | Actions | Context | Divider | Header | Image | Input | RichText | Markdown,
    Field(discriminator="type"),
]


class Message(Strict):
    blocks: list[InMessage] = Field(max_length=50)


class AnyView(Strict):
    blocks: list[InView] = Field(max_length=100)
    private_metadata: str | None = Field(default=None, max_length=3000)
    callback_id: str | None = Field(default=None, max_length=255)
    external_id: str | None = Field(default=None, max_length=255)


class Home(AnyView):
    type: Literal["home"]


class Modal(AnyView):
    type: Literal["modal"]
    title: Text24
    submit: Text24 | None = None
    close: Text24 | None = None
    clear_on_close: bool | None = None
    notify_on_close: bool | None = None

    @model_validator(mode="after")
    def can_be_sent(self) -> Self:
        if self.submit is None and any(block.type == "input" for block in self.blocks):
            raise PydanticCustomError(
                "submit", "submit is required when an input block is within the blocks array"
            )
        return self
