from datetime import timedelta

import pytest

from dialogs import registry
from dialogs.conversations import correction, observation
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.case import in_order
from dialogs.conversations.chronology import MOST_BLOCKS, OLDER, TIMELINE, blocks
from dialogs.conversations.facts import FACTS
from dialogs.conversations.sent import sent
from dialogs.screen import Screen
from meldcode import commands, events
from meldcode.access import Relation
from meldcode.case import Case
from meldcode.choices import Origin
from meldcode.events import Entry
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, parts, says, written
from tests.school import CHAIR, INTERN_BEGELEIDER, NOW, TEACHER, TODAY

LONG_AGO = TODAY - timedelta(30)
OLD = commands.AddObservation("She had a bruise.", origin=Origin.SEEN, on=LONG_AGO)


def ordered(case: Case, action: str = "timeline") -> Screen:
    return in_order(action, desk(case))


@pytest.mark.parametrize("origin", Origin)
def test_the_kind_stands_with_the_words(origin: Origin) -> None:
    """Who reads an addition reads how it is known and on what day it happened."""
    added = commands.AddObservation("Words.", origin=origin, on=LONG_AGO)
    screen = case_screen(desk(builders.play(builders.taken(), added)))
    happened = [one.args["on"] for one in says(screen) if one.key == "chr.happened"]

    assert f"chr.origin.{origin}" in keys(screen)
    assert happened == [LONG_AGO.isoformat()]


def test_a_bare_addition_says_nothing_of_kind_or_day() -> None:
    """What was not said is not made up."""
    screen = case_screen(desk(builders.play(builders.raised(), commands.AddObservation("Words."))))

    assert [key for key in keys(screen) if key.startswith(("chr.origin", "chr.happened"))] == []


def test_a_marked_signal_shows_it_on_top() -> None:
    """The first text carries its kind as soon as the care team has marked it."""
    found = keys(case_screen(desk(builders.play(builders.taken(), builders.MARK))))

    assert found.index("case.signal") < found.index("chr.origin.seen") < found.index("case.child")


def test_the_chronology_is_in_the_order_of_what_happened() -> None:
    """Each entry stands under the day on which it happened, and says when it was written."""
    screen = ordered(builders.play(builders.taken(), OLD, builders.TALK))
    days = [one.args["on"] for one in says(screen) if one.key == "timeline.day"]

    assert written(screen) == [OLD.text, builders.SIGNAL.text, "They see it too."]
    assert days == sorted(days)
    assert days[0] == LONG_AGO.isoformat()
    assert "chr.raised" in keys(screen)
    assert "open" in actions(screen)


def test_a_long_chronology_goes_on_on_other_pages() -> None:
    """The pages together hold every text once, oldest first."""
    words = [f"Words {number}" for number in range(60)]
    case = builders.play(builders.raised(), *(commands.Write(text) for text in words))
    found = [ordered(case)]
    while later := [one for one in actions(found[-1]) if one in TIMELINE]:
        found.append(registry.SCREENS[later[0]](desk(case)))
    read = [text for page in found for text in written(page) if text.startswith("Words")]

    assert len(found) > 2
    assert read == words
    assert all(blocks(parts(page)) <= MOST_BLOCKS + 6 for page in found)


@pytest.mark.parametrize("book", [TIMELINE, OLDER, FACTS], ids=lambda book: str(book[0]))
def test_the_last_page_that_can_be_opened_says_if_there_is_more(book: tuple[str, ...]) -> None:
    """Nobody takes for all what is not all; where all of it fits nothing is said."""
    case = builders.taken()
    told = (events.ObservationAdded(f"Told {n}.", origin=Origin.SEEN) for n in range(400))
    long = case.then(
        Entry(case.version + n, NOW, TEACHER.id, event) for n, event in enumerate(told, start=1)
    )
    last, before = (keys(registry.SCREENS[action](desk(long))) for action in book[:-3:-1])

    assert "pages.out" in last
    assert "pages.out" not in before
    assert "pages.out" not in keys(registry.SCREENS[book[0]](desk(case)))


