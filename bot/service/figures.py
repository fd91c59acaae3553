"""Counts of a school in bands, for its director, its evidence and its board."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.service.tools import Work
from meldcode.case import Case
from meldcode.choices import Bottleneck
from meldcode.figures import Figure, figures
from meldcode.parts import Status
from meldcode.progress import Stage
from meldcode.suppression import Band, band, together
from storage.caselist import CaseLine

NEW_SCHOOL_YEAR = (8, 1)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """From `since` up to `until`; `viewer` is who looks, who may be kept out of cases."""

    since: datetime
    until: datetime
    viewer: str = ""


def this_year(work: Work, viewer: str = "") -> SchoolYear:
    return school_year(work, first_year(work.today), viewer)


def first_year(day: date) -> int:
    """In which year the school year of this day began."""
    return day.year - ((day.month, day.day) < NEW_SCHOOL_YEAR)


def school_year(work: Work, year: int, viewer: str = "") -> SchoolYear:
    """The one that begins in `year`."""
    return SchoolYear(_begin(work, year), _begin(work, year + 1), viewer)


def stages(work: Work, schools: Iterable[str], year: SchoolYear) -> Mapping[str, Band]:
    """Where the signals of a year are now; of several schools no more than of each."""
    lists = work.unit.lists
    found = [lists.counts(one, year.since, year.viewer, year.until) for one in schools]
    return {one: together(band(counts.get(one, 0)) for counts in found) for one in Stage}


def bottlenecks(work: Work, schools: Iterable[str], year: SchoolYear) -> Mapping[str, Band]:
    """What got in the way in cases that were closed in a year, in the same way."""
    lists = work.unit.lists
    found = [lists.bottlenecks(one, year.since, year.viewer, year.until) for one in schools]
    return {one: together(band(counts.get(one, 0)) for counts in found) for one in Bottleneck}


def used(work: Work, school: str, year: SchoolYear) -> Mapping[Figure, Band]:
    """What was done in a year; cases in which nothing was written since are not even opened."""
    told = work.unit.lists.counts(school, year.since, year.viewer, year.until)
    lines = work.unit.lists.of_school(school, *Status, viewer=year.viewer)
    alive = (line for line in lines if line.updated_at >= year.since)
    return figures(told, _cases(work, alive), year.since, year.until)


def _begin(work: Work, year: int) -> datetime:
    return datetime(year, *NEW_SCHOOL_YEAR, tzinfo=work.tools.zone)


def _cases(work: Work, lines: Iterable[CaseLine]) -> Iterator[Case]:
    for line in lines:
        case = work.unit.cases.fold(line.id)
        if case is not None:
            yield case
