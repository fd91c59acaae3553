from dataclasses import replace

import pytest

from dialogs.conversations import signal
from dialogs.conversations.colleague import colleague
from dialogs.conversations.sent import sent
from dialogs.conversations.signal import SignalAtForm, SignalForm
from dialogs.desk import School
from dialogs.screen import Line, Screen, Tone
from meldcode.policy import Policy
from tests import builders
from tests.dialogs.desks import WORDS, desk
from tests.dialogs.gallery_homes import STRICT
from tests.dialogs.reading import actions, keys, says
from tests.school import TEACHER
from tests.words import load


def alerts(screen: Screen) -> list[str]:
    return [
        one.text.key for one in screen.parts if isinstance(one, Line) and one.tone is Tone.ALERT
    ]


def test_only_the_first_question_needs_typing() -> None:
    """The urgency is preset, so that one sentence is enough to send."""
    screen = signal.opening()
    needed = [name for name in SignalForm.fields() if SignalForm.required(name)]

    assert needed == ["text", "urgency"]
    assert screen.preset == {"text": "", "urgency": "unknown"}


def test_words_after_the_command_are_filled_in() -> None:
    """What was typed with the command stands in the form, with a line that says so."""
    screen = signal.opening("He is hungry")

    assert screen.preset["text"] == "He is hungry"
    assert "chat.args" in keys(screen)
    assert "chat.args" not in keys(signal.opening())


def test_a_draft_comes_back_before_new_words() -> None:
    """Nothing typed before is lost when the command comes with more."""
    screen = signal.resumed({"text": "Yesterday", "child": "Sam"}, "Today")

    assert screen.preset["text"] == "Yesterday\nToday"
    assert screen.preset["child"] == "Sam"
    assert screen.edition != signal.opening().edition


def test_danger_puts_the_phone_first_and_keeps_the_form() -> None:
    """The acute screen shows 112 and Veilig Thuis above the same fields."""
    screen = signal.acute(signal.opening("He is hungry"))
    texts = "\n".join(load("nl").of(text) for text in says(screen))

    assert alerts(screen) == ["sig.now.body"]
    assert {"112", "0800-2000"} <= {number for number in ("112", "0800-2000") if number in texts}
    assert (screen.form, screen.preset["text"]) == (SignalForm, "He is hungry")
    assert "called" in actions(screen)


def test_after_calling_the_form_is_there_again() -> None:
    """Who called is thanked and can still tell the school."""
    screen = signal.called(signal.opening())

    assert keys(screen)[3] == "sig.called"
    assert screen.form is SignalForm


def test_somebody_of_two_schools_says_which() -> None:
    """Only then is there one question more."""
    screen = signal.at_school(signal.opening(), (WORDS, replace(WORDS, id="b", name="De Tweede")))

    assert screen.form is SignalAtForm
    assert [option.shown for option in screen.options["school"]] == [WORDS.name, "De Tweede"]


def test_about_a_colleague_nothing_can_be_sent() -> None:
    """The other route has no fields, and says that nothing was kept."""
    screen = colleague(WORDS)

    assert screen.form is None
    assert actions(screen) == []
    assert {"col.board", "col.nothing", "col.director"} <= set(keys(screen))
    assert "col.board" not in keys(colleague())
    assert alerts(screen) == ["sig.danger"]


def test_about_a_colleague_the_board_comes_first() -> None:
    """With the numbers of the policy the board itself is called, and the inspector has hours."""
    screen = colleague(WORDS, STRICT)
    texts = [load("nl").of(text) for text in says(screen)]

    assert alerts(screen) == ["sig.danger", "col.board.call"]
    assert "col.board" not in keys(screen)
    assert any("0900-0000000" in text and "08:00-17:00" in text for text in texts)


INCOMPLETE = (replace(STRICT, inspector_phone=""), replace(STRICT, inspector_hours=""))


@pytest.mark.parametrize("policy", INCOMPLETE, ids=("no phone", "no hours"))
def test_a_number_without_its_hours_is_not_shown(policy: Policy) -> None:
    """Nobody is sent to a telephone that may be closed without knowing it."""
    found = keys(colleague(WORDS, policy))

    assert "col.inspector" in found
    assert "col.inspector.call" not in found


@pytest.mark.parametrize(
    "contact, key", [(WORDS, "err.stranger.call"), (None, "err.stranger.director")]
)
def test_a_stranger_is_told_whom_to_ask(contact: School | None, key: str) -> None:
    """Who is not in the organisation file reads whom to call, and the numbers for danger."""
    screen = signal.unknown_person(contact)

    assert key in keys(screen)
    assert alerts(screen) == ["sig.danger"]


PROMISES = ((None, "ok.body"), (1, "ok.body.day"), (2, "ok.body.days"))


@pytest.mark.parametrize("days, key", PROMISES)
def test_a_promise_is_shown_only_if_the_board_made_it(days: int | None, key: str) -> None:
    """Without a confirmed term the screen promises none."""
    policy = Policy(answer_promise=days)
    screen = sent(desk(builders.raised(), TEACHER, policy=policy))

    assert [one for one in keys(screen) if one.startswith("ok.body")] == [key]


def test_after_sending_the_code_is_there() -> None:
    """The confirmation holds the code as people say it, and no word of the signal."""
    screen = sent(desk(builders.raised(), TEACHER))

    assert "Code: K7T-4XM" in [load("nl").of(text) for text in says(screen)]
    assert builders.SIGNAL.text not in repr(screen)


def test_sending_twice_says_that_it_was_there_already() -> None:
    """A double tap reads that nothing was sent twice."""
    at = desk(builders.raised(), TEACHER)

    assert "ok.dup" in keys(sent(at, again=True))
    assert "ok.dup" not in keys(sent(at))
