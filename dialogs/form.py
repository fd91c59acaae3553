"""A form is a pydantic model whose fields carry a marker from `fields`; it becomes a command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dialogs.fields import AnyField, Option, Raw
from meldcode.commands import Command

WRONG = {"string_too_long": "err.long", "date_from_datetime_parsing": "err.date"}
"""pydantic error type -> text key; anything else gets the field's own sentence."""

NEAR = Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))
"""Days outside this century are slips of the finger."""


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

    @classmethod
    def theme(cls) -> str:
        """What the keys of its title and submit start with, if not its name."""
        return cls.name

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


F = TypeVar("F", bound=Form)


def check(
    form: type[F], raw: Raw, options: Mapping[str, tuple[Option, ...]] | None = None
) -> F | Wrong:
    """The filled-in form, or what is wrong with it. Fields left empty are None or missing in `raw`.

    With `options`, a Pick must hold entries that were offered: what comes back may be forged.
    The error of pydantic is dropped here: it must not travel, since it may hold what was typed.
    """
    marks = form.fields()
    filled = {name: value for name in marks if (value := _clean(raw.get(name))) is not None}
    strange = [name for name in filled if not _offered(filled[name], (options or {}).get(name))]
    try:
        complete = form.model_validate(filled)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    else:
        if not strange:
            return complete
        found = []
    errors = {
        name: WRONG.get(one["type"], marks[name].empty)
        for one in found
        if (name := str(one["loc"][0])) in marks
    }
    return Wrong(errors | {name: marks[name].empty for name in strange})


def _clean(value: object) -> object:
    """None for whatever a person would call empty."""
    text = value.strip() if isinstance(value, str) else value
    return None if text in ("", []) else text


def _offered(value: object, offered: tuple[Option, ...] | None) -> bool:
    if offered is None:
        return True
    known = [option.value for option in offered]
    return all(one in known for one in (value if isinstance(value, list) else [value]))
