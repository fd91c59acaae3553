"""The page on growth says what its figures come to."""

import re

from tests.contracts.scale_doc import PAGE, boards, figures, page
from tests.contracts.tree import read


def test_the_page_on_growth_is_computed_from_its_source() -> None:
    """Nobody changed a number by hand, or a figure without the page."""
    assert read(PAGE) == page()


def test_twice_the_schools_is_twice_the_work() -> None:
    """Nothing in it depends on more than the number of schools and what stands in the source."""
    one, twenty = boards()["one school"], boards()["a board of 20"]

    assert twenty.cases_a_year == 20 * one.cases_a_year
    assert twenty.gigabytes == 20 * one.gigabytes


def test_the_speed_is_that_of_the_page_on_speed() -> None:
    """Whoever measures anew also counts growth anew."""
    row = re.search(r"\| signals, ten at once \| ([\d.e+]+) per s", read("docs/performance.md"))

    assert row is not None
    assert figures()["signals_a_second"] == float(row[1])
