from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversations.case import case as case_screen
from dialogs.conversations.case import noted
from dialogs.screen import Line, Screen, Tone
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Grounds, ParentsTalk, Trend, Urgency
from tests import builders
from tests.dialogs.desks import cases, desk
from tests.dialogs.reading import actions, keys, parts, written
from tests.school import CHAIR, INTERN_BEGELEIDER, NOW, TEACHER


def seen(case: Case) -> Screen:
    return case_screen(desk(case))


def test_the_care_team_reads_the_whole_signal() -> None:
    """Who looks along reads the words, the child, the urgency and whether parents know."""
    signal = replace(builders.SIGNAL, parents=ParentsTalk.NOT_YET)
    screen = seen(builders.raised(signal))

    assert written(screen) == [signal.text, signal.child]
    assert {"case.urgency.unknown", "case.parents.not_yet"} <= set(keys(screen))


def test_danger_stands_out_with_the_phone_numbers() -> None:
    """A signal of danger shows 112 and Veilig Thuis above the words."""
    screen = seen(builders.raised(replace(builders.SIGNAL, urgency=Urgency.NOW)))
    alerts = [
        part.text.key for part in parts(screen) if isinstance(part, Line) if part.tone is Tone.ALERT
    ]

    assert alerts == ["case.urgency.now", "home.danger", "talk.wait"]


@pytest.mark.parametrize("parents", [ParentsTalk.NOT_YET, ParentsTalk.YES, None])
def test_nothing_says_wait_without_a_reason(parents: ParentsTalk | None) -> None:
    """The advice to wait with the parents comes only with danger or doubt."""
    assert "talk.wait" not in keys(seen(builders.raised(replace(builders.SIGNAL, parents=parents))))


def test_with_doubt_about_the_parents_veilig_thuis_comes_first() -> None:
    """A teacher's doubt suspends the advice to talk with parents first (domain.md R7)."""
    signal = replace(builders.SIGNAL, parents=ParentsTalk.UNSAFE)

    assert "talk.wait" in keys(seen(builders.raised(signal)))


OFFERED = {
    "raised": {"take", "answer", "ask", "talk", "advice", "schedule", "weighing", "close"},
    "taken": {"answer", "ask", "talk", "advice", "schedule", "weighing", "agreement"},
    "on_agenda": {"outcome", "weighing"},
    "weighed": {"question", "weighing"},
    "unsafe": {"question", "decision"},
    "safe": {"decision"},
    "decided": {"note", "snooze", "following", "close"},
    "closed": {"reopen"},
}
HIDDEN = {
    "raised": {"question", "decision", "note", "snooze", "reopen", "withdraw", "add"},
    "taken": {"take", "question", "decision"},
    "safe": {"question"},
    "decided": {"decision"},
    "closed": {"answer", "weighing", "close", "take"},
}


@pytest.mark.parametrize("name", OFFERED)
def test_what_makes_sense_now_is_offered(name: str) -> None:
    """The care team finds what can be done at this moment."""
    assert OFFERED[name] - set(actions(seen(cases()[name]))) == set()


@pytest.mark.parametrize("name", HIDDEN)
def test_what_makes_no_sense_now_is_not_offered(name: str) -> None:
    """Nobody gets a button that can only be refused."""
    assert HIDDEN[name] & set(actions(seen(cases()[name]))) == set()


def test_everything_that_was_written_is_in_the_conversation() -> None:
    """The record shows each text of the case, the newest first."""
    case = builders.play(
        builders.taken(), builders.TALK, builders.ADVICE, commands.Write("Come by.")
    )

    assert written(seen(case))[2:] == ["Come by.", "Adviser", "Keep talking.", "They see it too."]


def test_a_closed_suspicion_that_was_wrong_says_so() -> None:
    """That a suspicion was unfounded stands on top of a closed case."""
    close = commands.CloseCase(Grounds.UNFOUNDED, "A bruise from football.")

    assert "case.unfounded" in keys(seen(builders.play(builders.taken(), close)))


def test_it_still_says_so_after_reopening() -> None:
    """Who takes a case up again sees that it was once found wrong."""
    close = commands.CloseCase(Grounds.UNFOUNDED, "A bruise from football.")
    screen = seen(builders.play(builders.taken(), close, builders.REOPEN))

    assert "case.unfounded.before" in keys(screen)


def test_another_ending_says_nothing_of_the_kind() -> None:
    """A case that went well is not called unfounded."""
    assert not {"case.unfounded", "case.unfounded.before"} & set(keys(seen(builders.closed())))


def test_both_routes_show_what_was_worked_on() -> None:
    """The steps of the meldcode and of the support route stand side by side."""
    texts = {
        part.text.key: part.text.args
        for part in seen(builders.taken()).parts
        if isinstance(part, Line)
    }

    assert texts["route.meldcode"] == {"steps": "1 2"}
    assert texts["route.support"] == {"steps": "1 2"}


def test_an_open_agreement_has_a_button_of_its_own() -> None:
    """An agreement can be marked as done where it stands, and then disappears."""
    made = builders.play(builders.taken(), builders.AGREEMENT)
    kept = builders.play(made, commands.KeepAgreement(builders.AGREEMENT.agreement))

    assert builders.AGREEMENT.what in written(seen(made))
    assert "keep" in actions(seen(made))
    assert "keep" not in actions(seen(kept))


def test_an_agreement_that_is_late_is_called_late() -> None:
    """After its day an agreement stands out."""
    made = builders.play(builders.taken(), builders.AGREEMENT)
    late = desk(made, now=NOW + timedelta(days=60))

    assert "agreement.above" in keys(seen(made))
    assert "agreement.late" in keys(case_screen(late))


def test_only_the_author_reads_that_words_are_still_in_chat() -> None:
    """Who typed in the thread is reminded to delete it there; nobody else can."""
    typed = commands.Write("I will call.", source="D1:2.3")
    case = builders.play(builders.taken(), typed)
    remaining = frozenset({"D1:2.3"})

    assert "chat.still" in keys(case_screen(desk(case, typed=remaining)))
    assert "chat.still" not in keys(case_screen(desk(case)))
    assert "chat.still" not in keys(case_screen(desk(case, TEACHER, typed=remaining)))


def test_more_worries_are_answered_at_once() -> None:
    """After "I worry more" the answer holds the phone number; after another look it does not."""
    worse = builders.play(builders.decided(), commands.NoteFollowing(Trend.WORSE))
    better = builders.play(builders.decided(), commands.NoteFollowing(Trend.BETTER))

    assert "nud.worse.body" in keys(noted(desk(worse)))
    assert "nud.worse.body" not in keys(noted(desk(better)))


def test_a_colleague_who_left_is_called_somebody() -> None:
    """A case stays readable when the person who wrote in it has left."""
    case = replace(builders.taken(), raised_by="gone")
    screen = case_screen(replace(desk(case), room=replace(desk(case).room, staff=(CHAIR,))))

    assert INTERN_BEGELEIDER.id not in str(screen)
