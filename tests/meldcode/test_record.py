from dataclasses import replace
from datetime import timedelta

import pytest

from meldcode import commands, events
from meldcode.choices import Link, Origin, Urgency
from meldcode.chronology import by_event, happened_on
from meldcode.parts_record import Joint, Mark
from meldcode.refusal import Refusal
from meldcode.rules.record import correctable
from tests.builders import (
    ADDED,
    ADVICE,
    CORRECT,
    LINK,
    MARK,
    NAMED,
    TALK,
    UNLINK,
    ask,
    play,
    raised,
    taken,
    weighed,
)
from tests.school import CALENDAR, COLLEAGUE, INTERN_BEGELEIDER, NOW, TEACHER, TODAY

LONG_AGO = TODAY - timedelta(30)


def test_an_observation_keeps_how_it_is_known_and_when_it_happened() -> None:
    """The kind and the day of what happened stand beside the day of writing."""
    case = play(raised(), ADDED)

    assert case.entries[-1].at == NOW
    assert case.record.mark(2) == Mark(2, Origin.CHILD, TODAY)


def test_the_signal_is_marked_later() -> None:
    """The care team says how the first text came to be known; the last word counts."""
    again = commands.MarkObservation(1, Origin.OTHERS, LONG_AGO)
    case = play(taken(), MARK, again)

    assert case.record.mark(1) == Mark(1, Origin.OTHERS, LONG_AGO)
    assert ask(case, again) == ()
    assert [type(entry.event) for entry in case.entries[-2:]] == [events.ObservationMarked] * 2


def test_a_name_given_later_is_the_childs_name() -> None:
    """What the case then calls the child is the new name; the signal as told stays as it was."""
    case = play(raised(), NAMED)

    assert case.signal is not None
    assert case.signal.child == NAMED.child
    assert case.entries[0].event == events.SignalRaised(
        "He comes to school hungry.", Urgency.UNKNOWN, "Sam"
    )
    assert ask(case, NAMED) == ()


def test_telling_in_person_can_be_said_again() -> None:
    """First not, later yes: the last answer counts, and the same answer twice is one."""
    no, yes = commands.TellInPerson(told=False), commands.TellInPerson(told=True)
    case = play(raised(), no, yes)

    assert case.record.in_person is True
    assert ask(case, yes) == ()
    assert raised().record.in_person is None


def test_a_correction_leaves_the_old_words() -> None:
    """Both stand in the journal: what was written, and what it should have said and why."""
    before = taken()
    case = play(before, CORRECT)

    assert case.entries[: before.version] == before.entries
    assert case.entries[-1].event == events.EntryCorrected(1, CORRECT.text, CORRECT.reason)
    assert case.record.corrected == {1}


def test_a_correction_can_be_corrected() -> None:
    """It is an entry like any other."""
    once = play(raised(), CORRECT, by=TEACHER)

    assert play(once, commands.CorrectEntry(2, "No, late.", "Mixed up."), by=TEACHER).version == 3


def test_the_author_corrects_her_own_words_only() -> None:
    """A teacher puts her own entries right; the care team those of everybody."""
    case = play(taken(), commands.Write("When was it?"), TALK)

    assert [entry.seq for entry in correctable(case, TEACHER)] == [1]
    assert [entry.seq for entry in correctable(case, INTERN_BEGELEIDER)] == [1, 4, 5]
    assert correctable(case, COLLEAGUE) == ()
    assert ask(case, commands.CorrectEntry(4, "No.", "No."), by=TEACHER) == Refusal(
        "err.not_correctable", "entry"
    )


def test_nobody_rewrites_what_was_weighed_together() -> None:
    """A weighing is only replaced by a new one of several people (domain.md anchor 10)."""
    found = {type(entry.event) for entry in correctable(weighed(), INTERN_BEGELEIDER)}

    assert events.Weighed not in found
    assert events.ZboDiscussed in found


@pytest.mark.parametrize("seq, day", [(1, None), (2, LONG_AGO), (3, TODAY - timedelta(1))])
def test_some_entries_have_a_day_of_their_own(seq: int, day: object) -> None:
    """A talk has one, an observation if it was said, and the signal only once it is marked."""
    added = commands.AddObservation("He cried.", on=LONG_AGO)
    talk = replace(TALK, on=TODAY - timedelta(1))
    case = play(play(raised(), added), talk)

    assert happened_on(case, case.entries[seq - 1]) == day


def test_the_chronology_follows_what_happened() -> None:
    """What happened first comes first, whenever it was written; what has no day by its writing."""
    added = commands.AddObservation("He cried.", on=LONG_AGO)
    case = play(raised(), ADVICE, added)

    assert by_event(case, case.entries, CALENDAR) == (
        (LONG_AGO, case.entries[2]),
        (TODAY, case.entries[0]),
        (TODAY, case.entries[1]),
    )


def test_cases_are_linked_and_taken_apart() -> None:
    """A link says with which case and how; the last word about a case counts."""
    sibling = replace(LINK, kind=Link.SIBLING)
    case = play(taken(), LINK)
    again = play(case, sibling)

    assert case.record.joints == (Joint("other", Link.SAME_CHILD),)
    assert again.record.joints == (Joint("other", Link.SIBLING),)
    assert ask(again, sibling) == ()
    assert play(again, UNLINK).record.joints == ()


@pytest.mark.parametrize("kind", Link)
def test_a_link_changes_nothing_else(kind: Link) -> None:
    """No name, label, form or decision comes along (domain.md row 69)."""
    before = taken()
    case = play(before, replace(LINK, kind=kind))

    assert replace(case, entries=before.entries, record=before.record) == before
