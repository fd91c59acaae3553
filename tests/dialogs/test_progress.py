from dialogs.conversations.progress import progress
from meldcode.choices import Form
from meldcode.commands import SetForms
from meldcode.steps import MeldcodeStep
from tests.builders import OUTCOME, SCHEDULE, TALK, decided, play, taken
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


def test_where_talking_is_not_safe_nothing_urges_to_it() -> None:
    """The brake stands once, in place of all that would send somebody to the parents (R7)."""
    urging = {"asks.parents", "asks.again", "asks.tell_parents"}
    case = play(taken(), TALK, SCHEDULE, OUTCOME)
    braked = play(case, SetForms((Form.HONOUR,), disclosure=False))
    found = keys(progress(desk(braked)))

    assert {"asks.again", "asks.tell_parents"} <= set(keys(progress(desk(case))))
    assert found.count("talk.wait") == 1
    assert not urging & set(found)
