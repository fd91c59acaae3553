"""A form is a pydantic model whose fields carry a marker from `fields`; it becomes a command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from dialogs.fields import AnyField, Raw
from meldcode.commands import Command

WRONG = {"string_too_long": "err.long", "date_from_datetime_parsing": "err.date"}
"""pydantic error type -> text key; anything else gets the field's own sentence."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a command needs that nobody types.

    `part` is what the screen is about within the case (an agenda item, an agreement); `meetings`
    holds the days of the meetings that still exist.
    """

    new_id: Callable[[], str]
    part: str = ""
    meetings: Mapping[str, date] = field(default_factory=dict)


class Form(BaseModel):
    """The base of all forms. `name` identifies the form on the platform and in the texts.

    A field that may be left out is Optional with default None.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True
    )

    name: ClassVar[str]

    def command(self, given: Given, /) -> Command:
        """The command that this form asks for."""
        raise NotImplementedError

    @classmethod
    def fields(cls) -> dict[str, AnyField]:
        """Field name -> its marker, in the order in which they are asked."""
        return {name: _marker(info.metadata) for name, info in cls.model_fields.items()}

    @classmethod
    def required(cls, name: str) -> bool:
        return cls.model_fields[name].is_required()


def _marker(metadata: list[Any]) -> AnyField:
    marks: list[AnyField] = [mark for mark in metadata if isinstance(mark, get_args(AnyField))]
    return marks[0]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Field name -> key of the sentence that says what to do. A result, not an exception."""

    errors: Mapping[str, str]


def check(form: type[Form], raw: Raw) -> Form | Wrong:
    """The filled-in form, or what is wrong with it. Fields left empty are None or missing in `raw`.

    The error of pydantic is dropped here: it must not travel, since it may hold what was typed.
    """
    filled = {name: value for name, value in raw.items() if value not in (None, "", [])}
    try:
        return form.model_validate(filled)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    marks = form.fields()
    errors = {
        name: WRONG.get(one["type"], marks[name].empty)
        for one in found
        if (name := str(one["loc"][0])) in marks
    }
    return Wrong(errors)
