from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case import Case
from meldcode.figures import Figure, figures
from meldcode.progress import Stage
from meldcode.suppression import Band, band, total
from tests import builders
from tests.builders_melding import reported
from tests.school import NOW

YEAR = timedelta(days=365)


def told(found: Iterable[Case], *, after: timedelta = -YEAR) -> dict[Figure, Band]:
    """What is told of these cases, from some time after NOW on."""
    return dict(figures({}, found, NOW + after, NOW + YEAR))


@pytest.mark.parametrize(
    "case, figure",
    [
        (builders.play(builders.taken(), builders.DISCUSSION), Figure.CONSULTATIONS),
        (builders.play(builders.taken(), builders.TALK), Figure.TALKS),
        (builders.weighed(), Figure.WEIGHINGS),
        (reported(), Figure.MELDING),
    ],
)
def test_what_was_done_counts_once_a_case(case: Case, figure: Figure) -> None:
    """Five cases are a number, however often it was done in one of them."""
    twice = replace(case, entries=case.entries * 2)

    assert told([twice] * 4)[figure] == band(0)
    assert told([twice] * 5)[figure] == band(5)


def test_what_was_done_in_another_year_does_not_count() -> None:
    """Before the first moment, or from the last one on."""
    found = [builders.weighed()] * 5

    assert told(found, after=YEAR / 2)[Figure.WEIGHINGS] == band(0)
    assert told(found, after=-YEAR)[Figure.WEIGHINGS] == band(5)


@given(st.dictionaries(st.sampled_from(Stage), st.integers(0, 60)))
def test_signals_are_told_beside_the_stages_that_they_add_up_from(stages: dict[Stage, int]) -> None:
    """All stages are parts of it, also those in which there is no case now."""
    counts = [stages.get(stage, 0) for stage in Stage]

    assert figures(stages, (), NOW, NOW)[Figure.SIGNALS] == total(counts)
