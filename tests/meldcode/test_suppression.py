from collections.abc import Iterator
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from meldcode.suppression import BANDS, EDGES, LIMIT, Band, band, together, total

FAR = 200
counts = st.integers(0, FAR)
small = st.integers(0, 24)
few = st.integers(0, 12)


def within(one: Band) -> range:
    """What a count in this band can be, with an end for the last one."""
    return range(one.low, (FAR if one.high is None else one.high) + 1)


@given(counts)
def test_a_count_is_told_in_one_band(count: int) -> None:
    """Every number is in exactly one, and none of them is narrower than the limit."""
    holding = [one for one in BANDS if count in within(one)]

    assert holding == [band(count)]
    assert all(len(within(one)) >= LIMIT for one in BANDS)
    assert all(edge % LIMIT == 0 for edge in EDGES)


def test_a_small_count_is_not_told_from_none() -> None:
    """Up to the limit there is one band, that of nothing."""
    assert {band(count) for count in range(LIMIT)} == {Band(0, LIMIT - 1)}
    assert band(0).hidden
    assert not band(LIMIT).hidden


@given(st.lists(counts, min_size=2, max_size=6))
def test_no_two_periods_give_a_small_count(grown: list[int]) -> None:
    """What came between two looks at a count that grew could be as many numbers as the limit."""
    looks = sorted(grown)
    for first, second in pairwise(looks):
        earlier, later = within(band(first)), within(band(second))
        least = max(0, later[0] - earlier[-1])

        assert later[-1] - earlier[0] - least + 1 >= LIMIT


def alike(parts: list[int]) -> Iterator[tuple[int, ...]]:
    """Everything that would be told in the same words: each count, and what is told of the sum."""
    said = total(parts)
    for other in product(*(within(band(one)) for one in parts)):
        if total(other) == said:
            yield other


@given(st.lists(small, min_size=2, max_size=3))
def test_no_sum_gives_away_a_part_of_it(parts: list[int]) -> None:
    """Whatever is told of a sum, each of its parts could still be anything in its own band."""
    possible = list(alike(parts))

    for place, count in enumerate(parts):
        assert {one[place] for one in possible} == set(within(band(count)))


@given(st.lists(few, min_size=2, max_size=3), st.data())
def test_no_sum_of_another_year_gives_away_more(parts: list[int], data: st.DataObject) -> None:
    """Of counts that grew since an earlier look, the sum of the later look tells nothing new."""
    before = [data.draw(st.integers(0, one), label="before") for one in parts]
    earlier = [within(band(one)) for one in before]
    for place in range(len(parts)):
        after = within(band(parts[place]))
        could = {b - a for a in earlier[place] for b in after if a <= b}
        found = {
            later[place] - a
            for later in alike(parts)
            if all(times[0] <= one for times, one in zip(earlier, later, strict=True))
            for a in earlier[place]
            if a <= later[place]
        }

        assert found == could


def test_where_the_sum_would_tell_it_is_held_back() -> None:
    """Nine and one of two schools: "ten or more" would tell that the small one is not none."""
    assert total([9, 1]) == total([5, 0]) == Band(5, 19)
    assert total([9, 1, 0]) == Band(10, 19)


@given(st.lists(counts, max_size=6))
def test_what_follows_from_bands_holds(parts: list[int]) -> None:
    """The sum is in it, and counts in the same bands give the same."""
    said = together(map(band, parts))

    assert said == together(band(band(one).low) for one in parts)
    assert said.low <= sum(parts) <= (said.high or 10**9) or not parts


@given(st.lists(counts, min_size=1, max_size=12))
def test_what_is_told_of_a_sum_is_true(parts: list[int]) -> None:
    """The sum is in the band that is told."""
    said = total(parts)

    assert said.low <= sum(parts)
    assert said.high is None or sum(parts) <= said.high


@given(st.lists(small, min_size=1, max_size=7), st.lists(small, min_size=1, max_size=7))
def test_no_two_sums_give_a_small_count(earlier: list[int], later: list[int]) -> None:
    """What came between two looks at a sum, of which the parts went elsewhere, stays as wide."""
    early, late = sorted([earlier, later], key=sum)
    before, after = within(total(early)), within(total(late))
    least = max(0, after[0] - before[-1])

    assert after[-1] - before[0] - least + 1 >= LIMIT
