from dataclasses import replace

import pytest

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.asides import asides
from meldcode.asks import Ask, still_asked
from meldcode.case import Case
from meldcode.choices import Answer, Decision, Grounds
from meldcode.duties import Kind, duties
from meldcode.notices import notices
from meldcode.people import Audience, Person
from meldcode.refusal import Refusal
from tests.builders import (
    CLOSE,
    REOPEN,
    TOGETHER,
    WEIGH,
    answer,
    append,
    ask,
    closed,
    decided,
    decision,
    play,
    signature,
    signed,
    taken,
    weighed,
)
from tests.school import (
    AANDACHTSFUNCTIONARIS,
    CALENDAR,
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    NOW,
    OKA,
    POLICY,
    TODAY,
)

OLD_WEIGHING = events.Weighed(TOGETHER, Answer.NO, Answer.YES, "Hunger.", "Three signals.")
OLD_CLOSING = events.CaseClosed(Grounds.RESOLVED, "It goes well.")
AGAIN = replace(WEIGH, on=TODAY, again="She told more.")


def due(case: Case) -> list[tuple[Audience, str | None, int]]:
    """Who is asked to confirm, and after how many days."""
    found = duties(case, NOW, POLICY, CALENDAR)
    return [
        (one.to, one.person, (one.at.date() - TODAY).days)
        for one in found
        if one.kind is Kind.COUNTERSIGN
    ]


def test_who_took_part_confirms_the_weighing() -> None:
    """A partner who was there signs what the IB'er wrote, and has no part in it any more."""
    case = weighed()
    after = signed(case, OKA)
    last = after.entries[-1]

    assert (last.by, last.event) == (OKA.id, events.Countersigned(case.version))
    assert after.unsigned is None
    assert relations(OKA, case) == (Relation.SIGNING,)
    assert relations(OKA, after) == ()
    assert asides(case) == {OKA.id: TODAY}


@pytest.mark.parametrize("who", [INTERN_BEGELEIDER, DEPUTY])
def test_nobody_else_confirms_the_weighing(who: Person) -> None:
    """Neither who wrote it down, nor somebody of the care team who was not there."""
    case = weighed()

    assert ask(case, signature(case), who) == Refusal("err.second_weighs")


def test_a_stranger_to_the_weighing_has_no_part_in_it() -> None:
    """A colleague who was not there does not learn that it was weighed."""
    assert relations(COLLEAGUE, weighed()) == ()


def test_another_of_the_care_team_confirms_the_closing() -> None:
    """The case was closed already; who closed it cannot be that second person."""
    case = closed()

    assert ask(case, signature(case)) == Refusal("err.second_closes")
    assert signed(case, DEPUTY).unsigned is None
    assert signed(case, DEPUTY).ended
    assert relations(OKA, case) == ()


def test_what_was_read_is_what_is_signed() -> None:
    """A signature for a weighing that was made anew meanwhile is not taken for the new one."""
    before = weighed()
    after = play(before, AGAIN)

    assert ask(after, signature(before), OKA) == Refusal("err.old")
    assert ask(signed(after, OKA), signature(after), OKA) == Refusal("err.old")


def test_nothing_waits_for_a_signature() -> None:
    """Without one the questions are answered, it is decided, and the case can be closed."""
    case = decided()

    assert case.unsigned is not None
    assert case.decision is not None
    assert play(case, CLOSE).ended


def test_it_is_asked_until_somebody_signed() -> None:
    """It stands in the list of what is still asked, also after the decision."""
    assert Ask.COUNTERSIGN in still_asked(decided())
    assert Ask.COUNTERSIGN not in still_asked(signed(decided(), OKA))


def test_who_was_there_is_reminded_the_next_school_day() -> None:
    """After that the holder, who can ask them; never at once, and never again once signed."""
    assert due(weighed()) == [(Audience.OWNER, OKA.id, 1), (Audience.HOLDER, None, 6)]
    assert due(signed(weighed(), OKA)) == []


def test_a_closing_is_asked_of_others_in_the_care_team() -> None:
    """Once, of all but who closed it, whatever roles they hold; then the case is silent."""
    own, others = closed(), play(decided(), CLOSE, by=DEPUTY)

    assert due(own) == [(Audience.SECOND, INTERN_BEGELEIDER.id, 1)]
    assert due(others) == [(Audience.SECOND, DEPUTY.id, 1)]
    assert due(signed(own, AANDACHTSFUNCTIONARIS)) == []


def test_who_is_kept_out_is_not_asked_to_confirm() -> None:
    """For them there is no case any more, though they took part in the weighing (R11)."""
    case = play(weighed(), commands.ExcludePerson(OKA.id, "She knows the family."))

    assert relations(OKA, case) == ()
    assert asides(case) == {}
    assert due(case) == [(Audience.HOLDER, None, 6)]


def test_a_weighing_anew_is_confirmed_anew() -> None:
    """Row 98: by two people, so what was confirmed before does not count for it."""
    case = play(signed(weighed(), OKA), AGAIN)

    assert Ask.COUNTERSIGN in still_asked(case)
    assert due(case) == [(Audience.OWNER, OKA.id, 1), (Audience.HOLDER, None, 6)]
    assert signed(case, OKA).unsigned is None


def test_nothing_of_before_waits_for_a_signature() -> None:
    """Weighings and closings from before this was asked stay as they were, and call nobody."""
    case = append(taken(), [OLD_WEIGHING], INTERN_BEGELEIDER)
    ended = append(decided(), [OLD_CLOSING], INTERN_BEGELEIDER)

    assert case.unsigned is ended.unsigned is None
    assert due(case) == due(ended) == []
    assert Ask.COUNTERSIGN not in still_asked(case)
    assert play(case, answer(1, Answer.NO), decision(Decision.NO_SUSPICION), CLOSE).ended


def test_who_does_not_agree_reopens_or_weighs_anew() -> None:
    """A reopened case has nothing to confirm until it is weighed anew, by whoever writes then."""
    again = play(closed(), REOPEN, by=DEPUTY)
    anew = play(again, WEIGH, by=DEPUTY)

    assert again.unsigned is None
    assert anew.unsigned is not None
    assert anew.unsigned.people == tuple(sorted({INTERN_BEGELEIDER.id, OKA.id}))


def test_a_signature_calls_nobody() -> None:
    """It stands in the record, and there is nothing to do about it."""
    assert notices([events.Countersigned(1)]) == ()


def test_a_decision_leaves_the_weighing_to_be_confirmed() -> None:
    """Deciding is another thing that other people may have done."""
    before = decided()
    after = play(before, decision(before.decision.decision)) if before.decision else before

    assert after.unsigned == before.unsigned
