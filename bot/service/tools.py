"""What the service is built with; made once, in `bot.app`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar
from storage.records import School
from storage.store import Store
from storage.unit import Unit


class PlatformError(Exception):
    """The chat platform could not be asked or used now."""


class Ids(Protocol):
    """Fresh names: of cases and parts of cases, of what people say aloud; and chance, below 1."""

    def new_id(self, prefix: str) -> str: ...

    def case_code(self) -> str: ...

    def fraction(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """`platform` is the name under which accounts are kept; `handle_life` how long buttons work.

    `link_page` is where people allow the bot to remove their own messages, or empty.
    `privacy_officer` is the e-mail address of who hears what a self-scan finds; or empty.
    """

    store: Store
    clock: Callable[[], datetime]
    ids: Ids
    policy: Policy
    zone: ZoneInfo
    calendar_of: Callable[[School], SchoolCalendar]
    platform: str = "slack"
    handle_life: timedelta = timedelta(days=400)
    privacy_officer: str = ""
    link_page: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction at one moment: every function of the service gets this first."""

    unit: Unit
    tools: Tools
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(self.tools.zone).date()

    def calendar(self, school_id: str) -> SchoolCalendar:
        """The calendar of a school; of one that has gone, a plain one without holidays."""
        school = self.unit.people.school(school_id)
        return self.tools.calendar_of(school) if school else SchoolCalendar(self.tools.zone)

    def in_slot(self, school_id: str) -> bool:
        """Whether this is a moment for nudges at that school."""
        return self.calendar(school_id).next_slot(self.now) == self.now
