"""What a list costs as the board grows: the same school of fifty open cases among ever more."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlmodel import Session, SQLModel

from meldcode.access import Relation
from meldcode.people import Role
from storage.migrate import migrate
from storage.places import Places
from storage.sql import insert
from storage.tables import (
    CaseRow,
    DueRow,
    MeetingRow,
    ParticipantRow,
    PersonRow,
    RoleRow,
    SchoolRow,
    ZboItemRow,
)
from storage.unit import Unit
from tests.bench.row import Row
from tests.storage.builders import Place, key_file, placed

NOW = datetime(2026, 11, 3, 10, tzinfo=UTC)
OF_A_SCHOOL = 50
"""Open cases of one school: far more than any has."""

FIRST = 10_000
MOST = int(os.environ.get("BENCH_CASES", "100000"))
TIMES = 60
LEASE = timedelta(minutes=5)
LISTS: dict[str, Callable[[Unit], object]] = {
    "Home of an IB'er": lambda unit: unit.lists.of_school("s0", viewer="s0-ib"),
    "Home of a teacher": lambda unit: unit.lists.of_raiser("s0-t0"),
    "Home of a partner": lambda unit: unit.lists.of_participant("s0-oka", NOW.date()),
    "what is overdue": lambda unit: unit.lists.overdue("s0", NOW.date(), "s0-ib"),
    "agenda of the ZBO": lambda unit: unit.meetings.items("s0-zbo"),
    "a child's name": lambda unit: unit.names.find("s0", "Robin"),
    "what is due now": lambda unit: unit.due.claim(NOW, LEASE, 50),
}


def lists(folder: Path) -> list[Row]:
    """At FIRST cases and at MOST."""
    place_of = Places.of(f"sqlite:///{folder / 'growth.sqlite'}")
    key = key_file(folder)
    migrate(place_of)
    with placed(folder / "growth.sqlite", key) as place:
        fill(place, 0, FIRST)
        before = {name: _took(place, list_) for name, list_ in LISTS.items()}
        fill(place, FIRST, MOST)
        after = {name: _took(place, list_) for name, list_ in LISTS.items()}
    against = f"the same at {FIRST:,} open cases"
    return [
        Row(f"{name}, at {MOST:,}", after[name], before[name], against, aim=2) for name in LISTS
    ]


def _took(place: Place, list_: Callable[[Unit], object]) -> float:
    """Milliseconds, the median; what was never asked before is not counted."""
    took = []
    for _ in range(TIMES):
        with place.unit() as unit:
            began = perf_counter()
            list_(unit)
            took.append(perf_counter() - began)
    return median(took[5:]) * 1000


def fill(place: Place, since: int, until: int) -> None:
    """Schools with their people and open cases, from one number of cases up to another."""
    for school in range(since // OF_A_SCHOOL, until // OF_A_SCHOOL):
        with Session(place.engine) as session, session.begin():
            insert(session, *_people(f"s{school}"))
            insert(session, *_cases(f"s{school}"))
        with place.unit() as unit:
            for number in range(0, OF_A_SCHOOL, 10):
                unit.names.add(f"s{school}-{number}", f"s{school}", "Robin Bos")


def _people(school: str) -> Iterator[SQLModel]:
    yield SchoolRow(
        id=school, name=school, contact_name="", contact_phone="", calendar={}, active=True
    )
    for name, role in (("ib", Role.INTERN_BEGELEIDER), ("t0", Role.TEACHER), ("oka", Role.OKA)):
        person = f"{school}-{name}"
        yield PersonRow(id=person, name=person, email=f"{person}@example.org", active=True)
        yield RoleRow(
            person_id=person, school_id=school, role=role, position=0, since=None, until=None
        )
    yield MeetingRow(
        id=f"{school}-zbo", school_id=school, at=NOW, chair_id=None, from_file=True, active=True
    )


def _cases(school: str) -> Iterator[SQLModel]:
    for number in range(OF_A_SCHOOL):
        case = f"{school}-{number}"
        raised = NOW - timedelta(days=number)
        yield CaseRow(
            id=case,
            code=f"{case}",
            school_id=school,
            status="open",
            raised_by=f"{school}-t0" if number % 10 == 0 else f"{school}-ib",
            holder_id=f"{school}-ib",
            raised_at=raised,
            read_at=raised,
            answered_at=raised,
            stage="consult",
            asked=False,
            next_check=(NOW + timedelta(days=number - 5)).date(),
            version=3,
            updated_at=raised,
        )
        at = NOW + timedelta(days=1 + number)
        yield DueRow(
            subject_kind="case", subject_id=case, key="look", kind="idle", audience="holder", at=at
        )
        if number % 10 == 0:
            yield ParticipantRow(case_id=case, person_id=f"{school}-oka", relation=Relation.OWNER)
            yield ZboItemRow(
                case_id=case,
                item_id="i",
                meeting_id=f"{school}-zbo",
                school_id=school,
                minutes=10,
                handled=False,
            )
