import pytest

from storage.unit import Unit
from tests.storage.builders import DAY, TODAY

pytestmark = pytest.mark.both_databases


def test_people_count_once(unit: Unit) -> None:
    """However often somebody practised since a day, at each school where they have a role."""
    for person, on in (("teacher", TODAY), ("teacher", TODAY), ("teacher", TODAY - DAY)):
        unit.practised.add(person, on)
    unit.practised.add("ib", TODAY)
    unit.practised.add("deputy", TODAY - 2 * DAY)
    unit.practised.add("other-ib", TODAY)

    assert unit.practised.count("s1", TODAY - DAY) == 2
    assert unit.practised.count("s2", TODAY - DAY) == 1
