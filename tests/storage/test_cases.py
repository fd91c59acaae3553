import pytest

from meldcode.access import Action
from meldcode.case import Case
from meldcode.events import CaseTaken, SignalRead
from meldcode.people import Person
from storage.errors import CodeTakenError, ConflictError
from storage.records import AccessLine
from storage.unit import Unit
from tests.storage.builders import HOUR, NOW, SIGNAL, TODAY, raise_signal

pytestmark = pytest.mark.both_databases

LATER = NOW + HOUR


def person(unit: Unit, person_id: str) -> Person:
    found = unit.people.get(person_id, TODAY)
    assert found is not None
    return found


def opened(unit: Unit, case_id: str, by: str, action: Action = Action.READ) -> Case | None:
    return unit.cases.open(case_id, person(unit, by), action, LATER, "button")


def test_a_new_case_holds_its_signal(unit: Unit) -> None:
    """A case that was made comes back as it was made, for the care team of its school."""
    made = raise_signal(unit)

    assert opened(unit, "case-1", "ib") == made
    assert made.signal == SIGNAL
    assert (made.raised_by, made.raised_at) == ("teacher", NOW)


@pytest.mark.parametrize("stranger", ["other-ib", "director", "chair", "other-teacher"])
def test_not_yours_looks_like_not_there(unit: Unit, stranger: str) -> None:
    """Who may not open a case gets the same answer as for a case that does not exist."""
    raise_signal(unit)

    assert opened(unit, "case-1", stranger, Action.OPEN) is None
    assert opened(unit, "case-0", stranger, Action.OPEN) is None


def test_opening_leaves_a_line(unit: Unit) -> None:
    """Making a case, opening it and trying to are written down with person, moment and reason."""
    raise_signal(unit)
    opened(unit, "case-1", "ib")
    opened(unit, "case-1", "other-ib")

    assert unit.access.lines("case-1") == (
        AccessLine("case-1", "teacher", "create", "signal", NOW, granted=True),
        AccessLine("case-1", "ib", "read", "button", LATER, True, "intern_begeleider"),  # noqa: FBT003 - whether it was granted
        AccessLine("case-1", "other-ib", "read", "button", LATER, granted=False),
    )


def test_a_code_opens_like_a_button(unit: Unit) -> None:
    """A typed code leads to the case for who may open it, and to nothing for all others."""
    made = raise_signal(unit)
    for_ib, for_stranger = person(unit, "ib"), person(unit, "other-ib")

    assert unit.cases.open_by_code(made.code, for_ib, Action.READ, LATER, "code") == made
    assert unit.cases.open_by_code(made.code, for_stranger, Action.READ, LATER, "code") is None
    assert unit.cases.open_by_code("XXXXXX", for_ib, Action.READ, LATER, "code") is None
    assert len(unit.access.lines(made.id)) == 3


def test_saving_adds_to_the_journal(unit: Unit) -> None:
    """What happened is appended with its author, and the case that comes back knows it."""
    made = raise_signal(unit)
    saved = unit.cases.save(made, [SignalRead(), CaseTaken("ib")], "ib", LATER)

    assert saved == unit.cases.fold("case-1")
    assert [(entry.seq, entry.by, entry.at) for entry in saved.entries] == [
        (1, "teacher", NOW),
        (2, "ib", LATER),
        (3, "ib", LATER),
    ]
    assert saved.holder == "ib"


def test_nothing_happened_changes_nothing(unit: Unit) -> None:
    """Saving no events leaves the case and its moment of change as they were."""
    made = raise_signal(unit)
    saved = unit.cases.save(made, [], "ib", LATER)

    assert saved is made
    assert unit.lists.of_raiser("teacher")[0].updated_at == NOW


def test_who_saves_an_outdated_case_is_told(unit: Unit) -> None:
    """Two people who opened the same state cannot both change it unseen."""
    made = raise_signal(unit)
    saved = unit.cases.save(made, [CaseTaken("ib")], "ib", LATER)

    with pytest.raises(ConflictError):
        unit.cases.save(made, [CaseTaken("ib-two")], "ib-two", LATER)
    assert unit.cases.fold("case-1") == saved


def test_a_taken_code_is_drawn_again(unit: Unit) -> None:
    """A code that is in use is refused, leaves nothing behind, and another one then works."""
    raise_signal(unit, "case-1", "K7T4XM")

    with pytest.raises(CodeTakenError):
        raise_signal(unit, "case-2", "K7T4XM")
    assert unit.cases.fold("case-2") is None
    assert unit.access.lines("case-2") == ()
    assert raise_signal(unit, "case-2", "B2C3D4") == unit.cases.fold("case-2")
