"""The invented school of the demo, with meetings that lie ahead whenever it is started."""

from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.calendars import calendar_of
from bot.organisation_file import SchoolBlock
from bot.organisation_records import school_of
from meldcode.schooldays import SchoolCalendar

FILE = Path(__file__).with_name("school.yaml")
POLICY = Path(__file__).with_name("policy.yaml")
"""That of an invented board, which has confirmed its promises, terms and numbers."""

ZONE = ZoneInfo("Europe/Amsterdam")
MEMBERS = ("yara",)
"""The OKA sits in every meeting."""

MEETINGS_AHEAD = (6, 16)
"""School days: the first leaves room for both agenda summaries (3 and 1 school days before)."""


def demo_calendar() -> SchoolCalendar:
    """The school's calendar, made as that of any school."""
    return calendar_of(school_of(SchoolBlock.model_validate(_load()["schools"][0])), ZONE)


def demo_organisation(today: date) -> dict[str, Any]:
    """The organisation file as plain data, with two meetings added: 6 and 16 school days ahead."""
    organisation = _load()
    school = organisation["schools"][0]
    calendar = demo_calendar()
    days = [calendar.add(today, ahead) for ahead in MEETINGS_AHEAD]
    organisation["meetings"] = [_meeting(school["id"], day) for day in days]
    return organisation


def _load() -> dict[str, Any]:
    organisation: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return organisation


def _meeting(school: str, day: date) -> dict[str, Any]:
    at = {"id": f"zbo-{day}", "school": school, "on": day, "at": "15:30"}
    return {**at, "chair": "noor", "members": list(MEMBERS)}
