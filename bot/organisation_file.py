"""The shape of the organisation file: blocks as they stand in it, each value checked by itself.

A ValueError raised here is a sentence without its subject; the place is put before it.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, time
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)
from pydantic.dataclasses import dataclass

from bot.calendars import hours
from meldcode.people import Role
from meldcode.policy import Policy

Items = TypeVar("Items", bound=Collection[object])
LONGEST = 366
LIMITS = {"text_limit": (100, 3000), "draft_hours": (1, 168), "digests_a_week": (1, 5)}


def _like(pattern: str, sentence: str) -> AfterValidator:
    form = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(sentence)
        return value

    return AfterValidator(check)


def _parsed(parse: Callable[[str], object], form: str, sentence: str) -> BeforeValidator:
    """Text of exactly this form only: pydantic alone takes a bare number for a timestamp."""

    def check(value: object) -> object:
        try:
            if isinstance(value, str) and re.fullmatch(form, value, re.ASCII):
                return parse(value)
        except ValueError:
            pass
        raise ValueError(sentence)

    return BeforeValidator(check)


def _filled(value: Items) -> Items:
    if not value:
        raise ValueError("must have at least one item")
    return value


def _lessons(value: str) -> str:
    hours(value)
    return value


Id = Annotated[str, _like(r"[a-z0-9][a-z0-9-]{0,39}", "must be small letters, digits and dashes")]
Text = Annotated[str, Field(min_length=1, max_length=80)]
Email = Annotated[str, _like(r"[^@\s]+@[^@\s]+\.[^@\s.]+", "must be an e-mail address")]
Phone = Annotated[str, _like(r"\+?[0-9() -]{3,20}", "must be a telephone number")]
Lessons = Annotated[str, AfterValidator(_lessons)]
Day = Annotated[
    date,
    _parsed(date.fromisoformat, r"\d{4}-\d\d-\d\d", "must be a date such as 2026-12-08"),
]
Moment = Annotated[
    time, _parsed(time.fromisoformat, r"\d\d:\d\d", 'must be a time such as "15:30"')
]


class Block(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, str_strip_whitespace=True
    )


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid", hide_input_in_errors=True))
class PolicyBlock(Policy):
    """`Policy` with bounds: a term of zero or of years is a slip of the pen."""

    @field_validator("*")
    @classmethod
    def _within_bounds(cls, value: object, info: ValidationInfo) -> object:
        low, high = LIMITS.get(info.field_name or "", (1, LONGEST))
        numbers = value if isinstance(value, tuple) else (value,)
        if any(type(n) is int and not low <= n <= high for n in numbers):
            raise ValueError(f"must be from {low} up to {high}")
        return value


class ContactBlock(Block):
    """Whom people of this school can call when the bot cannot help them."""

    name: Text
    phone: Phone


class SchoolBlock(Block):
    """`region` is the school's vacation region; `closed` and `opened` go before its vacations."""

    id: Id
    name: Text
    region: Literal["noord", "midden", "zuid"]
    contact: ContactBlock
    lessons: tuple[Lessons, ...] = ()
    closed: tuple[Day, ...] = ()
    opened: tuple[Day, ...] = ()


class PersonBlock(Block):
    """`roles` maps the id of a school to the roles held there."""

    id: Id
    name: Text
    email: Email
    roles: Annotated[
        dict[Id, Annotated[tuple[Role, ...], AfterValidator(_filled)]], AfterValidator(_filled)
    ]


class MeetingBlock(Block):
    """A ZBO meeting; without a `chair` whoever chairs the school's ZBO."""

    id: Id
    school: Id
    on: Day
    at: Moment
    chair: Id | None = None


class FileBlock(Block):
    version: Annotated[str, _like("1", "must be 1, the only version there is")]
    policy: PolicyBlock = PolicyBlock()
    schools: Annotated[tuple[SchoolBlock, ...], AfterValidator(_filled)]
    people: Annotated[tuple[PersonBlock, ...], AfterValidator(_filled)]
    meetings: tuple[MeetingBlock, ...] = ()
