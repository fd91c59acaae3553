"""The shape of the organisation file: blocks as they stand in it, each value checked by itself.

A ValueError raised here is a sentence without its subject; the place is put before it.
"""

from datetime import time
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.calendars import hours
from bot.file_values import FILLED, Block, Day, Phone, Text, like, parsed
from meldcode.people import Role


def _lessons(value: str) -> str:
    hours(value)
    return value


Id = Annotated[str, like(r"[a-z0-9][a-z0-9-]{0,39}", "must be small letters, digits and dashes")]
Email = Annotated[str, like(r"[^@\s]+@[^@\s]+\.[^@\s.]+", "must be an e-mail address")]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday"]
Lessons = Annotated[str, AfterValidator(_lessons)]
Moment = Annotated[time, parsed(time.fromisoformat, r"\d\d:\d\d", 'must be a time such as "15:30"')]


class ContactBlock(Block):
    """Whom people of this school can call when the bot cannot help them."""

    name: Text
    phone: Phone


class SchoolBlock(Block):
    """`region` is the school's vacation region; `closed` and `opened` go before its vacations.

    `lessons` hold on every day but those that `lessons_on` names.
    """

    id: Id
    name: Text
    region: Literal["noord", "midden", "zuid"]
    contact: ContactBlock
    lessons: tuple[Lessons, ...] = ()
    lessons_on: dict[Weekday, tuple[Lessons, ...]] = Field(default_factory=dict)
    closed: tuple[Day, ...] = ()
    opened: tuple[Day, ...] = ()


class PersonBlock(Block):
    """`roles` maps the id of a school to the roles held there."""

    id: Id
    name: Text
    email: Email
    roles: Annotated[dict[Id, Annotated[tuple[Role, ...], FILLED]], FILLED]


class MeetingBlock(Block):
    """A ZBO meeting; without a `chair` whoever chairs the school's ZBO.

    `members` are the ids of people of the school or its partners, expected at every item.
    """

    id: Id
    school: Id
    on: Day
    at: Moment
    chair: Id | None = None
    members: tuple[Id, ...] = ()


class FileBlock(Block):
    version: Annotated[str, like("1", "must be 1, the only version there is")]
    schools: Annotated[tuple[SchoolBlock, ...], FILLED]
    people: Annotated[tuple[PersonBlock, ...], FILLED]
    meetings: tuple[MeetingBlock, ...] = ()
