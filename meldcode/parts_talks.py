"""A talk that was planned."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from meldcode.choices import TalkWith
from meldcode.schooldays import SchoolCalendar


@dataclass(frozen=True, slots=True)
class Talk:
    """`out` once somebody told that it is over, `settled` once it is on record, held or not."""

    id: str
    on: date
    at: time | None
    with_whom: TalkWith
    leads: str
    colleague: str | None = None
    near: str | None = None
    prepared_with: str | None = None
    out: bool = False
    settled: bool = False

    @property
    def ahead(self) -> bool:
        """Whether it is still to come, or going on."""
        return not (self.out or self.settled)

    @property
    def inside(self) -> tuple[str, ...]:
        """Person ids of who has the talk."""
        return tuple(person for person in (self.leads, self.colleague) if person)

    @property
    def around(self) -> tuple[str, ...]:
        """Person ids of who has the talk and who stays near."""
        return (*self.inside, self.near) if self.near else self.inside

    @property
    def people(self) -> tuple[str, ...]:
        """The same, and who prepares it with them."""
        return (*self.around, self.prepared_with) if self.prepared_with else self.around

    def over_by(self, minutes: int, calendar: SchoolCalendar) -> datetime:
        """When somebody must have heard that it is over: at the end of the day if untimed."""
        if self.at is None:
            return calendar.at(self.on, calendar.open_hours.end)
        return calendar.at(self.on, self.at) + timedelta(minutes=minutes)
