import pytest

from storage.unit import Unit
from tests.storage.builders import DAY, NOW

pytestmark = pytest.mark.both_databases


def test_only_the_first_may_do_the_work(unit: Unit) -> None:
    """A redelivered submission finds the result of the first."""
    first = unit.receipts.claim("view:V1:teacher", NOW)
    unit.receipts.finish("view:V1:teacher", "case-1")
    second = unit.receipts.claim("view:V1:teacher", NOW)

    assert (first, second) == (True, False)
    assert unit.receipts.result("view:V1:teacher") == "case-1"


def test_what_never_came_has_no_result(unit: Unit) -> None:
    """A key that nobody claimed, or that came to nothing yet, has no result."""
    unit.receipts.claim("claimed", NOW)

    assert unit.receipts.result("claimed") is None
    assert unit.receipts.result("unknown") is None


def test_old_receipts_are_deleted(unit: Unit) -> None:
    """Receipts are kept as long as a redelivery can come, and no longer."""
    unit.receipts.claim("old", NOW)
    unit.receipts.claim("new", NOW + DAY)

    assert unit.receipts.purge(NOW + DAY) == 1
    assert unit.receipts.claim("old", NOW + DAY)
    assert not unit.receipts.claim("new", NOW + DAY)
