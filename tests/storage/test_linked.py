import pytest

from storage.unit import Unit
from tests.storage.builders import HOUR, NOW

pytestmark = pytest.mark.both_databases


def test_a_token_comes_back_until_it_is_dropped(unit: Unit) -> None:
    """Of one person only, the newest in place of the one before."""
    unit.linked.put("ib", "xoxp-old")
    unit.linked.put("ib", "xoxp-new")

    assert unit.linked.token("ib") == "xoxp-new"
    assert unit.linked.token("deputy") is None
    assert unit.linked.people() == ("ib",)

    unit.linked.drop("ib")
    assert not unit.linked.has("ib")


def test_a_state_counts_once(unit: Unit) -> None:
    """Only the newest of somebody, and one that was never given counts for nobody."""
    unit.linked.ask("ib", "link-1", NOW + HOUR)
    unit.linked.ask("ib", "link-2", NOW + HOUR)
    states = ("link-1", "link-2", "link-2", "link-3")

    assert [unit.linked.take(state, NOW) for state in states] == [None, "ib", None, None]


def test_a_state_expires(unit: Unit) -> None:
    """At its end it counts no more, and the next turn of the clock throws it away."""
    unit.linked.ask("ib", "link-1", NOW)
    unit.linked.ask("deputy", "link-2", NOW)
    unit.linked.purge(NOW)

    assert [unit.linked.take(state, NOW) for state in ("link-1", "link-2")] == [None, None]
    unit.linked.ask("ib", "link-3", NOW)
    assert unit.linked.take("link-3", NOW) is None


def test_who_leaves_the_page_links_nothing(unit: Unit) -> None:
    """Undoing a link also takes back what was asked and not yet done."""
    unit.linked.ask("ib", "link-1", NOW + HOUR)
    unit.linked.drop("ib")

    assert unit.linked.take("link-1", NOW) is None
