"""Who is kept out of a case (domain.md R11)."""

from dataclasses import fields, replace

import pytest

from meldcode import commands, naming
from meldcode.access import Action, Relation, may, relations
from meldcode.asides import asides
from meldcode.case import Case
from meldcode.choices import Present
from meldcode.commands import Command
from meldcode.decide import RULES
from meldcode.duties import Kind, duties
from meldcode.left_open import Hands, left_open
from meldcode.participants import participants
from meldcode.people import Person, Role
from meldcode.refusal import Refusal
from tests.builders import (
    AGREEMENT,
    CONSULT,
    OBSERVE,
    PLAN,
    SCHEDULE,
    TOGETHER,
    ask,
    closed,
    play,
    taken,
)
from tests.builders_after import followed
from tests.builders_circle import ADMIT, EXCLUDE, excluding
from tests.builders_melding import HELP, planned
from tests.school import (
    CALENDAR,
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    NOW,
    OKA,
    POLICY,
    SCHOOL,
    TEACHER,
)


def test_who_is_kept_out_has_no_relation_at_all() -> None:
    """Whatever somebody is to a case, it does not exist for them."""
    busy = Person(COLLEAGUE.id, "Busy", {SCHOOL: frozenset(Role)}, frozenset({"meeting"}))
    case = play(followed(), AGREEMENT, PLAN, CONSULT)
    out = excluding(busy.id, case=case)

    assert {Relation.CARE, Relation.CHAIR, Relation.FOLLOWER} <= set(relations(busy, case))
    assert relations(busy, out) == ()
    assert [action for action in Action if may(busy, action, out)] == []


def test_who_is_let_in_again_is_what_they_were() -> None:
    """A mistake is put right, and the record tells of both."""
    case = play(excluding(COLLEAGUE.id, case=followed()), ADMIT)
    back = play(followed(), EXCLUDE, ADMIT, commands.NameFollower(COLLEAGUE.id, NOW.date()))

    assert case.circle.excluded == frozenset()
    assert relations(COLLEAGUE, back) == relations(COLLEAGUE, followed())
    assert case.version == followed().version + 2


def test_the_one_who_told_and_the_care_team_keep_somebody_out() -> None:
    """Also the IB'er keeps herself out; who only has an agreement cannot ask for it."""
    own = commands.ExcludePerson(INTERN_BEGELEIDER.id, "My neighbour.")

    assert may(TEACHER, Action.EXCLUDE, taken())
    assert not may(OKA, Action.EXCLUDE, play(taken(), AGREEMENT))
    assert not isinstance(ask(taken(), own, by=INTERN_BEGELEIDER), Refusal)
    assert not isinstance(ask(closed(), EXCLUDE), Refusal)
    assert ask(excluding(COLLEAGUE.id), EXCLUDE) == ()


def test_a_case_without_its_holder_looks_for_another() -> None:
    """What the excluded held is held by nobody, and others are asked on the next school day."""
    case = excluding(INTERN_BEGELEIDER.id)
    late = {one.kind for one in duties(case, NOW, POLICY, CALENDAR)}

    assert taken().holder == INTERN_BEGELEIDER.id
    assert case.holder is None
    assert Kind.NO_HOLDER in late
    assert play(case, commands.HandOver(DEPUTY.id), by=DEPUTY).holder == DEPUTY.id


def test_a_child_that_nobody_follows_needs_another_teacher() -> None:
    """Who saw the child and is kept out is asked no more; the holder names somebody else."""
    case = excluding(COLLEAGUE.id, case=followed())

    assert case.handover.follower is None
    assert Kind.NO_FOLLOWER in {one.kind for one in duties(case, NOW, POLICY, CALENDAR)}


def test_lists_of_their_own_do_not_hold_it() -> None:
    """Neither Home nor what waits for somebody knows of a case they are kept out of."""
    case = excluding(COLLEAGUE.id, OKA.id, case=play(taken(), AGREEMENT, PLAN, CONSULT))

    assert {one.person for one in participants(case)}.isdisjoint(case.circle.excluded)
    assert asides(case).keys().isdisjoint(case.circle.excluded)


HANDS: dict[Hands, Case] = {
    Hands.AGREEMENT: play(taken(), AGREEMENT),
    Hands.CONSULT: play(taken(), replace(CONSULT, person=OKA.id)),
    Hands.VISIT: play(taken(), replace(OBSERVE, observer=OKA.id)),
    Hands.TALK: play(taken(), replace(PLAN, near=OKA.id)),
    Hands.GUEST: play(taken(), replace(SCHEDULE, guests=(OKA.id,))),
    Hands.HELP: play(taken(), replace(HELP, manager=OKA.id, manager_other=None)),
    Hands.MELDING: replace(planned(), melding=replace(planned().melding, reporter=OKA.id)),
}


@pytest.mark.parametrize("what", Hands)
def test_what_was_in_their_hands_waits_for_others(what: Hands) -> None:
    """Nothing is forgotten because the one who would do it is kept out; closed, it is over."""
    case = excluding(OKA.id, case=HANDS[what])

    assert left_open(HANDS[what]) == ()
    assert (OKA.id, what) in left_open(case)
    assert left_open(replace(case, status=closed().status)) == ()


def named(command: type, field: str) -> Command:
    """A command that names the OKA in one field, with nothing sensible in the others."""
    filled: dict[str, object] = {one.name: None for one in fields(command)}
    several = field in {"guests", "present", "readers"}
    value: object = (OKA.id,) if several else OKA.id
    if command in {commands.Weigh, commands.Decide} and field == "present":
        value = (replace(TOGETHER[0], person=OKA.id),)
    made: Command = command(**filled | {field: value})
    return made


@pytest.mark.parametrize(
    "command, field", [(kind, field) for kind, names in naming.NAMES.items() for field in names]
)
def test_nobody_gives_them_a_part(command: type, field: str) -> None:
    """Every command that names somebody who is kept out is refused at that field."""
    assert ask(excluding(), named(command, field)) == Refusal("err.excluded", field)


WORDS = frozenset(
    {
        *("text", "reason", "words", "child", "question", "source", "item", "meeting", "outcome"),
        *("parents", "teacher", "not_informing", "parents_reason", "parents_absent", "agreement"),
        *("what", "adviser", "advice", "follow_up", "seen", "since", "safe", "risks", "again"),
        *("risks_long", "talk", "sees_child", "report", "named", "tried", "child_words", "name"),
        *("consult", "because", "visit", "trust", "reporter_other", "child_reason", "contact"),
        *("reference", "help", "goals", "manager_other", "new_school", "vt_reason", "passed_on"),
        *("other", "reaction", "parent", "who", "shared", "share_reason", "bottleneck"),
        *("request", "hold", "names", "entry", "size", "colour", "partners", "not_informed"),
    }
)
"""Fields with words or with ids of parts of a case."""

TEXTS = [str, str | None, tuple[str, ...], tuple[Present, ...]]
OWN = {commands.ExcludePerson, commands.EndExclusion, commands.EndInvitation}


def test_no_field_with_a_person_is_forgotten() -> None:
    """Each text of each command is known to be words, or is held against who is kept out."""
    texts = {(kind, one.name) for kind in RULES for one in fields(kind) if one.type in TEXTS}
    checked = {(kind, field) for kind, names in naming.NAMES.items() for field in names}
    unknown = {
        (kind.__name__, name)
        for kind, name in texts - checked
        if kind not in OWN and name not in WORDS
    }

    assert unknown == set()
    assert checked <= texts
