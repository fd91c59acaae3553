from dataclasses import replace

from dialogs import options
from dialogs.conversations.decision import decide
from dialogs.conversations.progress import progress
from dialogs.conversations.weighing import weigh
from meldcode.choices import Answer, Form, Present
from meldcode.commands import SetForms
from meldcode.people import Role
from meldcode.steps import MeldcodeStep
from tests.builders import (
    OUTCOME,
    SCHEDULE,
    TALK,
    UNSAFE,
    WEIGH,
    answer,
    answered,
    decided,
    on_agenda,
    play,
    taken,
)
from tests.dialogs.desks import desk, room
from tests.dialogs.reading import keys, says
from tests.school import CHAIR, SCHOOL, TEACHER
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


def test_school_reads_that_it_needs_its_partners() -> None:
    """On the form that weighs always, on that of the decision where it weighed alone."""
    alone = tuple(Present(one.id, next(iter(one.roles[SCHOOL]))) for one in (TEACHER, CHAIR))
    unsafe = tuple(answer(number, Answer.YES) for number in (1, 2))
    by_itself = play(on_agenda(), replace(WEIGH, present=alone), *unsafe)

    assert "weighing.partner" in keys(weigh(desk(taken())))
    assert "weighing.partner" in keys(decide(desk(by_itself)))
    assert "weighing.partner" not in keys(decide(desk(answered(*UNSAFE))))


def test_nobody_takes_part_in_a_technical_role() -> None:
    """Who looks after the app is not offered as somebody who weighs (domain.md R3)."""
    roles = {option.value.rpartition(":")[2] for option in options.roles(room())}

    assert Role.OKA in roles
    assert Role.ADMIN not in roles
