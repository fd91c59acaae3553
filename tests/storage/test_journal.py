import pytest

from meldcode.events import Answered, Event, SignalRead
from storage.errors import TamperedError
from tests.storage.builders import HOUR, NOW, Place, raise_signal
from tests.storage.rewriting import digest, unguard

pytestmark = pytest.mark.both_databases

AFTERWARDS: tuple[Event, ...] = (SignalRead(), Answered("come by"), Answered("thanks"))


@pytest.fixture
def opened(place: Place) -> Place:
    """A store with two cases of four events each, whose guards somebody has taken away."""
    with place.unit() as unit:
        for case_id, code in (("case-1", "K7T4XM"), ("case-2", "B2C3D4")):
            case = raise_signal(unit, case_id, code)
            for hours, event in enumerate(AFTERWARDS):
                case = unit.cases.save(case, [event], "ib", NOW + hours * HOUR)
    unguard(place)
    return place


def broken_at(place: Place) -> int | None:
    with place.unit() as unit:
        return unit.journal.verify("case-1")


def test_an_untouched_case_is_whole(opened: Place) -> None:
    """A chain that nobody touched has no broken link."""
    assert broken_at(opened) is None


ATTACKS = {
    "author": ("UPDATE case_event SET by = 'x' WHERE case_id = 'case-1' AND seq = 2", 2),
    "moment": ("UPDATE case_event SET at = '2020-01-01' WHERE case_id = 'case-1' AND seq = 3", 3),
    "content": ("UPDATE case_event SET body = x'01' WHERE case_id = 'case-1' AND seq = 3", 3),
    "moved in": (
        "UPDATE case_event SET case_id = 'case-1', seq = seq + 4 WHERE case_id > 'case-1'",
        5,
    ),
    "taken out": ("DELETE FROM case_event WHERE case_id = 'case-1' AND seq = 2", 2),
    "tail cut": ("DELETE FROM case_event WHERE case_id = 'case-1' AND seq = 4", 4),
    "all gone": ("DELETE FROM case_event WHERE case_id = 'case-1'", 1),
    "counted down": ("UPDATE \"case\" SET version = 3 WHERE id = 'case-1'", 5),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_first_broken_link_is_named(opened: Place, attack: str) -> None:
    """Whatever is done to an event, checking names the first entry that no longer fits."""
    statement, expected = ATTACKS[attack]
    opened.sql(statement)

    assert broken_at(opened) == expected


def test_swapped_events_are_noticed(opened: Place) -> None:
    """Two entries that changed places break the chain at the first of them."""
    opened.sql("UPDATE case_event SET seq = -seq WHERE case_id = 'case-1' AND seq IN (2, 3)")
    opened.sql("UPDATE case_event SET seq = 5 + seq WHERE case_id = 'case-1' AND seq < 0")

    assert broken_at(opened) == 2


LOOK = "SELECT case_id, seq, at, by, body FROM case_event WHERE case_id = 'case-1' AND seq = ?"
HANG = "UPDATE case_event SET prev_hash = ? WHERE case_id = 'case-1' AND seq = ?"
SIGN = "UPDATE case_event SET hash = ? WHERE case_id = 'case-1' AND seq = ?"
FIRST = "SELECT hash FROM case_event WHERE case_id = 'case-1' AND seq = 1"


def rewrite(place: Place, seq: int, before: object) -> bytes:
    """Put an entry behind another hash and give it the hash that then belongs to it."""
    after = digest((before, *place.sql(LOOK, seq)[0]))
    place.sql(HANG, before, seq)
    place.sql(SIGN, after, seq)
    return after


def test_an_entry_hung_elsewhere_is_noticed(opened: Place) -> None:
    """An entry whose own hash is right, but that follows another one, breaks the chain."""
    rewrite(opened, 3, bytes(32))

    assert broken_at(opened) == 3


def test_a_rewritten_entry_breaks_the_next(opened: Place) -> None:
    """Who changes an entry and its hash must also change every later one."""
    opened.sql("UPDATE case_event SET by = 'x' WHERE case_id = 'case-1' AND seq = 2")
    changed = rewrite(opened, 2, opened.sql(FIRST)[0][0])
    opened.sql(HANG, changed, 3)

    assert broken_at(opened) == 3


def test_a_chain_holds_without_its_key(opened: Place) -> None:
    """A case whose key was destroyed can still be checked, but not read."""
    opened.vault.shred(["case-1"])

    assert broken_at(opened) is None


def test_a_moved_event_does_not_open(opened: Place) -> None:
    """An event that was put in another entry's place is refused, not shown."""
    opened.sql(
        "UPDATE case_event SET body = (SELECT body FROM case_event AS other"
        " WHERE other.case_id = case_event.case_id AND other.seq = 3) WHERE seq = 4"
    )

    with opened.unit() as unit, pytest.raises(TamperedError):
        unit.journal.load("case-1", "s1")
