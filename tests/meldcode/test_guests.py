"""Who reads along for a while (domain.md row 63), and for no day longer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode import commands, events
from meldcode.access import ALLOWED, Relation, may, relations
from meldcode.asides import guest_of
from meldcode.case import Case
from meldcode.duties import duties
from meldcode.notices import Notice, notices
from meldcode.participants import Participant, participants
from meldcode.people import Audience, Person, Role
from meldcode.rules.guests import shareable
from tests.builders import CLOSE, CONSULT, ask, play, taken, weighed
from tests.builders_after import followed
from tests.builders_circle import excluding
from tests.builders_guests import INVITE, LAST, STOP, invited
from tests.school import CALENDAR, COLLEAGUE, DIRECTOR, NOW, OTHER_SCHOOL, POLICY, TEACHER, TODAY

DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days))


def on(day: date, who: Person = DIRECTOR) -> Person:
    return replace(who, on=day)


@given(DAYS)
def test_an_invitation_holds_to_its_last_day_and_no_longer(day: date) -> None:
    """Without anybody or any job doing something, on the day after there is no way in."""
    expected = (Relation.GUEST,) if day <= LAST else ()

    assert relations(on(day), invited()) == expected


def test_without_a_day_there_is_no_invitation() -> None:
    """Somebody of whom it is not known on which day they look is not let in."""
    nameless = Person(DIRECTOR.id, DIRECTOR.name, DIRECTOR.roles)

    assert relations(nameless, invited()) == ()


def test_a_guest_reads_and_writes_and_does_no_more() -> None:
    """No weighing, no reading of the rest, and nobody else can be let in by a guest."""
    able = {action for action in ALLOWED[Relation.GUEST] if may(DIRECTOR, action, invited())}

    assert able == ALLOWED[Relation.GUEST] == {"open", "write"}


@pytest.mark.parametrize(
    "case",
    [
        taken(),
        play(invited(), STOP),
        play(invited(), CLOSE),
        excluding(DIRECTOR.id, case=invited()),
    ],
    ids=["not asked", "stopped", "closed", "kept out"],
)
def test_who_is_no_guest_has_no_way_in(case: Case) -> None:
    """Stopped, closed or kept out: from the next click on the case is not there."""
    assert relations(DIRECTOR, case) == ()
    assert guest_of(case, DIRECTOR) is None


def test_who_works_elsewhere_now_is_no_guest() -> None:
    """An invitation does not outlive the place at the school."""
    gone = replace(DIRECTOR, roles={OTHER_SCHOOL: frozenset({Role.DIRECTOR})})

    assert relations(gone, invited()) == ()


def test_let_in_again_after_being_kept_out_is_not_invited_again() -> None:
    """What was shared before the exclusion is shared anew or not at all."""
    case = play(
        excluding(DIRECTOR.id, case=invited()), commands.EndExclusion(DIRECTOR.id, "Mistake.")
    )

    assert relations(DIRECTOR, case) == ()


def test_a_second_invitation_takes_the_place_of_the_first() -> None:
    """There is one at a time, so that it is clear what somebody reads."""
    later = replace(INVITE, until=LAST + timedelta(days=7), words="More.", entries=())
    (guest,) = play(invited(), later).circle.guests

    assert (guest.until, guest.words, guest.entries) == (later.until, "More.", ())


def test_home_knows_until_when() -> None:
    """The list on Home ends by itself as well; who is kept out is not on it."""
    assert participants(invited()) == {Participant(DIRECTOR.id, Relation.GUEST, LAST)}
    assert participants(excluding(DIRECTOR.id, case=invited())) == frozenset()


def test_what_a_guest_writes_is_for_the_care_team() -> None:
    """The one who told does not read it, nor whoever follows the child."""
    happened = ask(invited(), commands.Write(" I can free somebody. "), by=DIRECTOR)

    assert happened == (events.GuestWrote("I can free somebody."),)
    assert notices(happened) == (Notice(Audience.HOLDER),)


def test_who_follows_and_reads_along_writes_as_who_follows() -> None:
    """The words of who sees the child every day are kept as that."""
    both = play(followed(), replace(INVITE, person=COLLEAGUE.id))
    happened = ask(both, commands.Write("Fine."), by=COLLEAGUE)

    assert happened == (events.FollowerWrote("Fine."),)


def test_the_guest_hears_that_something_is_waiting() -> None:
    """A neutral envelope, as always; who did it hears nothing."""
    shared = ask(taken(), INVITE)
    assert isinstance(shared, tuple)

    assert Notice(Audience.OWNER, person=DIRECTOR.id) in notices(shared)
    assert notices(ask_stop()) == (Notice(Audience.HOLDER),)


def ask_stop() -> tuple[events.Event, ...]:
    happened = ask(invited(), STOP)
    assert isinstance(happened, tuple)
    return happened


def test_what_is_weighed_cannot_be_handed_out() -> None:
    """A guest reads what was seen and done; what was weighed together stays with the table."""
    kinds = {type(entry.event) for entry in shareable(weighed())}

    assert events.SignalRaised in kinds
    assert not kinds & {events.Weighed, events.PersonExcluded, events.ParentRecorded}


def test_nothing_falls_due_because_somebody_reads_along() -> None:
    """An invitation asks nothing of anybody."""
    before = {one.key for one in duties(taken(), NOW, POLICY, CALENDAR)}

    assert {one.key for one in duties(invited(), NOW, POLICY, CALENDAR)} == before


def test_the_one_who_told_stays_who_told() -> None:
    """Other relations count before that of a guest."""
    asked = play(invited(), replace(CONSULT, person=DIRECTOR.id))

    assert relations(DIRECTOR, asked) == (Relation.GUEST, Relation.CONSULTED)
    assert relations(TEACHER, invited()) == (Relation.RAISER,)
