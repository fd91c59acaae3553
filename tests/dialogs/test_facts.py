from dataclasses import replace
from typing import get_args

import pytest

from dialogs import registry
from dialogs.conversations.chronology import blocks
from dialogs.conversations.facts import FACTS, OBSERVED, OF_KIND
from dialogs.screen import Line, Quote, Screen
from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import CareFor, Origin
from meldcode.choices_talks import NotHeld
from meldcode.chronology import by_event
from tests import builders
from tests.builders_after import AFTERCARE, CONTACT, MOVES, SHARE, followed
from tests.builders_melding import CLAIM, HELP, PLAN, TOLD, planned, reported
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, parts, written
from tests.school import CALENDAR, COLLEAGUE, TEACHER, TODAY

SEEN = commands.AddObservation("He hid his arm.", origin=Origin.SEEN, on=TODAY)
THOUGHT = commands.AddObservation("I think he is afraid.", origin=Origin.OWN)
HEADS = ("facts.seen", "facts.done", "facts.thought")


def facts(case: Case, action: str = "facts") -> Screen:
    return registry.SCREENS[action](desk(case))


def pages(case: Case) -> list[Screen]:
    """Every page, by way of the buttons that lead to them."""
    found = [facts(case)]
    while on := [one for one in actions(found[-1]) if one in FACTS]:
        found.append(facts(case, on[0]))
    return found


def under(case: Case) -> dict[str, list[str]]:
    """What was written under each heading, of which every page must begin with one."""
    found: dict[str, list[str]] = {}
    for page in pages(case):
        _collect(page, found)
    return found


def _collect(page: Screen, found: dict[str, list[str]]) -> None:
    heading = ""
    for part in parts(page):
        if isinstance(part, Line) and part.text.key in HEADS:
            heading = part.text.key
        if isinstance(part, Quote) and heading:
            found.setdefault(heading, []).append(part.text)


def test_facts_stand_apart_from_what_people_think() -> None:
    """Seen and heard, done and agreed, and thought: each under a heading of its own."""
    case = builders.play(
        builders.decided(), SEEN, THOUGHT, builders.TALK, builders.ADVICE, HELP, PLAN, TOLD
    )
    found = under(case)

    assert {builders.SIGNAL.text, SEEN.text, builders.TALK.report} <= set(found["facts.seen"])
    assert {builders.ADVICE.advice, builders.OUTCOME.outcome, HELP.what} <= set(found["facts.done"])
    assert {THOUGHT.text, builders.WEIGH.reason} <= set(found["facts.thought"])
    assert THOUGHT.text not in (*found["facts.seen"], *found["facts.done"])


def test_what_was_put_right_stands_with_what_it_puts_right() -> None:
    """Veilig Thuis hears the better words, and that they are better ones."""
    case = builders.play(builders.taken(), builders.CORRECT)

    assert builders.CORRECT.text in under(case)["facts.seen"]
    assert "case.corrected" in keys(facts(case))


def test_what_is_no_fact_is_left_out() -> None:
    """The conversation between colleagues and the weighing of trust are not reported."""
    case = builders.play(planned(), commands.Write("Shall we call?"))

    assert not {"Shall we call?", PLAN.trust} & set(written(facts(case)))


def test_facts_come_in_the_order_in_which_they_happened() -> None:
    """What happened first is told first, whenever it was written down."""
    earlier = replace(builders.TALK, on=TODAY.replace(day=1), report="Long ago.")
    case = builders.play(builders.taken(), builders.TALK, earlier)
    told = [text for text in written(facts(case)) if text in {"Long ago.", builders.TALK.report}]

    assert told == ["Long ago.", builders.TALK.report]
    assert next(day for day, _ in by_event(case, case.entries, CALENDAR)) == earlier.on


