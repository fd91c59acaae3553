from dataclasses import replace
from datetime import date

import pytest

from meldcode import commands, events
from meldcode.access import Action, Relation, may, relations
from meldcode.asides import asides, consult_of
from meldcode.case import Case
from meldcode.choices_consultation import ParentsKnow
from meldcode.duties import Kind, duties
from meldcode.names import mentions
from meldcode.notices import Notice, notices
from meldcode.people import CARE_ROLES, Audience, Person, Role
from meldcode.refusal import Refusal
from tests.builders import CLOSE, CONSULT, PLAN, REOPEN, SHARED, ask, play, raised, taken
from tests.school import (
    AANDACHTSFUNCTIONARIS,
    CALENDAR,
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    NOW,
    OKA,
    OTHER_SCHOOL,
    POLICY,
    SCHOOL,
    TEACHER,
    person,
)

ELSEWHERE = person(Role.INTERN_BEGELEIDER, OTHER_SCHOOL)
UNTIL = date(2026, 11, 6)
ANSWER = commands.AnswerConsult(CONSULT.consult, " He was hungry. ")
NO = commands.DeclineConsult(CONSULT.consult)
BACK = commands.WithdrawConsult(CONSULT.consult)
GONE = Refusal("err.old")


def asked(command: commands.AskColleague = CONSULT) -> Case:
    return play(taken(), command)


def test_a_question_goes_without_the_name() -> None:
    """The person is asked the question alone, with a day by which an answer is hoped for."""
    happened = ask(taken(), replace(CONSULT, reason="Because.", because="Not yet."))

    assert happened == (
        events.ColleagueAsked(
            *(CONSULT.consult, COLLEAGUE.id, CONSULT.asked_as, CONSULT.question, UNTIL)
        ),
    )
    assert not CONSULT.name_shared


def test_a_name_is_shared_with_its_reason_and_what_the_parents_know() -> None:
    """All that explains the sharing stands on record."""
    happened = ask(taken(), SHARED)

    assert happened == (
        events.ColleagueAsked(
            *(CONSULT.consult, COLLEAGUE.id, CONSULT.asked_as, CONSULT.question, UNTIL),
            name="Sam",
            reason=SHARED.reason,
            parents_know=ParentsKnow.NOT_YET,
            because=SHARED.because,
        ),
    )
    assert SHARED.name_shared


def test_parents_who_know_need_no_explanation() -> None:
    """Only when they do not know, it is said why."""
    told = replace(SHARED, parents_know=ParentsKnow.YES, because=None)

    assert not isinstance(ask(taken(), told), Refusal)


def test_with_the_name_shared_the_question_may_hold_it() -> None:
    """What is shared anyway need not be hidden in the question."""
    assert not isinstance(ask(taken(), replace(SHARED, question="How was Sam?")), Refusal)


def test_without_a_name_of_the_child_nothing_is_compared() -> None:
    """As long as nobody named the child, every question passes."""
    nameless = play(raised(commands.RaiseSignal("Hungry.")), replace(CONSULT, question="And Sam?"))

    assert consult_of(nameless, COLLEAGUE.id) is not None


def test_a_question_is_asked_once() -> None:
    """A message that is delivered twice asks no second time."""
    assert ask(asked(), CONSULT) == ()


def test_the_person_asked_answers_and_is_done() -> None:
    """The answer goes to who asked; with it the person's part in the case ends."""
    case = play(asked(), ANSWER, by=COLLEAGUE)

    assert case.entries[-1].event == events.ColleagueAnswered(
        CONSULT.consult, "He was hungry.", INTERN_BEGELEIDER.id
    )
    assert relations(COLLEAGUE, case) == ()
    assert ask(case, ANSWER, by=COLLEAGUE) == GONE


def test_the_person_asked_may_say_no() -> None:
    """Without a reason, and it ends the part too."""
    case = play(asked(), NO, by=COLLEAGUE)

    assert case.entries[-1].event == events.ColleagueDeclined(CONSULT.consult, INTERN_BEGELEIDER.id)
    assert relations(COLLEAGUE, case) == ()


def test_a_question_can_be_taken_back() -> None:
    """The wrong person can no longer read it; asking for that twice changes nothing."""
    case = play(asked(), BACK)

    assert relations(COLLEAGUE, case) == ()
    assert ask(case, BACK) == ()
    assert ask(case, ANSWER, by=COLLEAGUE) == GONE


@pytest.mark.parametrize("command", [ANSWER, NO], ids=["answer", "no"])
@pytest.mark.parametrize("by", [DEPUTY, OKA, TEACHER, INTERN_BEGELEIDER], ids=lambda one: one.id)
def test_nobody_answers_for_another(by: Person, command: commands.Command) -> None:
    """Whoever else takes part in the case: the answer is that of the person asked."""
    assert ask(asked(), command, by=by) == GONE


def test_the_person_asked_sees_the_question_only() -> None:
    """Opening and answering is all; reading, writing and following are not theirs."""
    case = asked()
    able = {action for action in Action if may(COLLEAGUE, action, case)}

    assert relations(COLLEAGUE, case) == (Relation.CONSULTED,)
    assert able == {Action.OPEN, Action.REPLY}


