"""The values that stand in files written by hand, each checked by itself.

A ValueError raised here is a sentence without its subject; the place is put before it.
"""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Annotated, TypeVar
from unicodedata import category

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Items = TypeVar("Items", bound=Collection[object])


class Block(BaseModel):
    """Names and values, none unknown; a name without a value counts as not written."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, str_strip_whitespace=True
    )


def like(pattern: str, sentence: str) -> AfterValidator:
    form = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(sentence)
        return value

    return AfterValidator(check)


def parsed(parse: Callable[[str], object], form: str, sentence: str) -> BeforeValidator:
    """Text of exactly this form only: pydantic alone takes a bare number for a timestamp."""

    def check(value: object) -> object:
        try:
            if isinstance(value, str) and re.fullmatch(form, value, re.ASCII):
                return parse(value)
        except ValueError:
            pass
        raise ValueError(sentence)

    return BeforeValidator(check)


def between(low: int, high: int) -> AfterValidator:
    """A term of zero or of years is a slip of the pen."""

    def check(value: int) -> int:
        if not low <= value <= high:
            raise ValueError(f"must be from {low} up to {high}")
        return value

    return AfterValidator(check)


def _filled(value: Items) -> Items:
    if not value:
        raise ValueError("must have at least one item")
    return value


def _on_one_line(value: str) -> str:
    if any(category(one) in {"Cc", "Cs"} for one in value):
        raise ValueError("must be on one line, without characters that cannot be seen")
    return value


FILLED = AfterValidator(_filled)
Text = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_on_one_line)]
Phone = Annotated[str, like(r"\+?[0-9() -]{3,20}", "must be a telephone number")]
Day = Annotated[
    date, parsed(date.fromisoformat, r"\d{4}-\d\d-\d\d", "must be a date such as 2026-12-08")
]
