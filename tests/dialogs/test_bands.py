import pytest

from dialogs.conversations.home import home
from dialogs.desk import HomeDesk
from meldcode.suppression import band
from tests.dialogs.desks import room
from tests.dialogs.reading import keys, says
from tests.school import DIRECTOR


def test_the_director_reads_bands_of_what_got_in_the_way() -> None:
    """No number, no case and no words: only which band, and none of what is small (feature 50)."""
    numbers = {"time": 0, "waiting": 4, "zbo": 5, "partners": 9, "parents": 10, "other": 80}
    counts = {kind: band(number) for kind, number in numbers.items()}
    screen = home(HomeDesk(room(DIRECTOR), counts={}, bottlenecks=counts))
    bands = {
        (one.key, one.args["low"]): one.args["what"]
        for one in says(screen)
        if one.key.startswith("home.d.bottleneck.")
    }

    assert bands == {
        ("home.d.bottleneck.from", "50"): "other",
        ("home.d.bottleneck.between", "10"): "parents",
        ("home.d.bottleneck.between", "5"): "partners zbo",
    }
    assert "time" not in repr(screen)


@pytest.mark.parametrize("number", [0, 1, 4])
def test_of_what_is_small_nobody_reads_whether_it_was_there(number: int) -> None:
    """One case and none give the same page."""
    counts = {"time": band(number)}
    screen = home(HomeDesk(room(DIRECTOR), counts=counts, bottlenecks=counts))
    none = {"time": band(0)}

    assert screen == home(HomeDesk(room(DIRECTOR), counts=none, bottlenecks=none))
    assert "home.d.bottlenecks" not in keys(screen)
