from collections.abc import Callable
from dataclasses import replace

import pytest

from meldcode import commands, events
from meldcode.brake import HONOUR, Reason, advised, suspended
from meldcode.case import Case
from meldcode.choices import Answer, Form, ParentsTalk, Urgency
from tests.builders import ADVICE, FORMS, SIGNAL, WEIGH, ask, closed, play, raised, taken
from tests.builders_melding import CLAIM, LIFT


def formed(*forms: Form, disclosure: bool = False) -> commands.SetForms:
    return commands.SetForms(forms, disclosure)


def told(urgency: Urgency = Urgency.WEEK, parents: ParentsTalk | None = None) -> Case:
    return raised(replace(SIGNAL, urgency=urgency, parents=parents))


STOPPED: tuple[tuple[Case, frozenset[Reason]], ...] = (
    (told(Urgency.NOW), frozenset({Reason.DANGER})),
    (told(parents=ParentsTalk.UNSAFE), frozenset({Reason.DOUBT})),
    (play(raised(), formed(disclosure=True)), frozenset({Reason.DISCLOSURE})),
    *((play(raised(), formed(form)), frozenset({Reason.HONOUR})) for form in HONOUR),
    *(
        (play(raised(), replace(WEIGH, danger=given)), frozenset({Reason.DANGER}))
        for given in (Answer.YES, Answer.DOUBT)
    ),
    (play(taken(), CLAIM), frozenset({Reason.ANONYMITY})),
    (
        play(told(Urgency.NOW, ParentsTalk.UNSAFE), formed(Form.HONOUR, disclosure=True), CLAIM),
        frozenset(Reason),
    ),
)


@pytest.mark.parametrize("case, reasons", STOPPED, ids=map(str, range(len(STOPPED))))
def test_each_reason_suspends_the_advice_to_talk(case: Case, reasons: frozenset[Reason]) -> None:
    """Danger, doubt, a child that told it, and honour: then nobody is sent to the parents (R7)."""
    assert suspended(case) == reasons


FREE: tuple[Callable[[], Case], ...] = (
    *(lambda urgency=urgency: told(urgency) for urgency in Urgency if urgency is not Urgency.NOW),
    *(lambda talk=talk: told(parents=talk) for talk in (ParentsTalk.YES, ParentsTalk.NOT_YET)),
    lambda: play(raised(), formed(*set(Form) - HONOUR)),
    lambda: play(told(Urgency.NOW), WEIGH),
    lambda: play(raised(), FORMS, formed()),
    lambda: play(taken(), CLAIM, LIFT),
    closed,
)


@pytest.mark.parametrize("make", FREE, ids=map(str, range(len(FREE))))
def test_otherwise_talking_may_be_advised(make: Callable[[], Case]) -> None:
    """Without a reason, or once the reason was taken back or weighed away, it is free again."""
    assert suspended(make()) == frozenset()


def test_advice_answers_what_was_known_before_it() -> None:
    """A word of Veilig Thuis counts until something comes up of which they did not hear."""
    asked = play(taken(), FORMS, ADVICE)

    assert not advised(play(taken(), FORMS))
    assert advised(asked)
    assert not advised(play(asked, formed(Form.FORCED_MARRIAGE)))
    assert not advised(play(asked, WEIGH))
    assert not advised(play(asked, CLAIM))


def test_forms_are_kept_once_and_in_order() -> None:
    """Whatever order and number they are chosen in, the record reads the same."""
    chosen = formed(Form.OTHER, Form.PHYSICAL, Form.OTHER)

    assert ask(raised(), chosen) == (
        events.FormsSet((Form.PHYSICAL, Form.OTHER), disclosure=False),
    )
    assert ask(play(raised(), chosen), chosen) == ()
