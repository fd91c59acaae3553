"""Computes docs/scale.md from docs/scale.yaml: `python -m tests.contracts.scale_doc`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.contracts.tree import ROOT, read

SOURCE, PAGE = Path("docs/scale.yaml"), Path("docs/scale.md")
MARK = "<!-- `make docs` writes what follows from docs/scale.yaml. -->\n"
PARTS = {"assumed": "Assumed", "measured": "Measured", "limits": "Limits"}

Figures = dict[str, float]


@dataclass(frozen=True)
class Board:
    """All that a board of so many schools comes to, of the larger number of signals."""

    schools: int
    signals: float
    known: Figures

    @property
    def cases_a_year(self) -> float:
        return self.schools * self.signals

    @property
    def cases_on_the_busiest_day(self) -> float:
        return self.cases_a_year / self.known["school_days"] * self.known["busiest"]

    @property
    def messages_a_day(self) -> float:
        about = self.cases_a_year * self.known["messages"] / self.known["school_days"]
        return about + self.people_in_the_morning

    @property
    def people_in_the_morning(self) -> float:
        return self.schools * self.known["morning"]

    @property
    def morning_in_slack(self) -> float:
        """Minutes until the last message of the day has gone out."""
        slowest = min(self.known["posts_a_minute"], self.known["accounts_a_minute"])
        return self.people_in_the_morning / slowest

    @property
    def first_morning_in_slack(self) -> float:
        """The same on the first day after the process was started anew."""
        return self.people_in_the_morning / self.known["chats_a_minute"]

    @property
    def morning_in_teams(self) -> float:
        """The same in a tenant; sending is one request."""
        return self.people_in_the_morning / (60 * self.known["teams_a_second"])

    @property
    def busiest_second(self) -> float:
        return self.cases_on_the_busiest_day * self.known["told_in_a_minute"] / 60

    @property
    def writing(self) -> float:
        """The part of what one process with a file can keep, in the busiest second."""
        return self.busiest_second / self.known["signals_a_second"]

    @property
    def gigabytes(self) -> float:
        cases = self.cases_a_year * self.known["years"]
        return cases * self.known["entries"] * self.known["kilobytes"] / 1e6

    @property
    def key_megabytes(self) -> float:
        return self.cases_a_year * self.known["years"] * self.known["key_kilobytes"] / 1e3


ROWS: tuple[tuple[str, Callable[[Board], float]], ...] = (
    ("cases in a year", lambda one: one.cases_a_year),
    ("signals on the busiest day", lambda one: one.cases_on_the_busiest_day),
    ("messages a day", lambda one: one.messages_a_day),
    ("minutes until all have the message of the day, in Slack", lambda one: one.morning_in_slack),
    ("the same after a new start", lambda one: one.first_morning_in_slack),
    ("the same in Teams", lambda one: one.morning_in_teams),
    ("signals in the busiest second", lambda one: one.busiest_second),
    ("part of what one process keeps", lambda one: one.writing),
    ("GB of store after all those years", lambda one: one.gigabytes),
    ("MB of keys", lambda one: one.key_megabytes),
)


@cache
def source() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(read(SOURCE))
    return found


def figures() -> Figures:
    """By name; of a range the upper end."""
    return {
        one["name"]: one["value"][-1] if isinstance(one["value"], list) else one["value"]
        for part in PARTS
        for one in source()[part]
    }


def boards() -> dict[str, Board]:
    known = figures()
    return {
        one["name"]: Board(one["schools"], known["signals"], known) for one in source()["boards"]
    }


def page() -> str:
    written, _, _ = read(PAGE).partition(MARK)
    return written + MARK + "".join(_made())


def _made() -> Iterator[str]:
    yield "\n## What it comes to\n\nWith the larger number of signals.\n\n"
    yield from _table(("", *boards()), (_row(*row) for row in ROWS))
    yield "\n## From what\n"
    for part, title in PARTS.items():
        yield f"\n### {title}\n\n"
        rows = ((_said(one["value"]), one["unit"], one["why"].strip()) for one in source()[part])
        yield from _table(("figure", "of what", "from where"), rows)


def _row(name: str, of: Callable[[Board], float]) -> tuple[str, ...]:
    return (name, *(_rounded(of(board)) for board in boards().values()))


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cells)} |\n"


def _said(value: Any) -> str:  # noqa: ANN401 - a number or a range, as the file has it
    return " to ".join(map(str, value)) if isinstance(value, list) else str(value)


def _rounded(value: float) -> str:
    """Two figures that count: more would claim that more is known."""
    return f"{float(f'{value:.2g}'):,.10g}"


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), encoding="utf-8")
