"""What somebody who is asked a question can see: the question, and nothing else of the case."""

from dataclasses import replace
from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import registry
from dialogs.code import shown
from dialogs.screen import Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.choices_consultation import ParentsKnow
from meldcode.commands import Command
from meldcode.people import Person
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, says, written
from tests.school import (
    AANDACHTSFUNCTIONARIS,
    CHAIR,
    COLLEAGUE,
    DIRECTOR,
    INTERN_BEGELEIDER,
    OKA,
    TEACHER,
)
from tests.words import load

QUESTION = "What did you see yourself?"
SECRETS = ("mark-", "zqx")
CHILD = "Zqx"


def raised() -> Case:
    """A case with a word of its own in every text."""
    return builders.play(
        builders.raised(commands.RaiseSignal("mark-signal", child=CHILD)),
        commands.AddObservation("mark-observation"),
        commands.Write("mark-answer"),
        replace(builders.TALK, report="mark-talk"),
        replace(builders.ADVICE, advice="mark-advice", adviser="mark-adviser"),
        replace(builders.SCHEDULE, question="mark-question"),
        replace(builders.DISCUSSION, text="mark-discussion"),
        replace(builders.OBSERVED, text="mark-class"),
        replace(builders.PLAN, sees_child="mark-neighbour"),
        builders.FORMS,
        asked(OKA, "mark-of-oka"),
    )


def asked(who: Person, question: str = QUESTION) -> commands.AskColleague:
    return replace(builders.CONSULT, consult=who.id, person=who.id, question=question)


def to_colleague() -> Case:
    """The same, with a question to a colleague who stays near to nobody."""
    other = replace(builders.PLAN, near=OKA.id, sees_child="mark-neighbour", talk="quiet")
    case = builders.play(raised(), commands.ComeOut("talk"), other, asked(COLLEAGUE))
    answer = commands.AnswerConsult(OKA.id, "mark-answer-of-oka")
    return builders.play(case, answer, by=OKA)


words = cache(partial(load, "nl"))


def everything(screen: Screen) -> str:
    """All that a person could read on it, and all that is filled in."""
    said = [words().of(text) for text in says(screen)]
    return "\n".join((*said, *written(screen), repr(screen.preset), screen.title.key))


def screens(case: Case, viewer: Person = COLLEAGUE) -> dict[str, Screen]:
    """Every screen there is, whichever button somebody could forge, with and without a part."""
    made = {**registry.SCREENS, **{f"after {n}": make for n, make in registry.AFTER.items()}}
    return {
        f"{name} {part}": make(desk(case, viewer, part))
        for name, make in made.items()
        for part in ("", *case.parts)
    }


def test_whatever_is_opened_holds_the_question_alone() -> None:
    """No screen shows the signal, the child, other answers, other questions or the code."""
    case = to_colleague()
    for name, screen in screens(case).items():
        text = everything(screen).lower()

        assert [secret for secret in SECRETS if secret in text] == [], name
        assert shown(case.code).lower() not in text, name
        assert set(actions(screen)) <= {"consult_answer", "consult_no"}, name


WISHES = st.lists(
    st.sampled_from(
        (
            commands.Write("mark-more"),
            commands.NoteFollowing(builders.NOTE.trend, "mark-look"),
            commands.SetForms((), disclosure=True),
            replace(builders.TALK, report="mark-again", child_words="mark-words"),
            replace(builders.WEIGH, reason="mark-weighed"),
            replace(builders.SHEET, seen="mark-seen"),
            replace(builders.AGREEMENT, what="mark-agreed"),
            asked(DIRECTOR, "mark-to-director"),
            asked(AANDACHTSFUNCTIONARIS, "mark-to-other"),
        )
    ),
    max_size=6,
)


@settings(max_examples=25)
@given(WISHES)
def test_nothing_that_happens_later_adds_to_it(wishes: list[Command]) -> None:
    """However the case goes on, the person asked sees no more of it."""
    case = builders.play(to_colleague(), builders.FOLLOW)
    for wish in wishes:
        ruling = builders.ask(case, wish)
        case = (
            builders.append(case, ruling, INTERN_BEGELEIDER) if isinstance(ruling, tuple) else case
        )
    for name in ("open", "consult_answer", "older1", "menu_consult", "talk", "close"):
        text = everything(registry.SCREENS[name](desk(case, COLLEAGUE))).lower()

        assert [secret for secret in SECRETS if secret in text] == [], name


def test_the_letter_holds_the_question_and_who_asks() -> None:
    """Above the question stands who asks and until when; that no name is given is said."""
    screen = registry.SCREENS["open"](desk(to_colleague(), COLLEAGUE))

    assert screen.name == "aside"
    assert written(screen) == [QUESTION]
    assert INTERN_BEGELEIDER.name in everything(screen)
    assert "letter.no_name" in keys(screen)


