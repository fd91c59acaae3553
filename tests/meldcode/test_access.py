from collections.abc import Callable
from dataclasses import replace

import pytest

from meldcode import commands
from meldcode.access import ACTION_OF, Action, Relation, may, relations
from meldcode.case import Case
from meldcode.decide import RULES
from meldcode.parts_signing import Signed, Unsigned
from meldcode.people import CARE_ROLES, Person, Role
from tests.builders import CONSULT, PLAN, closed, decided, on_agenda, play, raised, taken, withdrawn
from tests.builders_after import NAME_FOLLOWER, followed, owned
from tests.builders_guests import INVITE, invited
from tests.school import (
    CHAIR,
    COLLEAGUE,
    DIRECTOR,
    INTERN_BEGELEIDER,
    MEMBER,
    NOW,
    OKA,
    OTHER_SCHOOL,
    SCHOOL,
    TEACHER,
    TODAY,
    person,
)

RAISER_MAY = frozenset(
    {
        commands.ReadSignal,
        commands.WithdrawSignal,
        commands.Write,
        commands.AddObservation,
        commands.MarkObservation,
        commands.NameChild,
        commands.NoteInjury,
        commands.TellInPerson,
        commands.CorrectEntry,
        commands.KeepAgreement,
        commands.NoteFollowing,
        commands.Snooze,
        commands.ReportMove,
        commands.GiveOpinion,
        commands.ExcludePerson,
    }
)
CHAIR_MAY = frozenset(
    {
        commands.ReadSignal,
        *(commands.RecordOutcome, commands.MoveItem),
        commands.Weigh,
        commands.AnswerQuestion,
        commands.Decide,
        commands.MakeAgreement,
        commands.KeepAgreement,
    }
)
FOLLOWER_MAY = frozenset(
    {
        commands.ReadSignal,
        commands.Write,
        commands.NoteFollowing,
        commands.Snooze,
        commands.ReportMove,
        commands.KeepAgreement,
        commands.CorrectEntry,
    }
)
GUEST_MAY = frozenset({commands.ReadSignal, commands.Write, commands.CorrectEntry})
OWNER_MAY = frozenset({commands.ReadSignal, commands.KeepAgreement})
CARE_MAY = frozenset(ACTION_OF) - {
    commands.WithdrawSignal,
    commands.AddObservation,
    commands.TellInPerson,
    commands.GiveOpinion,
    commands.AnswerConsult,
    commands.DeclineConsult,
}
NOBODY = frozenset[type]()
BREAKING = frozenset({commands.BreakGlass})
"""What a director may do with a case that she may not open."""
OTHER_ROLES = sorted(set(Role) - CARE_ROLES - {Role.ZBO_CHAIR})


def open_to(who: Person, case: Case) -> frozenset[type]:
    return frozenset(command for command, action in ACTION_OF.items() if may(who, action, case))


def test_every_command_needs_a_right() -> None:
    """Only raising a signal is open to everybody of the staff."""
    assert set(ACTION_OF) == set(RULES) - {commands.RaiseSignal}


@pytest.mark.parametrize("role", sorted(CARE_ROLES))
def test_the_care_team_may_do_all_but_speak_for_the_teacher(role: Role) -> None:
    """Intern begeleider, deputy and aandachtsfunctionaris share the work of their school."""
    assert open_to(person(role), on_agenda()) == CARE_MAY
    assert may(person(role), Action.READ, on_agenda())


@pytest.mark.parametrize("stage", [raised, taken, on_agenda, decided, closed, withdrawn])
def test_the_teacher_keeps_her_own_part(stage: Callable[[], Case]) -> None:
    """Who raised it may open, add, answer and follow at every stage, but not read everything."""
    assert open_to(TEACHER, stage()) == RAISER_MAY
    assert not may(TEACHER, Action.READ, stage())


def test_the_chair_sees_what_is_on_the_agenda() -> None:
    """The chair records what the meeting decides, and reads no signal."""
    assert open_to(CHAIR, on_agenda()) == CHAIR_MAY
    assert not may(CHAIR, Action.READ, on_agenda())


def test_a_member_looks_and_does_no_more() -> None:
    """A standing member of the meeting sees the item, and changes nothing."""
    assert open_to(MEMBER, on_agenda()) == {commands.ReadSignal}
    assert may(MEMBER, Action.ATTEND, on_agenda())
    assert not may(MEMBER, Action.READ, on_agenda())


