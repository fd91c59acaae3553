"""Text and option objects of Block Kit with their limits.

Source: docs.slack.dev/reference/block-kit/composition-objects.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, strict=True)


class PlainText(Strict):
    type: Literal["plain_text"]
    text: str = Field(min_length=1, max_length=3000)
    emoji: bool | None = None


class Mrkdwn(Strict):
    type: Literal["mrkdwn"]
    text: str = Field(min_length=1, max_length=3000)
    verbatim: bool | None = None


AnyText = Annotated[PlainText | Mrkdwn, Field(discriminator="type")]


def at_most(limit: int) -> AfterValidator:
    """A text object of at most `limit` characters."""

    def check(text: PlainText | Mrkdwn) -> PlainText | Mrkdwn:
        if len(text.text) > limit:
            raise PydanticCustomError("text", "must be at most {n} characters", {"n": limit})
        return text

    return AfterValidator(check)


Text24 = Annotated[PlainText, at_most(24)]
Text75 = Annotated[PlainText, at_most(75)]
Text150 = Annotated[PlainText, at_most(150)]
Text2000 = Annotated[PlainText, at_most(2000)]
AnyText75 = Annotated[AnyText, at_most(75)]
Identifier = Annotated[str, Field(min_length=1, max_length=255)]


class Option(Strict):
    text: AnyText75
    value: str = Field(max_length=150)
    description: AnyText75 | None = None
    url: str | None = Field(default=None, max_length=3000)


class OptionGroup(Strict):
    label: Text75
    options: list[Option] = Field(min_length=1, max_length=100)


class Confirm(Strict):
    title: Annotated[PlainText, at_most(100)]
    text: Annotated[AnyText, at_most(300)]
    confirm: Annotated[PlainText, at_most(30)]
    deny: Annotated[PlainText, at_most(30)]
    style: Literal["primary", "danger"] | None = None


class DispatchConfig(Strict):
    trigger_actions_on: list[Literal["on_enter_pressed", "on_character_entered"]]


def check_among(chosen: Sequence[Option | None], options: Sequence[Option]) -> None:
    """Slack refuses a preset that is not, letter for letter, one of the options."""
    if any(one is not None and one not in options for one in chosen):
        raise PydanticCustomError("initial", "initial option must be one of the options")
