import pytest

from storage.records import Message
from storage.unit import Unit
from tests.storage.builders import raise_signal

pytestmark = pytest.mark.both_databases

ROOT, TYPED = Message("D1", "1.0"), Message("D1", "2.0")


@pytest.fixture
def filled(unit: Unit) -> Unit:
    """A store with two cases."""
    raise_signal(unit, "case-1", "K7T4XM")
    raise_signal(unit, "case-2", "B2C3D4")
    return unit


def test_a_thread_leads_to_its_case(filled: Unit) -> None:
    """The first message about a case is found again from both sides, for its person only."""
    filled.threads.set_root("ib", "case-1", ROOT)

    assert filled.threads.root("ib", "case-1") == ROOT
    assert filled.threads.case_at("ib", ROOT) == "case-1"
    assert filled.threads.case_at("teacher", ROOT) is None
    assert filled.threads.case_at("ib", TYPED) is None
    assert filled.threads.root("ib", "case-2") is None


def test_a_vanished_first_message_is_replaced(filled: Unit) -> None:
    """A thread can start anew; the old one then leads nowhere."""
    again = Message("D1", "9.0")
    filled.threads.set_root("ib", "case-1", ROOT)
    filled.threads.set_root("ib", "case-1", again)

    assert filled.threads.root("ib", "case-1") == again
    assert filled.threads.case_at("ib", ROOT) is None


def test_a_typed_message_is_collected_once(filled: Unit) -> None:
    """A redelivered message is recognised by its place in chat."""
    assert filled.threads.collect(TYPED, "case-1", "ib")
    assert not filled.threads.collect(TYPED, "case-1", "ib")
    assert filled.threads.collect(Message("D2", "2.0"), "case-1", "ib")


def test_what_still_stands_in_chat_is_known(filled: Unit) -> None:
    """A typed message remains until it was removed; removing leads to its case."""
    filled.threads.collect(TYPED, "case-1", "ib")
    filled.threads.collect(Message("D2", "3.0"), "case-1", "teacher")
    before = filled.threads.remaining("case-1", "ib")

    assert before == (TYPED,)
    assert filled.threads.removed(TYPED) == "case-1"
    assert filled.threads.remaining("case-1", "ib") == ()
    assert filled.threads.removed(Message("D1", "99.0")) is None
