import re
from dataclasses import replace

import pytest

from dialogs.conversations import help, signal  # noqa: A004 - the module
from dialogs.conversations.home import home
from dialogs.conversations.signs import DOMAINS, signs
from dialogs.desk import HomeDesk
from dialogs.screen import Buttons, Screen
from dialogs.texts import LANGUAGES
from tests.dialogs.desks import room
from tests.dialogs.gallery import screens
from tests.dialogs.reading import actions, keys, says
from tests.school import POLICY, TEACHER
from tests.words import load

PHONE = "home.danger"


@pytest.fixture
def screen() -> Screen:
    return signs(room(TEACHER))


def test_nothing_can_be_ticked_or_sent(screen: Screen) -> None:
    """The examples are to read: no field, no button, no submit (R15)."""
    assert screen.form is None
    assert screen.submit is None
    assert [part for part in screen.parts if isinstance(part, Buttons)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_counted(screen: Screen, language: str) -> None:
    """No number, score or total stands there, but the phone numbers (R15)."""
    texts = load(language)
    shown = [texts.of(text) for text in says(screen) if text.key != PHONE]

    assert [text for text in shown if re.search(r"\d|scor|tota", text, re.IGNORECASE)] == []
    assert PHONE in keys(screen)


def test_the_caveat_stands_above_and_below_the_examples(screen: Screen) -> None:
    """Whoever reads an example has read that no sign proves anything (protocol)."""
    found = keys(screen)
    examples = [found.index(f"signs.{domain}.list") for domain in DOMAINS]
    caveats = [n for n, key in enumerate(found) if key == "signs.caveat"]

    assert min(caveats) < min(examples)
    assert max(examples) < max(caveats)


def test_no_other_screen_shows_the_examples() -> None:
    """They are nowhere without the caveat, also not a few of them beside a form."""
    lists = {f"signs.{domain}.list" for domain in DOMAINS}
    showing = {one.name for one in screens().values() if lists & set(keys(one))}

    assert showing == {"signs"}


def test_examples_that_the_board_has_not_confirmed_say_so(screen: Screen) -> None:
    """Until the board stands for the list, everybody reads that it does not yet."""
    confirmed = signs(room(TEACHER, replace(POLICY, signs_confirmed=True)))

    assert "signs.unconfirmed" in keys(screen)
    assert "signs.unconfirmed" not in keys(confirmed)


def test_the_examples_are_one_tap_away() -> None:
    """From the form, from Home and from the help; none of them asks to look at them first."""
    for screen in (signal.opening(), home(HomeDesk(room(TEACHER))), help.help_screen()):
        assert "signs" in actions(screen), screen.name