def test_a_shared_name_stands_in_the_letter() -> None:
    """Only if it was shared, and then without the reason for it."""
    shared = replace(
        asked(COLLEAGUE),
        name=CHILD,
        reason="mark-reason",
        parents_know=ParentsKnow.NO,
        because="mark-because",
    )
    case = builders.play(raised(), commands.ComeOut("talk"), shared)
    for name in ("open", "consult_answer"):
        screen = registry.SCREENS[name](desk(case, COLLEAGUE))

        assert written(screen) == [QUESTION, CHILD], name
        assert "mark-reason" not in everything(screen)
        assert "mark-because" not in everything(screen)


def test_the_answer_is_asked_below_the_question() -> None:
    """Whoever answers still sees what was asked, and reads who will read it."""
    screen = registry.SCREENS["consult_answer"](desk(to_colleague(), COLLEAGUE))

    assert screen.name == "consult_answer"
    assert written(screen) == [QUESTION]
    assert "letter.who_reads" in keys(screen)


@pytest.mark.parametrize("who", [CHAIR, AANDACHTSFUNCTIONARIS], ids=lambda one: one.id)
def test_whoever_has_more_of_the_case_finds_the_question_on_top(who: Person) -> None:
    """The chair and the aandachtsfunctionaris answer from their own screen of the case."""
    case = builders.play(builders.on_agenda(), asked(who))
    screen = registry.SCREENS["open"](desk(case, who))

    assert written(screen)[0] == QUESTION
    assert "consult_answer" in actions(screen)
    assert screen.name == "case"


def test_the_care_team_sees_what_waits_and_can_take_it_back() -> None:
    """In the menu stands who has not answered yet; an answer makes room."""
    case = builders.play(builders.taken(), asked(COLLEAGUE))
    answered = builders.play(case, commands.AnswerConsult(COLLEAGUE.id, "Hungry."), by=COLLEAGUE)

    assert "consult_withdraw" in actions(registry.SCREENS["menu_consult"](desk(case)))
    assert "consult_withdraw" not in actions(registry.SCREENS["menu_consult"](desk(answered)))
    assert "Hungry." in written(registry.SCREENS["open"](desk(answered)))


def test_the_teacher_reads_no_answers_of_others() -> None:
    """What a colleague answered stays with the care team."""
    case = builders.play(builders.taken(), asked(COLLEAGUE))
    case = builders.play(case, commands.AnswerConsult(COLLEAGUE.id, "mark-answer"), by=COLLEAGUE)
    screen = registry.SCREENS["open"](desk(case, TEACHER))

    assert SECRETS[0] not in everything(screen)
    assert QUESTION not in written(screen)


def test_the_name_is_a_second_step() -> None:
    """The first form has no place for it; what was typed goes along to the second and back."""
    typing = {"person": OKA.id, "asked_as": "oka", "question": "And at home?"}
    at = replace(desk(builders.taken()), typing=typing)
    first, second = registry.SCREENS["consult"](at), registry.SCREENS["consult_named"](at)

    assert first.form is not None
    assert "child" not in first.form.fields()
    assert dict(first.preset) == typing
    assert dict(second.preset) == typing | {"child": "Sam"}
    assert actions(first) == ["consult_named"]
    assert actions(second) == ["consult"]


def test_a_question_starts_with_what_somebody_saw() -> None:
    """Who does not know how to ask finds a first line that gives no reason."""
    screen = registry.SCREENS["consult"](desk(builders.taken()))

    assert words().filled(screen.preset["question"]) == "Wat zag of merkte je zelf?"


def test_the_sheet_is_at_hand_while_calling() -> None:
    """What was prepared stands above the form in which the advice is written down."""
    case = builders.play(builders.taken(), builders.SHEET)

    assert written(registry.SCREENS["advice"](desk(case))) == [
        builders.SHEET.seen,
        builders.SHEET.since,
        builders.SHEET.safe,
        builders.SHEET.question,
    ]
    assert registry.SCREENS["sheet"](desk(case)).preset["seen"] == builders.SHEET.seen
    assert written(registry.SCREENS["advice"](desk(builders.taken()))) == []


def test_the_teacher_reads_who_comes_to_look() -> None:
    """She sees the planned observation, and not what was seen."""
    case = builders.play(builders.taken(), builders.OBSERVE)
    before = registry.SCREENS["open"](desk(case, TEACHER))
    after = registry.SCREENS["open"](desk(builders.play(case, builders.OBSERVED), TEACHER))

    assert "chr.observe" in keys(before)
    assert builders.OBSERVED.text not in written(after)
