import pytest

from storage.records import SecondFactor
from storage.unit import Unit
from tests.storage.builders import HOUR, NOW

pytestmark = pytest.mark.both_databases


def test_a_second_factor_comes_back_as_it_was(unit: Unit) -> None:
    """Of one person only, the newest in place of the one before, until it is dropped."""
    newest = SecondFactor(b"s" * 20, used=7, until=NOW, wrong=2, wait_until=NOW + HOUR)
    unit.second_factors.put("ib", SecondFactor(b"o" * 20))
    unit.second_factors.put("ib", newest)

    assert unit.second_factors.get("ib") == newest
    assert unit.second_factors.get("deputy") is None

    unit.second_factors.drop("ib")
    assert not unit.second_factors.has("ib")
