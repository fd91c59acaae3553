"""Where the demo keeps its data between runs: a clock, the chat, the store and its school."""

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.demo.clock import DemoClock
from bot.demo.school import demo_calendar, demo_organisation
from meldcode.schooldays import SchoolCalendar

AFTER_SCHOOL = time(15, 20)
"""The first start is after lessons, when messages may arrive at once."""

IN_USE = "A demo runs in this folder. Stop it first"

EVENING = time(17)
"""A first start later than this begins on the next school day."""


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    @property
    def chat(self) -> Path:
        return self.path / "chat.json"

    @property
    def key(self) -> Path:
        return self.path / "wegwijzer.key"

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.path.absolute() / 'wegwijzer.sqlite'}"

    @property
    def organisation_file(self) -> Path:
        return self.path / "organisation.yaml"

    @property
    def _clock(self) -> Path:
        return self.path / "clock.json"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other processes out for as long as this lasts, or until this process is gone.

        Raises:
            BlockingIOError: a demo runs in this folder; nothing was changed.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as taken:
                raise BlockingIOError(taken.errno, IN_USE, str(self.path)) from None
            yield

    def clock(self, real: Callable[[], datetime]) -> DemoClock:
        """The clock where it was left; at the first start, after school on a school day."""
        self.path.mkdir(parents=True, exist_ok=True)
        calendar = demo_calendar()
        if self._clock.exists():
            kept = json.loads(self._clock.read_text(encoding="utf-8"))
            return DemoClock(real, calendar, timedelta(seconds=kept["offset"]))
        start = _after_school(calendar, real())
        clock = DemoClock(real, calendar, start - real())
        self.keep(clock)
        return clock

    def keep(self, clock: DemoClock) -> None:
        kept = {"offset": clock.offset.total_seconds()}
        self._clock.write_text(json.dumps(kept), encoding="utf-8")

    def organisation(self, today: date) -> dict[str, Any]:
        """The invented school, written down once; meetings are added as the old ones pass."""
        fresh = demo_organisation(today)
        if self.organisation_file.exists():
            kept = yaml.safe_load(self.organisation_file.read_text(encoding="utf-8"))
            fresh["meetings"] = _continued(kept["meetings"], fresh["meetings"], today)
        text = yaml.safe_dump(fresh, allow_unicode=True, sort_keys=False)
        self.organisation_file.write_text(text, encoding="utf-8")
        return fresh


def _after_school(calendar: SchoolCalendar, now: datetime) -> datetime:
    """The next moment after lessons; `now` if that is one."""
    day = calendar.add(calendar.today(now), 0)
    start, end = (calendar.at(day, hour) for hour in (AFTER_SCHOOL, EVENING))
    return max(now, start) if now < end else calendar.at(calendar.add(day, 1), AFTER_SCHOOL)


def _continued(kept: list[Any], fresh: list[Any], today: date) -> list[Any]:
    """The meetings that were planned, and new ones once all of those have passed."""
    known = {meeting["id"] for meeting in kept}
    if any(meeting["on"] > today for meeting in kept):
        return kept
    return kept + [meeting for meeting in fresh if meeting["id"] not in known]
