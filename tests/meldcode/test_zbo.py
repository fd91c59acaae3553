from dataclasses import replace

from meldcode import commands, events
from meldcode.choices import ItemKind
from meldcode.parts import Agreement, Item
from tests.builders import AGREEMENT, APPROACH, OUTCOME, SCHEDULE, ask, on_agenda, play, taken
from tests.school import INTERN_BEGELEIDER, MEETING_ON, NOW, OKA, TODAY

KEEP = commands.KeepAgreement(AGREEMENT.agreement)


def test_an_item_stands_on_the_agenda_of_its_meeting() -> None:
    """The chair will see the question, the day, who brings it in and whether parents come."""
    expected = Item(
        id="item",
        meeting="meeting",
        meeting_on=MEETING_ON,
        question="What can we do?",
        parents_invited=True,
        parents_reason=None,
        minutes=10,
        by=INTERN_BEGELEIDER.id,
        at=NOW,
    )

    assert on_agenda().items == (expected,)


def test_parents_may_be_left_out_with_a_reason() -> None:
    """Parents are there "indien mogelijk" (protocol, step 4); if not, the record says why."""
    command = replace(SCHEDULE, parents_invited=False, parents_reason="It is not safe.")

    item = play(taken(), command).items[0]

    assert (item.parents_invited, item.parents_reason) == (False, "It is not safe.")


def test_a_meeting_may_be_today() -> None:
    """An urgent case still comes on the agenda of a meeting later this day."""
    item = play(taken(), replace(SCHEDULE, meeting_on=TODAY)).items[0]

    assert item.meeting_on == TODAY


def test_a_discussed_case_may_come_back_at_the_same_meeting() -> None:
    """Once its item has an outcome, a new one may be put on the agenda."""
    case = play(on_agenda(), OUTCOME, replace(SCHEDULE, item="again"))

    assert [(item.id, item.handled) for item in case.items] == [("item", True), ("again", False)]


def test_an_outcome_belongs_to_one_item() -> None:
    """What came of one item says nothing about the other items of the case."""
    next_one = replace(SCHEDULE, item="next", meeting="next", kind=ItemKind.EVALUATION)
    case = play(on_agenda(), next_one, OUTCOME)

    assert [item.outcome for item in case.items] == [OUTCOME.outcome, None]


def test_an_outcome_is_an_approach_for_child_parents_and_teacher() -> None:
    """The record keeps apart what was agreed on for each (protocol, step 4)."""
    came = play(on_agenda(), APPROACH).items[0].discussed
    assert came is not None

    assert (came.child, came.parents, came.teacher) == (
        "Breakfast at school.",
        "A talk each week.",
        "The IB'er looks in.",
    )


def test_who_tells_the_parents_has_agreed_to_it() -> None:
    """It is an agreement with an owner and a day (protocol, step 5), in the same change."""
    case = play(on_agenda(), APPROACH)

    assert case.agreements == (Agreement("tells", "", OKA.id, MEETING_ON, tells_parents=True),)


def test_nobody_may_tell_the_parents_for_a_reason() -> None:
    """Then it is written why, and no agreement is made."""
    why = replace(APPROACH, informs=None, informs_by=None, not_informing="It is not safe.")
    case = play(on_agenda(), why)

    assert case.agreements == ()
    assert [type(entry.event) for entry in case.entries][-1] is events.ZboDiscussed


def test_parents_who_were_not_invited_need_no_second_reason() -> None:
    """Why they were not invited stands with the item already."""
    uninvited = replace(SCHEDULE, parents_invited=False, parents_reason="It is not safe.")
    case = play(taken(), uninvited, replace(APPROACH, parents_absent=None))

    assert case.items[0].handled


def test_an_agreement_says_who_does_what_by_when() -> None:
    """It is kept as agreed, open until somebody tells that it was carried out."""
    case = play(on_agenda(), AGREEMENT)

    assert case.agreements == (
        Agreement("agreement", "Call the parents.", OKA.id, MEETING_ON, kept=False),
    )


def test_an_agreement_made_twice_is_one() -> None:
    """A second delivery of the same message adds nothing."""
    assert ask(play(on_agenda(), AGREEMENT), AGREEMENT) == ()


def test_an_agreement_is_carried_out_once() -> None:
    """Telling it a second time changes nothing, and other agreements stay open."""
    case = play(on_agenda(), AGREEMENT, replace(AGREEMENT, agreement="other"))

    done = play(case, KEEP, by=OKA)

    assert ask(case, KEEP) == (events.AgreementKept("agreement"),)
    assert [made.kept for made in done.agreements] == [True, False]
    assert ask(done, KEEP) == ()