def test_with_an_anonymous_signaller_her_name_is_not_in_it() -> None:
    """And the screen warns that a fact that only she knows points at her (R6)."""
    case = builders.play(planned(), SEEN, CLAIM)
    screen = facts(case)

    assert TEACHER.name not in who(screen)
    assert {"facts.shielded", "anonymous.one", "facts.known"} <= set(keys(screen))


def test_by_name_there_is_no_warning() -> None:
    """In principle a melding is by name, and then nothing is hidden."""
    found = keys(facts(builders.play(planned(), SEEN)))

    assert not {"facts.shielded", "anonymous.one", "facts.known"} & set(found)


def test_the_name_of_the_child_is_in_it() -> None:
    """Veilig Thuis needs to know whom it is about; this screen stays in the modal."""
    assert builders.SIGNAL.child in written(facts(builders.taken()))


def test_many_facts_go_on_on_other_pages() -> None:
    """Every page fits, every fact is on exactly one of them, and each leads on."""
    many = [replace(SEEN, text=f"Seen {number}.") for number in range(60)]
    case = builders.play(builders.taken(), *many)
    told = [text for page in pages(case) for text in written(page) if text.startswith("Seen")]

    assert len(pages(case)) > 1
    assert sorted(told) == sorted(one.text for one in many)
    assert {one.text for one in many} <= set(under(case)["facts.seen"])
    assert all(blocks(parts(page)) <= 100 for page in pages(case))


def test_a_page_past_the_last_shows_the_last() -> None:
    """An old button leads nowhere empty."""
    case = builders.taken()

    assert written(facts(case, "facts9")) == written(facts(case))


def beside(case: Case, *others: Case) -> Screen:
    """The facts of a case with others that are joined with it as the same child."""
    return registry.SCREENS["facts"](replace(desk(case), others=tuple(map(desk, others))))


def who(screen: Screen) -> set[object]:
    return {
        part.above.args.get("who") if isinstance(part, Quote) else part.text.args.get("who")
        for part in parts(screen)
        if isinstance(part, Line | Quote)
    }


def test_what_others_told_of_the_child_is_in_it_with_the_code_of_its_case() -> None:
    """Seen and done in joined cases, under the same headings; what was thought there is not."""
    other = builders.play(builders.decided(), replace(SEEN, text="mark-other"), THOUGHT)
    screen = beside(builders.play(planned(), SEEN), other)

    assert {SEEN.text, "mark-other", builders.OUTCOME.outcome} <= set(written(screen))
    assert not {THOUGHT.text, builders.WEIGH.reason} & set(written(screen))
    assert keys(screen).count("facts.seen") == 1
    assert "joined.day" in keys(screen)


def test_who_stays_anonymous_in_one_case_of_a_child_is_in_none_of_its_facts() -> None:
    """Whichever of the two is looked at, neither line nor text tells who it was (R6)."""
    hidden = builders.play(planned(), CLAIM)
    plain = builders.play(builders.taken(), replace(SEEN, text=f"Heard by {TEACHER.name}."))
    for one, other in ((hidden, plain), (plain, hidden)):
        screen = beside(one, other)

        assert TEACHER.name not in who(screen)
        assert TEACHER.name not in repr(written(screen))
        assert {"facts.shielded", "anonymous.one"} <= set(keys(screen))


ANSWER = commands.AnswerConsult(builders.CONSULT.consult, "mark-answered")
UNSAFE = commands.RecordNoTalk(NotHeld.UNSAFE, "mark-not-safe")
PARTNERS: tuple[tuple[Case, str, str], ...] = (
    (
        builders.play(builders.play(builders.taken(), builders.CONSULT), ANSWER, by=COLLEAGUE),
        *("facts.seen", ANSWER.text),
    ),
    (
        builders.play(builders.taken(), builders.OBSERVE, builders.OBSERVED),
        *("facts.seen", builders.OBSERVED.text),
    ),
    (
        builders.play(followed(SHARE), commands.Write("mark-follower"), by=COLLEAGUE),
        *("facts.seen", "mark-follower"),
    ),
    (builders.play(builders.taken(), builders.DISCUSSION), "facts.done", builders.DISCUSSION.text),
    (builders.play(builders.taken(), UNSAFE), "facts.done", "mark-not-safe"),
    (builders.play(builders.decided(), CONTACT), "facts.done", CONTACT.report),
)


