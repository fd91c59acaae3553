from dataclasses import replace

import pytest

from meldcode.case import Case
from meldcode.choices import Answer, Decision
from meldcode.choices_melding import Unknown
from meldcode.refusal import Refusal
from meldcode.shielding import shielded, tellers
from tests.builders import (
    APPROACH,
    WEIGH,
    answer,
    ask,
    decided,
    decision,
    on_agenda,
    play,
    taken,
)
from tests.builders_melding import CLAIM, JGZ, LIFT, PLAN, REPORT, anonymous, planned
from tests.school import INTERN_BEGELEIDER, OKA, TEACHER

DOCTOR = "The school doctor"
SIGNALLER = replace(CLAIM, unknown=Unknown.SIGNALLER)
REPORTER = replace(CLAIM, unknown=Unknown.REPORTER)
WITH_DOCTOR = replace(PLAN, reporter=None, reporter_other=DOCTOR)

SHIELDED: tuple[tuple[Case, set[str]], ...] = (
    (planned(), set()),
    (anonymous(), {TEACHER.id, JGZ.id}),
    (play(planned(), SIGNALLER), {TEACHER.id}),
    (play(planned(), REPORTER), {JGZ.id}),
    (play(taken(), CLAIM), {TEACHER.id}),
    (play(taken(), CLAIM, PLAN), {TEACHER.id, JGZ.id}),
    (play(decided(Decision.MELDING), CLAIM), {TEACHER.id, OKA.id}),
    (play(planned(WITH_DOCTOR), CLAIM), {TEACHER.id, DOCTOR}),
    (play(anonymous(), LIFT), set()),
)


@pytest.mark.parametrize("case, people", SHIELDED, ids=range(len(SHIELDED)))
def test_who_stays_anonymous_is_shielded(case: Case, people: set[str]) -> None:
    """The first signaller, the reporter or both, for as long as a ground holds (R6)."""
    assert shielded(case) == people


def test_whoever_has_reported_stays_shielded() -> None:
    """That somebody else reports the next time does not betray who did the first time."""
    case = play(anonymous(), REPORT, WITH_DOCTOR)

    assert shielded(case) == {TEACHER.id, JGZ.id, DOCTOR}


def test_claiming_anonymity_hands_the_parents_to_somebody_else() -> None:
    """Who told the parents and becomes unknown to them is replaced in the same breath."""
    teacher_tells = planned(replace(PLAN, parents_by=TEACHER.id))
    case = play(teacher_tells, replace(CLAIM, parents_by=INTERN_BEGELEIDER.id))

    assert case.melding.informs == INTERN_BEGELEIDER.id
    assert case.melding.informs not in shielded(case)


def test_what_the_zbo_left_to_somebody_is_handed_over_too() -> None:
    """Who agreed in the ZBO to tell the parents does not do so once she is anonymous (R6)."""
    agreed = play(on_agenda(), replace(APPROACH, informs=TEACHER.id))

    refused = ask(agreed, CLAIM)
    case = play(agreed, replace(CLAIM, parents_by=INTERN_BEGELEIDER.id))

    assert refused == Refusal("err.anonymous_informs", "parents_by")
    assert tellers(agreed) == {TEACHER.id}
    assert tellers(case) == {INTERN_BEGELEIDER.id}


def test_who_tells_the_parents_does_not_become_the_reporter() -> None:
    """While a ground holds, the one who will speak with them is not to report as well."""
    case = play(on_agenda(), replace(APPROACH, informs=JGZ.id), CLAIM)
    unsafe = play(case, WEIGH, answer(1, Answer.YES), answer(2, Answer.YES))
    made = replace(decision(Decision.MELDING), reporter=JGZ.id)

    assert ask(case, PLAN) == Refusal("err.anonymous_informs", "reporter")
    assert ask(unsafe, made) == Refusal("err.anonymous_informs", "reporter")
    assert isinstance(ask(case, WITH_DOCTOR), tuple)


def test_a_known_reporter_may_tell_the_parents() -> None:
    """If only the first signaller stays anonymous, a reporter by name may speak with them."""
    case = play(planned(), SIGNALLER, replace(PLAN, parents_by=JGZ.id))

    assert case.melding.informs == JGZ.id


def test_without_a_ground_the_reporter_may_decide_to_tell_them() -> None:
    """In principle a melding is done by name, and the reporter may be the one who tells."""
    open_case = decided(Decision.MELDING)
    made = replace(decision(Decision.MELDING), informs_parents=OKA.id)

    assert open_case.melding.reporter == OKA.id
    assert play(open_case, made).melding.informs == OKA.id
