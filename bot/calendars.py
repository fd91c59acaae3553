"""The school calendar of a school: public holidays, its region's vacations and its own days.

Vacations come from the package `holidays` (country NL, categories public and school), which takes
them from the ministry's regulations; each of the three regions is a subdivision there.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from holidays import country_holidays

from meldcode.schooldays import Hours, SchoolCalendar
from storage.records import School

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
REGIONS = ("noord", "midden", "zuid")
YEARS = range(2014, 2051)
"""From the first vacations the package knows; public holidays are computed, so known for ever."""

SUMMER = "Zomervakantie"
HOURS = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d) ?- ?((?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII)


def calendar_of(school: School, zone: ZoneInfo) -> SchoolCalendar:
    """The calendar that the organisation file describes for this school.

    Past `covered_until` it still knows weekends, public holidays and the school's own days.
    """
    own: Mapping[str, Any] = school.calendar
    return _calendar(
        zone,
        own["region"],
        tuple(own.get("closed", ())),
        tuple(own.get("opened", ())),
        tuple(own.get("lessons", ())),
        tuple((day, tuple(held)) for day, held in own.get("lessons_on", {}).items()),
    )


def covered_until(region: str) -> date:
    """The last day of the last summer vacation that is known; after it, vacations are missing."""
    return max(day for day, names in _free_days(region).items() if SUMMER in names)


def hours(text: str) -> Hours:
    """Hours as the organisation file writes them; ValueError with what is wrong."""
    match = HOURS.fullmatch(text)
    if match is None:
        raise ValueError('must look like "08:30-12:00"')
    start, end = map(time.fromisoformat, match.groups())
    if start >= end:
        raise ValueError("must start before they end")
    return Hours(start, end)


@lru_cache(maxsize=1024)
def _calendar(
    zone: ZoneInfo,
    region: str,
    closed: tuple[str, ...],
    opened: tuple[str, ...],
    lessons: tuple[str, ...],
    lessons_on: tuple[tuple[str, tuple[str, ...]], ...],
) -> SchoolCalendar:
    return SchoolCalendar(
        zone,
        closed=frozenset(_free_days(region)) | _days(closed),
        opened=_days(opened),
        public=frozenset(_public_holidays()),
        lessons=tuple(map(hours, lessons)),
        lessons_on=tuple(
            (WEEKDAYS.index(day), tuple(map(hours, held))) for day, held in lessons_on
        ),
    )


def _days(texts: Iterable[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))


@cache
def _public_holidays() -> Mapping[date, str]:
    """Those of the whole country; Liberation Day is one only once in five years."""
    return country_holidays("NL", years=YEARS, categories="public", expand=False)


@cache
def _free_days(region: str) -> Mapping[date, str]:
    """Day -> the Dutch names of what falls on it."""
    return country_holidays(
        "NL",
        subdiv=region.capitalize(),
        years=YEARS,
        categories=("public", "school"),
        language="nl",
        expand=False,
    )
