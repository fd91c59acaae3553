import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.changes import CHANGES
from meldcode.decide import RULES
from meldcode.parts import Status
from tests.builders import closed, decided, new, play, raised, taken, withdrawn
from tests.contracts.steps_doc import leads_to
from tests.school import DEPUTY, INTERN_BEGELEIDER, NOW, TEACHER

ONLY_TOLD = {
    *("AdvicePrepared", "AdviceReceived", "DiscussionHeld", "OkaContacted", "AftercareDone"),
    *("FollowerWrote", "InjuryNoted", "FollowerAnswered", "GuestWrote", "OpinionGiven"),
    "ConfidentialWritten",
}


def test_a_case_without_entries_is_empty() -> None:
    """It has its number, code and school, and nothing that anybody told."""
    assert Case.fold("case", "K7T4XM", "school", ()) == new()
    assert (new().version, new().status, new().signal) == (0, Status.NEW, None)


@pytest.mark.parametrize(
    "case, ended",
    [
        (raised(), False),
        (taken(), False),
        (decided(), False),
        (closed(), True),
        (withdrawn(), True),
    ],
    ids=["raised", "taken", "decided", "closed", "withdrawn"],
)
def test_a_case_ends_by_closing_or_withdrawing(case: Case, ended: bool) -> None:  # noqa: FBT001 - a row of the table
    """Everything else leaves it open."""
    assert case.ended == ended


def test_every_event_changes_the_case_or_is_only_told() -> None:
    """No event is forgotten in the fold: those that change nothing but the record are named."""
    made = {event for rule in RULES.values() for event in leads_to(rule)}

    assert {event.__name__ for event in made - set(CHANGES)} == ONLY_TOLD


def test_the_first_reading_and_answer_stay() -> None:
    """How long a teacher waited is counted to the first word, whoever writes later."""
    case = play(raised(), commands.Write("I come by."))

    later = play(case, commands.Write("Me too."), by=DEPUTY, now=NOW.replace(hour=15))

    assert (later.read_at, later.answered_at) == (NOW, NOW)
    assert later.holder == INTERN_BEGELEIDER.id


def test_the_journal_says_who_and_when() -> None:
    """Each entry has its number, its author and its instant."""
    case = play(raised(), commands.TakeCase(), now=NOW.replace(hour=12))

    assert [(entry.seq, entry.by, entry.at.hour) for entry in case.entries] == [
        (1, TEACHER.id, 10),
        (2, INTERN_BEGELEIDER.id, 12),
        (3, INTERN_BEGELEIDER.id, 12),
    ]
