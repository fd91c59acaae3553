"""Interactive elements of Block Kit with their limits.

Source: docs.slack.dev/reference/block-kit/block-elements. Narrower than Slack on purpose:
elements that need an outside service (files, external data, workflows) are not imitated.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bot.demo.workspace.text_objects import (
    Confirm,
    DispatchConfig,
    Identifier,
    Option,
    OptionGroup,
    Strict,
    Text75,
    Text150,
    check_among,
)


class Element(Strict):
    action_id: Identifier | None = None


class Focusable(Element):
    focus_on_load: bool | None = None


class Button(Element):
    type: Literal["button"]
    text: Text75
    value: str | None = Field(default=None, max_length=2000)
    url: str | None = Field(default=None, max_length=3000)
    style: Literal["primary", "danger"] | None = None
    confirm: Confirm | None = None
    accessibility_label: str | None = Field(default=None, max_length=75)


class Overflow(Element):
    type: Literal["overflow"]
    options: list[Option] = Field(min_length=1, max_length=5)
    confirm: Confirm | None = None


class RadioButtons(Focusable):
    type: Literal["radio_buttons"]
    options: list[Option] = Field(min_length=1, max_length=10)
    initial_option: Option | None = None
    confirm: Confirm | None = None

    @model_validator(mode="after")
    def preset(self) -> Self:
        check_among([self.initial_option], self.options)
        return self


class Checkboxes(Focusable):
    type: Literal["checkboxes"]
    options: list[Option] = Field(min_length=1, max_length=10)
    initial_options: list[Option] | None = Field(default=None, min_length=1)
    confirm: Confirm | None = None

    @model_validator(mode="after")
    def preset(self) -> Self:
        check_among(self.initial_options or [], self.options)
        return self


class Menu(Focusable):
    options: list[Option] | None = Field(default=None, min_length=1, max_length=100)
    option_groups: list[OptionGroup] | None = Field(default=None, min_length=1, max_length=100)
    placeholder: Text150 | None = None
    confirm: Confirm | None = None

    def offered(self) -> list[Option]:
        grouped = [option for group in self.option_groups or [] for option in group.options]
        return (self.options or []) + grouped

    @model_validator(mode="after")
    def one_source(self) -> Self:
        if (self.options is None) == (self.option_groups is None):
            raise PydanticCustomError("source", "give either options or option_groups")
        return self


class StaticSelect(Menu):
    type: Literal["static_select"]
    initial_option: Option | None = None

    @model_validator(mode="after")
    def preset(self) -> Self:
        check_among([self.initial_option], self.offered())
        return self


class MultiStaticSelect(Menu):
    type: Literal["multi_static_select"]
    initial_options: list[Option] | None = Field(default=None, min_length=1)
    max_selected_items: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def preset(self) -> Self:
        check_among(self.initial_options or [], self.offered())
        return self


class UsersSelect(Focusable):
    type: Literal["users_select"]
    initial_user: str | None = None
    placeholder: Text150 | None = None
    confirm: Confirm | None = None


class MultiUsersSelect(Focusable):
    type: Literal["multi_users_select"]
    initial_users: list[str] | None = None
    placeholder: Text150 | None = None
    max_selected_items: int | None = Field(default=None, ge=1)
    confirm: Confirm | None = None


class DatePicker(Focusable):
    type: Literal["datepicker"]
    initial_date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    placeholder: Text150 | None = None
    confirm: Confirm | None = None


class TimePicker(Focusable):
    type: Literal["timepicker"]
    initial_time: str | None = Field(default=None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    placeholder: Text150 | None = None
    timezone: str | None = None
    confirm: Confirm | None = None


class TextInput(Focusable):
    placeholder: Text150 | None = None
    dispatch_action_config: DispatchConfig | None = None
    initial_value: str | None = None


class PlainTextInput(TextInput):
    type: Literal["plain_text_input"]
    multiline: bool | None = None
    initial_value: str | None = Field(default=None, max_length=3000)
    min_length: int | None = Field(default=None, ge=0, le=3000)
    max_length: int | None = Field(default=None, ge=1, le=3000)


class NumberInput(TextInput):
    type: Literal["number_input"]
    is_decimal_allowed: bool
    min_value: str | None = None
    max_value: str | None = None


class EmailInput(TextInput):
    type: Literal["email_text_input"]


class UrlInput(TextInput):
    type: Literal["url_text_input"]


class Image(Strict):
    type: Literal["image"]
    image_url: str = Field(max_length=3000)
    alt_text: str = Field(max_length=2000)


Choice = (
    RadioButtons
    | Checkboxes
    | StaticSelect
    | MultiStaticSelect
    | UsersSelect
    | MultiUsersSelect
    | DatePicker
    | TimePicker
)
InActions = Annotated[Button | Overflow | Choice, Field(discriminator="type")]
InSection = Annotated[Button | Overflow | Choice | Image, Field(discriminator="type")]
InInput = Annotated[
    Choice | PlainTextInput | NumberInput | EmailInput | UrlInput, Field(discriminator="type")
]
