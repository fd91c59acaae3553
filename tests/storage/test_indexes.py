from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from meldcode.people import Role
from storage.records import Message, Subject
from storage.unit import Unit
from tests.storage.builders import HOUR, MINUTE, NOW, TODAY, Place
from tests.storage.watching import statements

QUESTIONS: dict[str, Callable[[Unit], object]] = {
    "holder": lambda unit: unit.lists.of_holder("ib"),
    "raiser": lambda unit: unit.lists.of_raiser("teacher"),
    "asides": lambda unit: unit.lists.asides_of("teacher"),
    "school": lambda unit: unit.lists.of_school("s1"),
    "unassigned": lambda unit: unit.lists.unassigned("s1"),
    "overdue": lambda unit: unit.lists.overdue("s1", TODAY),
    "counts": lambda unit: unit.lists.counts("s1", NOW),
    "case": lambda unit: unit.cases.fold("case-1"),
    "agenda": lambda unit: unit.meetings.items("zbo-1"),
    "meetings": lambda unit: unit.meetings.upcoming("s1", NOW),
    "outcomes": lambda unit: unit.meetings.unhandled("s1", NOW),
    "due": lambda unit: unit.due.claim(NOW, MINUTE, 10),
    "duties": lambda unit: unit.due.sync(Subject("case", "case-1"), []),
    "outbox": lambda unit: unit.outbox.claim(NOW, MINUTE, 10),
    "address": lambda unit: unit.people.by_email("teacher@school.example", TODAY),
    "account": lambda unit: unit.people.by_platform("slack", "U1", TODAY),
    "role": lambda unit: unit.people.of_school("s1", Role.DEPUTY, TODAY),
    "thread": lambda unit: unit.threads.case_at("ib", Message("D1", "1.0")),
    "handle": lambda unit: unit.handles.resolve("nothing", "ib", NOW),
    "old drafts": lambda unit: unit.drafts.purge(NOW),
    "old handles": lambda unit: unit.handles.purge(NOW),
    "old receipts": lambda unit: unit.receipts.purge(NOW - HOUR),
    "slips": lambda unit: unit.slips.of_owner("teacher", "note", NOW),
    "slips of a school": lambda unit: unit.slips.of_school("s1", "advice", NOW),
    "old slips": lambda unit: unit.slips.purge(NOW),
    "second factor": lambda unit: unit.second_factors.has("ib"),
    "trainings": lambda unit: unit.trainings.of_people(["ib"]),
    "linked account": lambda unit: unit.linked.token("ib"),
    "link request": lambda unit: unit.linked.take("nothing", NOW),
    "old link requests": lambda unit: unit.linked.purge(NOW),
    "agreed": lambda unit: unit.agreed.has("teacher", "conduct"),
    "child": lambda unit: unit.names.find("s1", "Sam Bos"),
    "access": lambda unit: unit.access.lines("case-1"),
}


def plans(engine: Engine, executed: list[str]) -> list[str]:
    """How SQLite goes about these statements, in its own words."""
    with engine.begin() as connection:
        return [
            str(step[3])
            for statement in executed
            if not statement.startswith(("BEGIN", "PRAGMA"))
            for step in connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", tuple(None for _ in range(statement.count("?")))
            )
        ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_reads_a_whole_table(place: Place, question: str) -> None:
    """Each thing that a screen or the clock asks is found by an index, however large the store."""
    with statements() as executed, place.unit() as unit:
        QUESTIONS[question](unit)
    steps = plans(place.engine, executed)

    assert any(step.startswith("SEARCH") for step in steps)
    assert [step for step in steps if step.startswith("SCAN")] == []
