from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs import registry
from dialogs.conversations.help import ANSWERS, MYTHS, help_screen
from dialogs.desk import Desk
from dialogs.screen import Screen
from meldcode import commands
from meldcode.choices import Answer, Decision, Urgency
from meldcode.people import Person, Role
from tests import builders
from tests.dialogs.desks import MEETING, STAFF, cases, desk
from tests.dialogs.reading import actions, keys, says, written
from tests.school import CHAIR, INTERN_BEGELEIDER, NOW, SCHOOL, TEACHER
from tests.words import load

YES, NO, DOUBT = Answer.YES, Answer.NO, Answer.DOUBT


def opened(action: str, at: Desk) -> Screen:
    return registry.SCREENS[action](at)


def read(screen: Screen) -> list[str]:
    texts = load("nl")
    return [texts.of(text) for text in says(screen)]


RECIPIENTS = (
    (INTERN_BEGELEIDER, "taken", f"Dit gaat naar één persoon: {TEACHER.name}. Controleer de naam."),
    (TEACHER, "taken", f"Dit gaat naar één persoon: {INTERN_BEGELEIDER.name}. Controleer de naam."),
    (TEACHER, "raised", "Dit gaat naar het zorgteam van je school."),
)


@pytest.mark.parametrize("viewer, name, text", RECIPIENTS, ids=["care", "teacher", "nobody yet"])
def test_above_an_answer_stands_who_will_read_it(viewer: Person, name: str, text: str) -> None:
    """A wrong recipient is seen before anything is sent."""
    assert text in read(opened("answer", desk(cases()[name], viewer)))


def test_first_lines_are_for_the_care_team() -> None:
    """A hesitant IB'er gets three warm beginnings; the teacher needs none."""
    case = builders.taken()

    assert actions(opened("answer", desk(case))) == ["chip1", "chip2", "chip3"]
    assert actions(opened("answer", desk(case, TEACHER))) == []


def test_a_first_line_comes_after_what_was_typed() -> None:
    """A tap on a first line loses nothing and may be repeated with another."""
    typing = replace(desk(builders.taken()), typing={"text": "Hello"})
    fresh, after = opened("chip1", desk(builders.taken())), opened("chip1", typing)
    first_line = load("nl").entries["ib.chip1"]

    assert load("nl").filled(fresh.preset["text"]) == first_line
    assert load("nl").filled(after.preset["text"]) == f"Hello\n{first_line}"
    assert fresh.edition != after.edition


def test_only_meetings_to_come_can_be_chosen() -> None:
    """Of the meetings, those that are over are not offered; the soonest is first."""
    past = replace(MEETING, id="past", at=NOW - timedelta(days=1))
    later = replace(MEETING, id="later", at=MEETING.at + timedelta(days=7))
    room = replace(desk(builders.taken()).room, meetings=(later, past, MEETING))
    screen = opened("schedule", replace(desk(builders.taken()), room=room))

    assert [option.value for option in screen.options["meeting"]] == ["meeting", "later"]


def test_without_a_meeting_it_says_what_to_do() -> None:
    """Nobody gets a form that cannot be sent."""
    room = replace(desk(builders.taken()).room, meetings=())
    screen = opened("schedule", replace(desk(builders.taken()), room=room))

    assert screen.form is None
    assert "zbo.none" in keys(screen)


def test_somebody_in_two_roles_can_be_chosen_in_either() -> None:
    """Who takes part as chair and as IB'er says in which role."""
    both = INTERN_BEGELEIDER.roles[SCHOOL] | CHAIR.roles[SCHOOL]
    double = Person("double", "Jo", {SCHOOL: both})
    room = replace(desk(builders.taken()).room, staff=(double,))
    screen = opened("weighing", replace(desk(builders.taken()), room=room))

    assert [one.value for one in screen.options["present"]] == [
        "double:intern_begeleider",
        "double:zbo_chair",
    ]


QUESTIONS = (
    ((), "question1"),
    ((YES,), "question2"),
    ((YES, NO), "question3"),
    ((YES, NO, YES), "question4"),
    ((YES, NO, YES, YES), "question5"),
)


@pytest.mark.parametrize("answers, name", QUESTIONS, ids=[name for _, name in QUESTIONS])
def test_only_the_next_question_is_asked(answers: tuple[Answer, ...], name: str) -> None:
    """The five questions come one at a time, in their order."""
    assert opened("question", desk(builders.answered(*answers))).name == name


DONE = ((NO,), builders.SAFE)


@pytest.mark.parametrize("answers", DONE, ids=["no suspicion", "all"])
def test_after_the_last_question_there_is_none(answers: tuple[Answer, ...]) -> None:
    """Then it says to record the decision."""
    assert "question.done" in keys(opened("question", desk(builders.answered(*answers))))


def test_the_questions_come_after_the_weighing() -> None:
    """Without a weighing it says so."""
    assert "err.weigh_first" in keys(opened("question", desk(builders.taken())))


