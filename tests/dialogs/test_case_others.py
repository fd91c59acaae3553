from dataclasses import replace

import pytest

from dialogs.conversations.case import case as case_screen
from dialogs.screen import Screen
from meldcode import commands
from meldcode.access import Relation
from meldcode.case import Case
from meldcode.choices import Trend
from tests import builders
from tests.dialogs.desks import cases, desk
from tests.dialogs.reading import actions, buttons, keys, written
from tests.school import CHAIR, INTERN_BEGELEIDER, MEETING_ON, TEACHER

MARKED = builders.play(
    builders.raised(commands.RaiseSignal("mark-signal", child="mark-child")),
    commands.AddObservation("mark-observation"),
    commands.Write("mark-answer"),
    replace(builders.TALK, report="mark-talk"),
    replace(builders.ADVICE, advice="mark-advice", adviser="mark-adviser"),
    builders.SCHEDULE,
    replace(builders.WEIGH, risks="mark-risks", reason="mark-weighing"),
    builders.answer(1, builders.UNSAFE[0]),
    builders.AGREEMENT,
)
"""A case with a word of its own in every text but those that belong to the ZBO."""


def told(case: Case) -> Screen:
    return case_screen(desk(case, TEACHER))


def chaired(case: Case, part: str = "item") -> Screen:
    return case_screen(desk(case, CHAIR, part))


@pytest.mark.parametrize("name", cases())
def test_the_teacher_reads_a_plain_status(name: str) -> None:
    """At every stage the teacher reads in plain words where it is and what happens now."""
    found = keys(told(cases()[name]))

    assert "case.standing" in found
    assert [key for key in found if key.startswith("rsr.")] != []


def test_the_teacher_reads_her_own_words_and_the_answers() -> None:
    """What she told and what was written to her is there."""
    case = builders.play(builders.taken(), commands.Write("I will come by."))

    assert written(told(case)) == [builders.SIGNAL.text, builders.SIGNAL.child, "I will come by."]


def test_the_teacher_reads_nothing_else() -> None:
    """What others recorded stays with the care team, and it is said that there is more."""
    screen = told(MARKED)

    assert set(written(screen)) == {"mark-signal", "mark-child", "mark-observation", "mark-answer"}
    assert "st.partial" in keys(screen)


def test_the_teacher_reads_her_own_looks_only() -> None:
    """What she noted about the child stays hers to read; a look of the care team does not show."""
    own = commands.NoteFollowing(Trend.SAME, "mark-own")
    other = commands.NoteFollowing(Trend.SAME, "mark-other")
    case = builders.play(builders.decided(), own, by=TEACHER)
    screen = told(builders.play(case, other))

    assert "mark-own" in written(screen)
    assert "mark-other" not in written(screen)


def test_without_anything_hidden_nothing_is_said_to_be() -> None:
    """A fresh signal is all hers."""
    assert "st.partial" not in keys(told(builders.raised()))


BUTTONS = {
    "raised": ["hide", "add", "injury", "mark_own", "correct", "moves", "withdraw", "exclude"],
    "taken": ["hide", "add", "injury", "mark_own", "correct", "moves", "exclude"],
    "decided": [
        *("hide", "better", "same", "worse", "snooze"),
        *("add", "injury", "mark_own", "correct", "moves", "exclude"),
    ],
    "closed": ["hide", "new_signal", "opinion"],
    "withdrawn": ["hide", "new_signal"],
}


@pytest.mark.parametrize("name", BUTTONS)
def test_the_teacher_can_do_what_fits(name: str) -> None:
    """She takes back while nobody has read it, adds, answers, and tells how it goes."""
    assert actions(told(cases()[name])) == BUTTONS[name]


def test_a_question_to_the_teacher_makes_answering_first() -> None:
    """When the care team waits for her, the answer is the button that stands out."""
    case = builders.play(builders.taken(), commands.Write("When was it?", asks=True))
    (answer,) = [one for one in buttons(told(case)) if one.action == "answer"]

    assert answer.primary
    assert "rsr.asked" in keys(told(case))
    assert "rsr.asked" not in keys(told(builders.play(case, commands.Write("Today"), by=TEACHER)))


def test_her_own_agreement_is_shown_to_the_teacher() -> None:
    """What she agreed to do she can mark as done herself."""
    own = replace(builders.AGREEMENT, owner=TEACHER.id)
    case = builders.play(builders.taken(), own)

    assert own.what in written(told(case))
    assert "keep" in actions(told(case))


def test_the_chair_reads_the_item_only() -> None:
    """The question, earlier agreements and nothing of the signal behind them."""
    screen = chaired(MARKED)

    assert written(screen) == [builders.SCHEDULE.question, builders.AGREEMENT.what]
    assert "mark-" not in repr(screen)
    assert TEACHER.name not in repr(screen)


@pytest.mark.parametrize("name", cases())
def test_no_stage_shows_the_chair_a_signal(name: str) -> None:
    """At no stage does the chair's screen hold the words or the child of the signal."""
    case = cases()[name]
    if not case.items:
        return
    for part in ("", "item"):
        shown = repr(chaired(case, part))

        assert builders.SIGNAL.text not in shown
        assert "Sam" not in shown


def test_the_chair_records_what_came_out() -> None:
    """An item that waits has its outcome as the first button, about that item."""
    (outcome,) = [one for one in buttons(chaired(cases()["on_agenda"])) if one.action == "outcome"]

    assert outcome.primary
    assert outcome.handle == "handle-of-item"


def test_the_chair_weighs_and_decides_at_the_item() -> None:
    """What the order of the questions allows now is offered, and nothing once the case ended."""
    assert actions(chaired(cases()["on_agenda"])) == [
        *("hide", "outcome", "move_item", "weighing", "agreement"),
    ]
    assert actions(chaired(cases()["unsafe"])) == [
        "hide",
        "weighing",
        "question",
        "decision",
        "agreement",
    ]
    assert actions(chaired(cases()["closed"])) == ["hide"]


def test_the_chair_stays_at_the_item() -> None:
    """What is sent from the item's screen comes back to the item."""
    assert chaired(cases()["on_agenda"]).handle == "handle-of-item"
    assert desk(cases()["on_agenda"], CHAIR).relation is Relation.CHAIR


def test_the_chair_sees_how_far_the_questions_are() -> None:
    """Answers stand there without the reasons."""
    screen = chaired(builders.answered(*builders.UNSAFE))

    assert keys(screen).count("zbo.answer") == len(builders.UNSAFE)
    assert "This is why." not in written(screen)


def test_an_earlier_outcome_is_shown_with_a_new_item() -> None:
    """Who discusses a case again sees what came of it last time."""
    again = replace(builders.SCHEDULE, item="again", question="And now?")
    case = builders.play(builders.on_agenda(), builders.OUTCOME, again)

    assert written(chaired(case, "again")) == ["And now?", builders.OUTCOME.outcome]


def test_without_an_item_the_chair_chooses_one() -> None:
    """From the envelope of a case the chair finds its open items."""
    assert actions(chaired(builders.on_agenda(), "")) == ["hide", "open"]
    assert keys(chaired(builders.weighed(), "")).count("zbo.handled") == 1


def test_parents_who_were_not_invited_have_a_reason() -> None:
    """The chair reads whether parents come, and if not why."""
    alone = replace(builders.SCHEDULE, parents_invited=False, parents_reason="Not safe.")
    case = builders.play(builders.taken(), alone, by=INTERN_BEGELEIDER)

    assert "zbo.parents.no" in keys(chaired(case))
    assert "Not safe." in written(chaired(case))
    assert case.items[0].meeting_on == MEETING_ON
