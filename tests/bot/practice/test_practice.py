"""Practising: the real forms and rules on an invented child, marked, in memory and gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.practice import cast
from bot.practice.practice import KNOWN_HERE, LASTS
from bot.service.answers import Correct
from dialogs import registry
from dialogs.conversations.chronology import blocks
from dialogs.conversations.practice import BEGINS, MARK, STORIES
from dialogs.parts import alert
from dialogs.say import say
from dialogs.screen import Screen
from meldcode.choices import Decision
from tests.bot.house import Clock
from tests.bot.practice.exercising import (
    ACCOUNT,
    ADVICE,
    SIGNAL,
    WEIGH,
    look,
    practice,
    sent,
    shown,
    told,
    unmarked,
)
from tests.dialogs.reading import buttons, keys, says, written
from tests.words import load

TITLE = 24
MOST_BLOCKS = 100


def is_marked(screen: Screen) -> bool:
    """Title, first line and every name say that this is practice."""
    actions = all(one.action.startswith(MARK) for one in buttons(screen))
    first = screen.parts[0] == alert("practice.mark")
    title = screen.title == say("practice.title")
    return screen.name.startswith(MARK) and actions and first and title


def test_a_fixed_set_of_stories() -> None:
    """Each has a text, an invented name and a way to begin; the first screen says what is kept."""
    screen = practice().enter(ACCOUNT)

    assert {f"{MARK}{one}" for one in BEGINS} < {one.action for one in buttons(screen)}
    assert {"practice.warn", "practice.term"} < {*keys(screen)}
    assert {f"practice.{story}.text" for story in STORIES} < {*keys(screen)}


@pytest.mark.parametrize("action", BEGINS)
def test_a_story_stands_above_the_real_form(action: str) -> None:
    """The form is that of a signal, with the invented name in it and no promise of a draft."""
    at = practice()
    screen = look(at, action)

    assert screen.form is registry.FORMS["signal"]
    assert screen.preset["child"].key == action.replace("begin_", "practice.") + ".child"
    assert not {"sig.draft", "sig.close"} & {*keys(screen)}
    assert is_marked(screen)


def test_the_whole_way_from_signal_to_decision() -> None:
    """Told, read, advice, weighed together, five questions, decided: all by the real rules."""
    at = told()
    shown(sent(at, "advice", ADVICE))
    shown(sent(at, "weighing", WEIGH))
    for number, answer in enumerate(("yes", "no", "yes", "yes", "yes"), start=1):
        shown(sent(at, f"question{number}", ANSWERED | {"answer": answer}))
    last = sent(at, "decision_help", DECIDE)
    case = at.going[ACCOUNT].case

    assert case.decision is not None
    assert case.decision.decision is Decision.HELP
    assert "practice.ready" in keys(shown(last))
    assert at.newly_finished(ACCOUNT)
    assert not at.newly_finished(ACCOUNT)


ANSWERED = {"present": WEIGH["present"], "reason": "Because."}
DECIDE = {
    "present": WEIGH["present"],
    "reason": "Because.",
    "decision": "help",
    "not_informing": "Later.",
}


def test_the_rules_are_those_of_a_real_case() -> None:
    """One person cannot weigh, doubt leaves no help, and what was typed stays."""
    at = told()
    alone = sent(at, "weighing", WEIGH | {"present": [WEIGH["present"][0]]})
    shown(sent(at, "weighing", WEIGH))
    for number, answer in enumerate(("yes", "doubt"), start=1):
        shown(sent(at, f"question{number}", ANSWERED | {"answer": answer}))
    help_only = sent(at, "decision_help", DECIDE)

    assert alone == Correct({"present": "err.together"})
    assert isinstance(help_only, Correct)


def test_every_screen_of_an_exercise_is_marked() -> None:
    """Whatever button is pressed, the mark is on top and no button leads out, but to the end."""
    at = told()
    shown(sent(at, "schedule", SCHEDULE))
    (item,) = at.going[ACCOUNT].case.items
    seen = [look(at, one, handle) for one in KNOWN_HERE - LEADS for handle in (cast.WHOLE, item.id)]
    seen += [at.enter(ACCOUNT), *(look(at, one) for one in BEGINS)]

    assert [screen.name for screen in seen if not is_marked(screen)] == []


LEADS = frozenset({"leave", "called", "go_on", *BEGINS, *registry.COMMANDS})
SCHEDULE = {
    "meeting": cast.MEETING,
    "question": "What now?",
    "parents_invited": "yes",
    "parents_informed": "yes",
    "minutes": "10",
}


def test_marked_screens_fit() -> None:
    """With the mark on it a screen stays within what the platform shows."""
    at = told()
    nl = load("nl")
    for action in KNOWN_HERE - LEADS:
        screen = look(at, action)
        fields = len(screen.form.fields()) if screen.form else 0

        assert len(nl.of(screen.title)) <= TITLE
        assert blocks((*screen.parts, *screen.after)) + fields <= MOST_BLOCKS


def test_no_name_of_practice_is_a_name_of_the_product() -> None:
    """A marked form or button can never be taken for a real one, however it is delivered."""
    real = {*registry.FORMS, *registry.SCREENS, *registry.COMMANDS, *registry.PROCESS}
    at = told()
    names = {look(at, one).name for one in KNOWN_HERE - LEADS}
    actions = {one.action for name in KNOWN_HERE - LEADS for one in buttons(look(at, name))}

    assert real & (names | actions) == set()
    assert not any(name.startswith(MARK) for name in real)


def test_stopping_throws_everything_away() -> None:
    """The last screen says so, is no longer marked, and leads to telling about a real child."""
    at = told()
    screen = look(at, "leave")

    assert at.going == {}
    assert not screen.name.startswith(MARK)
    assert {"practice.over", "practice.over.real"} < {*keys(screen)}
    assert [one.action for one in buttons(screen)] == ["new_signal"]
    assert look(at, "open") == screen
    assert shown(sent(at, "advice", ADVICE)) == screen


def test_a_new_start_forgets_the_last() -> None:
    """Who opens practice again, or begins another story, starts with nothing."""
    at = told()
    look(at, "begin_told")

    assert at.going[ACCOUNT].case == cast.blank()

    at.enter(ACCOUNT)

    assert at.going == {}


def test_what_nobody_goes_on_with_is_gone_after_a_while() -> None:
    """Two hours after the last step, without anybody doing anything."""
    clock = Clock()
    at = practice(clock)
    look(at, "begin_quiet")
    shown(sent(at, "signal", {**SIGNAL}, ""))
    clock.later(seconds=LASTS.total_seconds() - 1)
    at.purge()
    kept = {*at.going}
    clock.later(seconds=1)
    at.purge()

    assert kept == {ACCOUNT}
    assert at.going == {}
    assert timedelta(hours=2) == LASTS


def test_a_double_tap_is_one_step() -> None:
    """The same form delivered twice shows the same and happens once."""
    at = told()
    first = at.submit(ACCOUNT, "advice", ADVICE, cast.WHOLE, "one")
    second = at.submit(ACCOUNT, "advice", ADVICE, cast.WHOLE, "one")
    taken = [at.act(ACCOUNT, "take", cast.WHOLE, "two") for _ in range(2)]

    assert first == second
    assert taken[0] == taken[1]
    assert [type(one.event).__name__ for one in at.going[ACCOUNT].case.entries].count(
        "AdviceReceived"
    ) == 1


def test_two_people_practise_apart() -> None:
    """What one does is not seen by the other."""
    at = told()
    at.show("U2", "begin_told", "", {})

    assert at.going["U2"].case == cast.blank()
    assert at.going[ACCOUNT].case.signal is not None


def test_danger_shows_the_phone_and_keeps_the_form() -> None:
    """As in earnest; and after the call the form is there again."""
    at = practice()
    look(at, "begin_bruise")
    danger = at.signal(ACCOUNT, "urgency", {"urgency": "now"})
    called = at.signal(ACCOUNT, "called", {})

    assert danger
    assert called
    assert "sig.now.body" in keys(danger)
    assert "sig.called" in keys(called)
    assert is_marked(danger)
    assert is_marked(called)
    assert at.signal(ACCOUNT, "text", {}) is None
    assert at.signal("U2", "urgency", {"urgency": "now"}) is None


@pytest.mark.parametrize("form", ["search", "link", "jot", "meeting", "signal", "signal_at"])
def test_what_is_about_more_than_this_child_is_no_practice(form: str) -> None:
    """A forged form of the process, or a second signal, does nothing."""
    at = told()
    before = at.going[ACCOUNT].case
    answer = sent(at, form, {**SIGNAL})

    assert at.going[ACCOUNT].case == before
    assert isinstance(answer, Correct) or unmarked(shown(answer))


def test_a_weighing_waits_for_a_second_person_who_is_not_there() -> None:
    """It says so, as for real; whoever plays alone gets no button, and a forged one is refused."""
    at = told()
    screen = shown(sent(at, "weighing", WEIGH))
    waits = at.going[ACCOUNT].case.unsigned
    assert waits is not None
    forged = at.act(ACCOUNT, "countersign", waits.id, "forged")

    assert "sign.waits.weighing" in keys(screen)
    assert f"{MARK}countersign" not in {one.action for one in buttons(screen)}
    assert "err.second_weighs" in keys(forged)
    assert at.going[ACCOUNT].case.unsigned == waits


def test_after_sending_nobody_is_told_that_it_was_kept() -> None:
    """Whoever typed about a real child does not leave in the belief that somebody reads it."""
    at = practice()
    look(at, "begin_quiet")
    screen = shown(sent(at, "signal", {**SIGNAL}, ""))

    assert not {"ok.body", "ok.body.day", "ok.body.days"} & {*keys(screen)}
    assert "practice.sent" in keys(screen)


def test_the_signal_is_read_back_as_it_was_told() -> None:
    """The intern begeleider of the exercise reads the words of its teacher."""
    screen = look(told(), "open")

    assert SIGNAL["text"] in written(screen)
    assert any(one.key == "case.title" for one in says(screen))


def test_the_code_of_practice_is_no_code_that_can_be_drawn() -> None:
    """Nobody finds a real case under it: it has vowels."""
    assert set(cast.CODE) & set("AEIOU")
    assert replace(cast.blank(), code="") != cast.blank()