@pytest.mark.parametrize("answers", [(YES,), (YES, YES), (YES, DOUBT)], ids=str)
def test_the_phone_number_stands_with_safety(answers: tuple[Answer, ...]) -> None:
    """At the question about safety, and after "yes" or "doubt" to it, the number is there."""
    screen = opened("question", desk(builders.answered(*answers)))

    assert any("0800-2000" in text for text in read(screen))


def test_when_safe_no_number_distracts() -> None:
    """The questions about help come without it."""
    screen = opened("question", desk(builders.answered(YES, NO)))

    assert not any("0800-2000" in text for text in read(screen))


OUTCOMES = (
    ((YES, YES), "decision_report", ("melding", "both"), "dec.unsafe"),
    ((DOUBT, DOUBT), "decision_report", ("melding", "both"), "dec.unsafe"),
    ((YES, NO, NO), "decision_report", ("melding", "both"), "dec.not_enough"),
    (builders.SAFE, "decision_help", ("help", "both"), "dec.who"),
)


@pytest.mark.parametrize("answers, name, values, key", OUTCOMES, ids=map(str, range(4)))
def test_only_what_the_answers_leave_can_be_decided(
    answers: tuple[Answer, ...], name: str, values: tuple[str, ...], key: str
) -> None:
    """With "yes" or "doubt" about safety, help alone cannot even be chosen (domain.md R2)."""
    screen = opened("decision", desk(builders.answered(*answers)))

    assert screen.name == name
    assert screen.form is not None
    assert screen.form.fields()["decision"].values == values  # type: ignore[union-attr]  # it is a Choice
    assert key in keys(screen)


def test_without_a_suspicion_there_is_nothing_to_choose() -> None:
    """Then the decision is fixed, and only its reason and the parents are asked for."""
    screen = opened("decision", desk(builders.answered(NO)))

    assert screen.form is not None
    assert list(screen.form.fields()) == [
        *("present", "partners", "partner_roles", "reason", "informs_parents", "not_informing")
    ]
    assert builders.decision(Decision.NO_SUSPICION).reporter is None


def test_a_decision_comes_after_the_questions() -> None:
    """While a question waits it says so."""
    assert "err.questions_first" in keys(opened("decision", desk(builders.weighed())))


def test_putting_off_too_often_asks_why() -> None:
    """After three times a reason is a question of its own."""
    case = builders.decided()
    often = builders.play(case, *[commands.Snooze(1)] * 3)

    assert opened("snooze", desk(case)).name == "snooze"
    assert opened("snooze", desk(often)).name == "snooze_why"


def test_more_worries_are_one_tap_from_sending() -> None:
    """The form opens with the answer already chosen and the phone number on top."""
    screen = opened("worse", desk(builders.decided(), TEACHER))

    assert screen.preset == {"trend": "worse"}
    assert "note.worse" in keys(screen)


def test_better_and_same_are_sent_at_once() -> None:
    """For good news one tap is enough."""
    assert {"better", "same"} <= set(registry.COMMANDS)


@pytest.mark.parametrize(
    "extra, key",
    [
        (builders.AGREEMENT, "err.agreements_open"),
        (builders.SCHEDULE, "err.items_open"),
    ],
    ids=["agreement", "item"],
)
def test_what_is_still_open_comes_before_closing(extra: commands.Command, key: str) -> None:
    """Who closes too early reads what must be done first."""
    case = builders.play(builders.taken(), extra)
    screen = opened("close", desk(case))

    assert screen.form is None
    assert key in keys(screen)


def test_with_danger_the_talk_can_wait() -> None:
    """Before a talk is recorded it says whom to call first, but only with danger or doubt."""
    danger = replace(builders.SIGNAL, urgency=Urgency.NOW)

    assert "talk.wait" in keys(opened("talk", desk(builders.raised(danger))))
    assert "talk.wait" not in keys(opened("talk", desk(builders.raised())))


def test_help_answers_what_people_ask() -> None:
    """Every answer is there, with the danger line and the way to tell something."""
    screen = help_screen()

    assert {"home.danger", "home.privacy", *ANSWERS, *MYTHS} <= set(keys(screen))
    assert actions(screen) == ["new_signal", "signs", "colleague"]


def test_the_outcome_is_asked_with_its_question() -> None:
    """Who writes down what came out sees what was asked."""
    screen = opened("outcome", desk(builders.on_agenda(), CHAIR, "item"))

    assert written(screen) == [builders.SCHEDULE.question]
    assert screen.handle == "handle-of-item"


def test_staff_can_be_chosen_by_name() -> None:
    """Everybody of the school but its administrator can become the owner of an agreement."""
    screen = opened("agreement", desk(builders.taken()))

    assert [option.shown for option in screen.options["owner"]] == [
        one.name for one in STAFF if one.roles[SCHOOL] != {Role.ADMIN}
    ]