def test_the_chronology_of_others_holds_what_they_may_read() -> None:
    """The teacher finds her own part, the chair nothing."""
    case = builders.play(builders.on_agenda(), OLD, builders.TALK)

    assert written(in_order("timeline", desk(case, TEACHER))) == [OLD.text]
    assert written(in_order("timeline", desk(case, CHAIR))) == []


def test_a_correction_and_what_it_puts_right_are_both_there() -> None:
    """The old words stay, say that they were corrected, and the new ones have a reason."""
    screen = case_screen(desk(builders.play(builders.taken(), builders.CORRECT)))

    assert {builders.SIGNAL.text, builders.CORRECT.text, builders.CORRECT.reason} <= set(
        written(screen)
    )
    assert {"case.corrected", "chr.corrected", "chr.reason"} <= set(keys(screen))


def test_the_teacher_reads_corrections_of_what_she_reads() -> None:
    """A correction of a report that she does not see stays with the care team."""
    talked = builders.play(builders.taken(), builders.TALK)
    hidden = commands.CorrectEntry(talked.version, "mark-hidden", "mark-reason")
    case = builders.play(talked, builders.CORRECT, hidden)
    screen = case_screen(desk(case, TEACHER))

    assert builders.CORRECT.text in written(screen)
    assert [text for text in written(screen) if text.startswith("mark")] == []


LISTS = (observation.mark, correction.correct)


@pytest.mark.parametrize("make", LISTS, ids=("mark", "correct"))
def test_the_chair_is_offered_no_entry(make: object) -> None:
    """A forged button shows the chair no author and no moment of anything."""
    assert callable(make)
    at = desk(builders.on_agenda(), CHAIR)
    screen = make(at)

    assert at.relation is Relation.CHAIR
    assert screen.name == "refused"
    assert TEACHER.name not in repr(screen)


def test_the_newest_entry_is_offered_first() -> None:
    """A list of entries says when and by whom, never what."""
    case = builders.play(builders.taken(), commands.Write("Thank you."))
    offered = correction.correct(desk(case)).options["entry"]

    assert [option.value for option in offered] == ["4", "1"]
    assert "Thank you." not in repr(offered)
    assert INTERN_BEGELEIDER.name in repr(offered[0])


def test_a_child_without_a_name_can_be_named() -> None:
    """The teacher finds the button as long as no name was given; the care team in its menu."""
    nameless = builders.raised(commands.RaiseSignal("He is sad."))

    assert "name" in actions(case_screen(desk(nameless, TEACHER)))
    assert "name" not in actions(case_screen(desk(builders.raised(), TEACHER)))
    assert "name" in actions(registry.SCREENS["menu_record"](desk(nameless)))


def test_after_sending_one_tap_says_whether_it_was_told_in_person() -> None:
    """Two buttons, and after one of them a sentence that fits the answer instead."""
    asked = sent(desk(builders.raised(), TEACHER))
    yes, no = (builders.play(builders.raised(), one) for one in builders.IN_PERSON)

    assert [one for one in actions(asked) if one.endswith("told")] == ["told", "not_told"]
    assert "ok.in_person.yes" in keys(sent(desk(yes, TEACHER)))
    assert "ok.in_person.no" in keys(sent(desk(no, TEACHER)))
    assert "told" not in actions(sent(desk(no, TEACHER)))


def test_the_care_team_reads_whether_it_was_told_in_person() -> None:
    """Who must still drop by reads so; of her own signal an intern begeleider is not asked."""
    yes, no = (builders.play(builders.raised(), one) for one in builders.IN_PERSON)

    assert "case.in_person.yes" in keys(case_screen(desk(yes)))
    assert "case.in_person.no" in keys(case_screen(desk(no)))
    assert "ok.in_person" not in keys(sent(desk(builders.raised())))
