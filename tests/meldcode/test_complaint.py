from dataclasses import replace

import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision, Origin, Present, TalkWith
from meldcode.choices_melding import Informing
from meldcode.complaint import Gap, missing
from meldcode.people import Role
from tests.builders import (
    ADVICE,
    CONSULT,
    DISCUSSION,
    NO_TALK,
    OUTCOME,
    SCHEDULE,
    TALK,
    WEIGH,
    answer,
    ask,
    decided,
    decision,
    play,
    raised,
    taken,
)
from tests.builders_melding import PLAN, REPORT, TOLD, planned
from tests.school import INTERN_BEGELEIDER, TEACHER

SEEN = commands.MarkObservation(1, Origin.SEEN)
ANSWERED = commands.Write("I come by.")
COMPLETE = play(planned(), ANSWERED, TALK, SEEN, TOLD)


LATER = {Gap.ADVICE, Gap.PARTNER}


def test_a_fresh_signal_lacks_everything_but_what_comes_later() -> None:
    """Advice is only missed where somebody doubted, a partner where school weighed alone."""
    assert missing(raised()) == tuple(gap for gap in Gap if gap not in LATER)


def test_a_careful_record_lacks_nothing() -> None:
    """Consulted, talked, weighed, decided, facts apart, planned and the parents told."""
    assert missing(COMPLETE) == ()


def without(*left_out: commands.Command) -> Case:
    steps = (
        *(ANSWERED, TALK, SEEN, WEIGH, answer(1, Answer.YES), answer(2, Answer.YES)),
        *(decision(Decision.MELDING), PLAN, TOLD),
    )
    return play(raised(), *(one for one in steps if one not in left_out))


@pytest.mark.parametrize(
    "case, gap",
    [
        (without(ANSWERED), Gap.CONSULTATION),
        (without(SEEN), Gap.FACTS),
        (without(decision(Decision.MELDING)), Gap.DECISION),
        (without(TOLD), Gap.PARENTS),
        (without(PLAN, TOLD), Gap.PLAN),
        (play(COMPLETE, commands.AddObservation("More.")), Gap.FACTS),
    ],
    ids=range(6),
)
def test_what_was_left_out_is_named(case: Case, gap: Gap) -> None:
    """Whoever is about to report reads what a complaint would ask for."""
    assert gap in missing(case)
    assert set(missing(case)) <= {gap, Gap.PARENTS}


def test_weighing_alone_is_impossible_so_any_weighing_counts() -> None:
    """The rules ask two roles for it; here only none at all can be missed."""
    assert Gap.WEIGHING in missing(play(taken(), PLAN))
    assert Gap.WEIGHING not in missing(play(taken(), WEIGH))


@pytest.mark.parametrize("steps", [(ANSWERED,), (ADVICE,), (DISCUSSION,)], ids=range(3))
def test_a_word_of_the_care_team_or_of_veilig_thuis_is_consultation(
    steps: tuple[commands.Command, ...],
) -> None:
    """Having read a signal, or a question without an answer, is not yet consulting anybody."""
    assert Gap.CONSULTATION in missing(play(taken(), CONSULT))
    assert Gap.CONSULTATION not in missing(play(taken(), *steps))


DOUBTS = (
    (replace(WEIGH, danger=Answer.DOUBT),),
    (replace(WEIGH, hinders=Answer.DOUBT),),
    (WEIGH, answer(1, Answer.DOUBT)),
)


@pytest.mark.parametrize("steps", DOUBTS, ids=range(3))
def test_doubt_asks_for_advice(steps: tuple[commands.Command, ...]) -> None:
    """Who doubted and asked nobody at Veilig Thuis is reminded of it."""
    doubted = play(taken(), *steps)

    assert Gap.ADVICE in missing(doubted)
    assert Gap.ADVICE not in missing(play(doubted, ADVICE))


def test_a_talk_with_the_child_is_no_talk_with_the_parents() -> None:
    """The parents are asked for, or a reason why they were not spoken to."""
    child = replace(TALK, with_whom=TalkWith.CHILD)
    unsafe = replace(PLAN, parents=Informing.NOT, parents_by=None, parents_reason="Not safe.")
    not_informed = replace(decision(Decision.MELDING), informs_parents=None, not_informing="No.")

    assert Gap.TALK in missing(play(taken(), child))
    assert Gap.TALK not in missing(play(taken(), replace(TALK, with_whom=TalkWith.BOTH)))
    assert Gap.TALK not in missing(play(taken(), NO_TALK))
    assert not {Gap.TALK, Gap.PARENTS} & set(missing(play(taken(), unsafe)))
    assert Gap.TALK not in missing(play(decided(Decision.MELDING), not_informed))


def test_what_school_weighed_by_itself_is_named() -> None:
    """It blocks nothing; a decision with a partner makes up for it."""
    teacher = Present(TEACHER.id, Role.TEACHER)
    alone = replace(WEIGH, present=(teacher, Present(INTERN_BEGELEIDER.id, Role.INTERN_BEGELEIDER)))
    weighed_alone = play(taken(), alone, answer(1, Answer.YES), answer(2, Answer.YES))

    assert Gap.PARTNER in missing(weighed_alone)
    assert Gap.PARTNER not in missing(play(weighed_alone, decision(Decision.MELDING)))


def test_help_alone_is_no_decision_to_report() -> None:
    """A melding after a decision for help needs a decision of its own."""
    assert Gap.DECISION in missing(play(decided(Decision.HELP), PLAN))


def test_what_is_missing_blocks_nothing() -> None:
    """In danger it is reported with all of this still to be written down."""
    case = play(raised(), PLAN)

    assert len(missing(case)) > 3
    assert isinstance(ask(case, REPORT), tuple)


def test_a_meeting_is_no_consultation_by_itself() -> None:
    """The ZBO weighs; consulting came before it."""
    assert Gap.CONSULTATION in missing(play(taken(), SCHEDULE, OUTCOME))