@pytest.mark.parametrize(
    "who",
    [
        replace(MEMBER, meetings=frozenset({"another"})),
        replace(MEMBER, roles={OTHER_SCHOOL: frozenset({Role.SMW})}),
    ],
)
def test_a_member_sees_only_her_own_meeting(who: Person) -> None:
    """Neither a seat in another meeting nor one that outlived the work at this school counts."""
    assert open_to(who, on_agenda()) == NOBODY
    assert open_to(MEMBER, taken()) == NOBODY


def test_the_chair_knows_of_no_case_off_the_agenda() -> None:
    """Before an item is scheduled the case does not exist for the chair."""
    assert open_to(CHAIR, taken()) == NOBODY


@pytest.mark.parametrize("role", OTHER_ROLES)
def test_no_other_role_opens_a_case(role: Role) -> None:
    """Director, administrator, partners and colleagues see nothing of it (R12)."""
    other = Person("other", "Other", {SCHOOL: frozenset({role})})

    assert relations(other, on_agenda()) == ()
    assert open_to(other, on_agenda()) == (BREAKING if role is Role.DIRECTOR else NOBODY)
    assert not may(other, Action.OPEN, on_agenda())


@pytest.mark.parametrize("role", Role)
def test_a_role_counts_at_its_own_school(role: Role) -> None:
    """Nobody of another school learns that a case exists."""
    assert open_to(person(role, OTHER_SCHOOL), on_agenda()) == NOBODY


def test_a_withdrawn_signal_is_the_teachers_alone() -> None:
    """What was taken back unread stays unread."""
    assert open_to(INTERN_BEGELEIDER, withdrawn()) == NOBODY


def test_a_colleague_is_not_the_teacher() -> None:
    """Another teacher of the same school does not see it."""
    assert open_to(COLLEAGUE, raised()) == NOBODY


def test_who_sees_the_child_now_may_look_and_write() -> None:
    """The next teacher notes how it goes and writes to the care team, and reads nothing (110)."""
    assert open_to(COLLEAGUE, followed()) == FOLLOWER_MAY
    assert not may(COLLEAGUE, Action.READ, followed())


def test_a_next_teacher_who_left_the_school_is_a_stranger() -> None:
    """Whoever works at another school by now no longer knows of the case."""
    gone = Person(COLLEAGUE.id, COLLEAGUE.name, {OTHER_SCHOOL: frozenset({Role.TEACHER})})

    assert open_to(gone, followed()) == NOBODY


def test_another_next_teacher_takes_the_place_of_the_first() -> None:
    """Only who was named last follows."""
    case = play(followed(), replace(NAME_FOLLOWER, teacher=TEACHER.id))

    assert open_to(COLLEAGUE, case) == NOBODY


def test_who_agreed_to_something_may_only_tell_that_it_is_done() -> None:
    """A partner with an agreement opens that, and nothing else of the case."""
    assert relations(OKA, owned()) == (Relation.OWNER,)
    assert open_to(OKA, owned()) == OWNER_MAY
    assert open_to(OKA, play(owned(), commands.KeepAgreement("agreement"))) == OWNER_MAY


def test_a_director_who_was_asked_to_read_along_reads_her_part() -> None:
    """Without an invitation there is no case for her, and with one she reads not all of it."""
    assert open_to(DIRECTOR, taken()) == BREAKING
    assert open_to(DIRECTOR, invited()) == GUEST_MAY | BREAKING
    assert not may(DIRECTOR, Action.READ, invited())


def test_relations_add_up() -> None:
    """Who holds every place in a case may do all that each of them may."""
    roles = frozenset({Role.INTERN_BEGELEIDER, Role.ZBO_CHAIR, Role.DIRECTOR})
    along = replace(INVITE, person=COLLEAGUE.id)
    waits = Unsigned(Signed.WEIGHING, 1, TEACHER.id, NOW, (COLLEAGUE.id,))
    case = play(on_agenda(), PLAN, CONSULT, along)
    case = replace(case, raised_by=COLLEAGUE.id, unsigned=waits)
    seats = frozenset({case.items[0].meeting})
    everything = Person(COLLEAGUE.id, "Everything", {SCHOOL: roles}, seats, TODAY)

    owned_by = replace(owned().agreements[0], owner=COLLEAGUE.id)
    follows = replace(case.handover, follower=COLLEAGUE.id)
    case = replace(case, handover=follows, agreements=(owned_by,))
    case = play(case, commands.BreakGlass("Nobody else is here."), by=everything)

    assert relations(everything, case) == tuple(Relation)
    assert open_to(everything, case) == frozenset(ACTION_OF)
