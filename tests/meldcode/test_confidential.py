"""The confidential part of a case (domain.md row 65), and opening it when that cannot wait."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from meldcode import commands, events
from meldcode.access import (
    ALLOWED,
    Action,
    Relation,
    broke_glass,
    may,
    reads_confidential,
    relations,
)
from meldcode.case import Case
from meldcode.inspection import confidential, copied
from meldcode.notices import Notice, Tone, notices
from meldcode.people import Audience, Person, Role
from meldcode.rules.guests import shareable
from meldcode.rules.record import correctable
from tests.builders import ask, closed, play, raised, taken, withdrawn
from tests.builders_circle import excluding
from tests.builders_confidential import CONFIDE, GLASS, broken, confided
from tests.school import (
    AANDACHTSFUNCTIONARIS,
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    DIRECTOR,
    INTERN_BEGELEIDER,
    OKA,
    OTHER_SCHOOL,
    TEACHER,
    TODAY,
    person,
)

STAFF = (TEACHER, COLLEAGUE, INTERN_BEGELEIDER, DEPUTY, AANDACHTSFUNCTIONARIS, DIRECTOR, CHAIR, OKA)


def read_by(case: Case) -> set[Person | str]:
    last = next(one for one in case.entries if isinstance(one.event, events.ConfidentialWritten))
    return {who.id for who in STAFF if reads_confidential(who, case, last)}


def test_only_the_author_and_the_aandachtsfunctionaris_read_it() -> None:
    """The rest of the care team reads everything else, and not this."""
    assert read_by(confided()) == {INTERN_BEGELEIDER.id, AANDACHTSFUNCTIONARIS.id}


def test_who_was_chosen_reads_it_too() -> None:
    """While they are in the care team, and not for being chosen alone."""
    assert DEPUTY.id in read_by(confided(DEPUTY.id))
    assert COLLEAGUE.id not in read_by(confided(COLLEAGUE.id))
    assert DEPUTY.id not in read_by(excluding(DEPUTY.id, case=confided(DEPUTY.id)))


def test_nothing_else_of_a_case_is_confidential() -> None:
    """The question is asked of the confidential part only."""
    assert not any(reads_confidential(DEPUTY, confided(), one) for one in taken().entries)


def test_who_breaks_the_glass_reads_it_for_that_day() -> None:
    """The day after it is closed again, without anybody doing something."""
    case = broken()
    later = replace(DEPUTY, on=TODAY + timedelta(days=1))
    last = case.entries[-3]

    assert DEPUTY.id in read_by(case)
    assert not reads_confidential(later, case, last)
    assert not broke_glass(Person(DEPUTY.id, "", DEPUTY.roles), case)


def test_a_director_reads_a_case_in_an_emergency_and_not_its_confidential_part() -> None:
    """For a day, and only reads; before and after there is no case for her (R12)."""
    case = broken()
    later = replace(DIRECTOR, on=TODAY + timedelta(days=1))

    assert relations(DIRECTOR, confided()) == ()
    assert relations(DIRECTOR, case) == (Relation.EMERGENCY,)
    assert ALLOWED[Relation.EMERGENCY] == {Action.OPEN}
    assert DIRECTOR.id not in read_by(case)
    assert relations(later, case) == ()


BREAKERS = {INTERN_BEGELEIDER.id, DEPUTY.id, AANDACHTSFUNCTIONARIS.id, DIRECTOR.id}


@pytest.mark.parametrize("stage", [raised, taken, closed])
def test_breaking_is_for_the_care_team_and_the_director(stage: Callable[[], Case]) -> None:
    """No teacher, chair or partner, and nobody of another school or who is kept out."""
    case = stage()
    out = excluding(DIRECTOR.id, DEPUTY.id, case=case)
    elsewhere = person(Role.DIRECTOR, OTHER_SCHOOL)

    assert {who.id for who in STAFF if may(who, Action.BREAK, case)} == BREAKERS
    assert not any(may(who, Action.BREAK, out) for who in (DIRECTOR, DEPUTY))
    assert not may(elsewhere, Action.BREAK, case)


def test_what_was_taken_back_unread_stays_so() -> None:
    """No emergency opens a signal that its teacher withdrew."""
    assert not any(may(who, Action.BREAK, withdrawn()) for who in STAFF)


def test_it_is_told_at_once() -> None:
    """To the aandachtsfunctionaris and the holder, in lesson hours too."""
    told = notices((events.GlassBroken("Why.", TODAY),))

    assert set(told) == {
        Notice(Audience.AANDACHTSFUNCTIONARIS, Tone.TODAY, at_once=True),
        Notice(Audience.HOLDER, Tone.TODAY, at_once=True),
    }


def test_only_who_reads_it_hears_of_it() -> None:
    """What is confidential calls nobody else."""
    told = notices((events.ConfidentialWritten("Text.", (DEPUTY.id,)),))

    assert told == (Notice(Audience.OWNER, person=DEPUTY.id),)


def test_broken_twice_a_day_is_broken_once() -> None:
    """And whoever wrote it is not among its readers twice."""
    own = commands.WriteConfidential(" Text. ", (INTERN_BEGELEIDER.id, DEPUTY.id, DEPUTY.id))

    assert ask(broken(), GLASS, by=DEPUTY) == ()
    assert ask(taken(), own) == (events.ConfidentialWritten("Text.", (DEPUTY.id,)),)


def test_it_leaves_the_case_by_no_other_way() -> None:
    """No copy, no guest and no correction holds its words; that there is such a part is known."""
    case = play(broken(), CONFIDE)
    kinds = {
        type(one.event)
        for found in (copied(case), shareable(case), correctable(case, INTERN_BEGELEIDER))
        for one in found
    }

    assert not kinds & {events.ConfidentialWritten, events.GlassBroken}
    assert confidential(case)
    assert not confidential(taken())
