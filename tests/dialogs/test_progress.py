from dialogs.conversations.progress import progress
from meldcode.steps import MeldcodeStep
from tests.builders import decided, taken
from tests.dialogs.desks import desk
from tests.dialogs.reading import keys, says
from tests.words import load


def test_both_routes_stand_side_by_side() -> None:
    """Each step of the meldcode has a line with the step of support beside it."""
    screen = progress(desk(taken()))
    found = [key for key in keys(screen) if key in {"progress.done", "progress.open"}]

    assert len(found) == len(MeldcodeStep)
    assert {"progress.done", "progress.open", "asks.weighing"} <= set(keys(screen))


def test_a_step_that_was_walked_has_its_first_day() -> None:
    """The line says that it was done and since when, in words."""
    told = [load("nl").of(text) for text in says(progress(desk(decided())))]

    assert any("samen wegen" in text and "gedaan, voor het eerst op" in text for text in told)
    assert not any("%" in text for text in told)