def test_whoever_has_more_of_the_case_keeps_it() -> None:
    """An aandachtsfunctionaris who is asked remains of the care team, and answers as herself."""
    case = asked(replace(CONSULT, person=AANDACHTSFUNCTIONARIS.id))

    assert relations(AANDACHTSFUNCTIONARIS, case) == (Relation.CARE, Relation.CONSULTED)
    assert play(case, ANSWER, by=AANDACHTSFUNCTIONARIS).consults[0].open is False
    assert not may(DEPUTY, Action.REPLY, case)


def test_a_question_lasts_no_longer_than_the_case() -> None:
    """Closing ends it for good: reopening the case does not open the letter again."""
    case = play(asked(), CLOSE)

    assert relations(COLLEAGUE, case) == ()
    assert asides(case) == {}
    assert relations(COLLEAGUE, play(case, REOPEN)) == ()


def test_who_left_the_school_reads_nothing() -> None:
    """A question lasts no longer than a role at the school."""
    gone = Person(COLLEAGUE.id, "Gone", {OTHER_SCHOOL: COLLEAGUE.roles[SCHOOL]})

    assert relations(gone, asked()) == ()


def test_a_care_team_elsewhere_reads_the_question_only() -> None:
    """Who is asked at another school of the board answers, and gets no further into the case."""
    case = asked(replace(CONSULT, person=ELSEWHERE.id))
    able = {action for action in Action if may(ELSEWHERE, action, case)}

    assert relations(ELSEWHERE, case) == (Relation.CONSULTED,)
    assert able == {Action.OPEN, Action.REPLY}
    assert relations(ELSEWHERE, play(case, ANSWER, by=ELSEWHERE)) == ()
    assert relations(ELSEWHERE, asked()) == ()


@pytest.mark.parametrize("role", sorted(set(Role) - CARE_ROLES))
def test_elsewhere_only_a_care_team_is_asked(role: Role) -> None:
    """A question that reaches anybody else of another school opens nothing."""
    other = person(role, OTHER_SCHOOL)

    assert relations(other, asked(replace(CONSULT, person=other.id))) == ()


def test_a_talk_does_not_reach_another_school() -> None:
    """Staying near, or having a talk, is for who works here."""
    case = play(taken(), replace(PLAN, near=ELSEWHERE.id))

    assert relations(ELSEWHERE, case) == ()


def test_the_person_asked_and_the_asker_hear() -> None:
    """An envelope for who is asked; and for who asked, when there is an answer or a no."""
    case = play(taken(), CONSULT, by=DEPUTY)
    answered = play(case, ANSWER, by=COLLEAGUE)
    declined = play(case, NO, by=COLLEAGUE)
    asker = (Notice(Audience.HOLDER), Notice(Audience.OWNER, person=DEPUTY.id))

    assert notices([case.entries[-1].event]) == (
        Notice(Audience.HOLDER),
        Notice(Audience.OWNER, person=COLLEAGUE.id),
    )
    assert notices([answered.entries[-1].event]) == asker
    assert notices([declined.entries[-1].event]) == asker


def test_a_question_that_waits_is_asked_after() -> None:
    """The person on the day itself, the holder three school days later, nobody after an answer."""
    found = [
        (duty.at.date(), duty.to, duty.person)
        for duty in duties(asked(), NOW, POLICY, CALENDAR)
        if duty.kind is Kind.CONSULT
    ]

    assert found == [
        (UNTIL, Audience.OWNER, COLLEAGUE.id),
        (date(2026, 11, 11), Audience.HOLDER, None),
    ]
    answered = duties(play(asked(), ANSWER, by=COLLEAGUE), NOW, POLICY, CALENDAR)
    assert Kind.CONSULT not in {duty.kind for duty in answered}
    assert asides(asked()) == {COLLEAGUE.id: UNTIL}


def test_several_people_are_asked_side_by_side() -> None:
    """Last year's teacher and the chair each have their own question, and see no other."""
    case = play(asked(), replace(CONSULT, consult="two", person=CHAIR.id, question="And you?"))
    seen = [consult_of(case, who.id) for who in (COLLEAGUE, CHAIR)]

    assert [one.question for one in seen if one] == [CONSULT.question, "And you?"]


GIVEN_AWAY = (
    ("How was Kim?", "Kim uit groep 5", True),
    ("how was kim today", "Kim uit groep 5", True),
    ("How is groep 5?", "Kim uit groep 5", False),
    ("Kimberley is fine", "Kim", False),
    ("And de Vries?", "Kim de Vries", True),
    ("And the other?", "Kim de Vries", False),
    ("hij heet noor", "noor", True),
    ("Nothing here.", None, False),
    ("Nothing here.", "", False),
    ("Zoë at school", "zoë", True),
)


@pytest.mark.parametrize("text, name, told", GIVEN_AWAY)
def test_a_name_in_a_text_is_seen(text: str, name: str | None, told: bool) -> None:  # noqa: FBT001 - a row of the table
    """Whole words count, in whatever letters; of a name with capitals, only the words with one."""
    assert mentions(text, name) == told
