from dataclasses import replace
from typing import Any

import pytest

from meldcode import commands
from meldcode.asks import Ask, still_asked
from meldcode.case import Case
from meldcode.choices import Decision, Present, TalkWith
from meldcode.choices_talks import NotHeld
from meldcode.people import PartnerRole, Role
from tests.builders import (
    ADVICE,
    APPROACH,
    CONSULT,
    DISCUSSION,
    NO_TALK,
    OBSERVE,
    OBSERVED,
    OUTCOME,
    SAFE,
    SCHEDULE,
    TALK,
    WEIGH,
    answered,
    closed,
    decided,
    decision,
    new,
    on_agenda,
    play,
    taken,
    weighed,
)
from tests.school import COLLEAGUE, INTERN_BEGELEIDER, TEACHER

UNINVITED = replace(SCHEDULE, parents_invited=False, parents_reason="It is not safe.")
NOT_TOLD = replace(OUTCOME, not_informing="It is not safe.")
NOT_WITH_CHILD = commands.RecordNoTalk(
    NotHeld.OTHER, "He is four years old.", with_whom=TalkWith.CHILD
)
HEARD = commands.AnswerConsult(CONSULT.consult, "Hungry.")
ASKED = play(taken(), CONSULT)
BOTH = replace(TALK, with_whom=TalkWith.BOTH)
SCHOOL_ALONE = (
    Present(INTERN_BEGELEIDER.id, Role.INTERN_BEGELEIDER),
    Present(TEACHER.id, Role.TEACHER),
)
ALONE = replace(WEIGH, present=SCHOOL_ALONE)
DECIDED_ALONE = replace(decision(Decision.HELP), present=SCHOOL_ALONE)
WRITTEN: dict[str, Any] = {"partners": "E. Berg", "partner_roles": (PartnerRole.VEILIG_THUIS,)}
WHOLE = replace(WEIGH, risks_long="She drops out.")

DONE: tuple[tuple[Ask, Case, Case], ...] = (
    (Ask.CONSULTATION, taken(), play(taken(), ADVICE)),
    (Ask.CONSULTATION, taken(), play(taken(), commands.Write("Thanks."))),
    (Ask.CONSULTATION, ASKED, play(ASKED, HEARD, by=COLLEAGUE)),
    (Ask.CONSULTATION, taken(), play(taken(), DISCUSSION)),
    (Ask.CONSULTATION, play(taken(), OBSERVE), play(taken(), OBSERVE, OBSERVED)),
    (Ask.PARENTS, taken(), play(taken(), TALK)),
    (Ask.PARENTS, play(taken(), NOT_WITH_CHILD), play(taken(), NO_TALK)),
    (Ask.PARENTS, on_agenda(), play(taken(), UNINVITED)),
    (Ask.PARENTS, play(taken(), replace(TALK, with_whom=TalkWith.CHILD)), play(taken(), BOTH)),
    (Ask.PARENTS, play(on_agenda(), APPROACH), play(on_agenda(), NOT_TOLD)),
    (Ask.CHILD, play(taken(), TALK), play(taken(), BOTH)),
    (Ask.CHILD, play(taken(), NO_TALK), play(taken(), NOT_WITH_CHILD)),
    (Ask.ZBO, on_agenda(), play(on_agenda(), OUTCOME)),
    (Ask.APPROACH, play(on_agenda(), OUTCOME), play(on_agenda(), APPROACH)),
    (Ask.TELL_PARENTS, play(on_agenda(), OUTCOME), play(on_agenda(), APPROACH)),
    (Ask.TELL_PARENTS, play(on_agenda(), OUTCOME), play(on_agenda(), NOT_TOLD)),
    (Ask.WEIGHING, on_agenda(), weighed()),
    (Ask.PARTNER, play(on_agenda(), ALONE), weighed()),
    (Ask.PARTNER, play(answered(*SAFE), DECIDED_ALONE), decided()),
    (Ask.PARTNER, play(on_agenda(), ALONE), play(on_agenda(), replace(ALONE, **WRITTEN))),
    (
        *(Ask.PARTNER, play(answered(*SAFE), DECIDED_ALONE)),
        play(answered(*SAFE), replace(DECIDED_ALONE, **WRITTEN)),
    ),
    (Ask.LONG_TERM, weighed(), play(on_agenda(), WHOLE)),
    (Ask.QUESTIONS, weighed(), answered(*SAFE)),
    (Ask.DECISION, answered(*SAFE), decided()),
)
"""What is asked, a case in which it is open, and one in which it is done or said why not."""


@pytest.mark.parametrize("ask, before, after", DONE)
def test_what_is_done_is_no_longer_asked(ask: Ask, before: Case, after: Case) -> None:
    """Each thing that the protocol asks is named until it was done, or said why not."""
    assert ask in still_asked(before)
    assert ask not in still_asked(after)


@pytest.mark.parametrize(
    "chosen, expected",
    [
        (Decision.HELP, {Ask.HELP}),
        (Decision.MELDING, {Ask.MELDING, Ask.CHILD_12}),
        (Decision.BOTH, {Ask.HELP, Ask.MELDING, Ask.CHILD_12}),
        (Decision.NO_SUSPICION, set()),
    ],
)
def test_a_decision_asks_to_be_carried_out(chosen: Decision, expected: set[Ask]) -> None:
    """Help is arranged, a melding done with a word to the child; nothing after no suspicion."""
    carried_out = {Ask.HELP, Ask.MELDING, Ask.CHILD_12, Ask.FOLLOWING}

    assert set(still_asked(decided(chosen))) & carried_out == expected


def test_nothing_is_asked_of_an_ended_case() -> None:
    """What was closed asks nothing more."""
    assert still_asked(closed()) == ()


def test_a_new_case_asks_for_the_first_steps_only() -> None:
    """What follows from a weighing or a decision is not asked before there is one."""
    assert still_asked(new()) == (
        *(Ask.CONSULTATION, Ask.PARENTS, Ask.CHILD, Ask.ZBO, Ask.WEIGHING),
    )
