from collections.abc import Mapping
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversations.numbers import Numbers, numbers
from dialogs.screen import Part
from meldcode.choices import Bottleneck
from meldcode.figures import Figure
from meldcode.suppression import band
from tests.school import TODAY

T = TypeVar("T")
counts = st.integers(0, 70)
table = st.lists(st.fixed_dictionaries(dict.fromkeys(Figure, counts)), min_size=1, max_size=6)
hindering = st.dictionaries(st.sampled_from(Bottleneck), counts)


def made(schools: list[dict[Figure, int]], hindered: dict[Bottleneck, int]) -> tuple[Part, ...]:
    named = tuple(
        (f"School {number}", {one: band(count) for one, count in school.items()})
        for number, school in enumerate(schools)
    )
    return numbers(Numbers(TODAY, named, {kind: band(n) for kind, n in hindered.items()}))


def lowest(found: Mapping[T, int]) -> dict[T, int]:
    return {key: band(count).low for key, count in found.items()}


@given(table, hindering)
def test_the_board_reads_bands_and_nothing_more(
    schools: list[dict[Figure, int]], hindered: dict[Bottleneck, int]
) -> None:
    """Tables of which every count is in the same band give the same page, totals and all."""
    same = made([lowest(one) for one in schools], lowest(hindered))

    assert made(schools, hindered) == same