@pytest.mark.parametrize("case, heading, text", PARTNERS, ids=range(len(PARTNERS)))
def test_what_partners_and_colleagues_saw_is_in_it(case: Case, heading: str, text: str) -> None:
    """A melding rests on facts of school and of its partners, also that talking was not safe."""
    assert text in under(case)[heading]


def test_a_move_and_an_earlier_melding_are_facts() -> None:
    """Veilig Thuis reads that the child was taken away, and what was reported before."""
    found = [key for page in pages(builders.play(reported(), MOVES)) for key in keys(page)]

    assert "chr.reported" in found
    assert any(key.startswith("chr.move") for key in found)


@pytest.mark.parametrize("whom", CareFor)
def test_care_for_the_teacher_is_no_fact_about_the_family(whom: CareFor) -> None:
    """What was done for the child and the parents is."""
    case = builders.play(builders.decided(), replace(AFTERCARE, whom=whom, words="mark-care"))

    assert ("mark-care" in written(facts(case))) is (whom is not CareFor.TEACHER)


NO_FACT: dict[str, tuple[type, ...]] = {
    "for some of the care team only": (events.ConfidentialWritten,),
    "between colleagues": (
        *(events.SignalRead, events.SignalWithdrawn, events.ToldInPerson, events.CaseTaken),
        *(events.Answered, events.FollowerAnswered, events.OpinionGiven),
    ),
    "asked, declined or taken back": (
        *(events.ColleagueAsked, events.ColleagueDeclined, events.ConsultWithdrawn),
        *(events.ClassObservationPlanned, events.ClassObservationCancelled),
        *(events.TalkPlanned, events.CameOut, events.AdvicePrepared, events.ZboScheduled),
        *(events.ItemMoved, events.ItemTakenOff),
    ),
    "how the record is kept": (
        events.Countersigned,
        *(events.ChildNamed, events.ObservationMarked, events.CaseLinked, events.CaseUnlinked),
        *(events.PolicyApplied, events.CaseClosed, events.CaseReopened, events.ParentRecorded),
    ),
    "in whose hands it is": (events.HandedOver, events.FollowerNamed, events.StaffLeft),
    "when somebody looks": (events.FollowingAgreed, events.CheckSnoozed),
    "how the melding itself is made": (
        *(events.MeldingPlanned, events.AnonymityClaimed, events.AnonymityLifted),
    ),
    "of Veilig Thuis itself": (events.FeedbackReceived, events.FeedbackChased),
    "about who may know of it": (
        *(events.PersonExcluded, events.ExclusionEnded),
        *(events.GuestInvited, events.InvitationEnded, events.GlassBroken),
    ),
    "about keeping and erasing": (
        *(events.SchoolLeft, events.HoldPlaced, events.HoldLifted),
        *(events.ErasureDecided, events.ErasureCalledOff),
    ),
    "what somebody asked about the record": (
        *(events.RequestMade, events.CopyPrepared, events.RequestDecided, events.RequestAnswered),
    ),
}
"""Why an event is no fact for Veilig Thuis -> those events."""


def test_of_every_event_it_is_known_if_it_is_a_fact() -> None:
    """A new kind of event is put under a heading, or among what is none, by somebody."""
    none = {kind for kinds in NO_FACT.values() for kind in kinds}
    by_what_they_say = {*OBSERVED, events.EntryCorrected, events.AftercareDone}

    assert set(OF_KIND) | none | by_what_they_say == set(get_args(events.Event))
    assert not none & (set(OF_KIND) | by_what_they_say)
