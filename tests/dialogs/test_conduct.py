import pytest

from dialogs import registry
from dialogs.conversations.hide import hidden
from dialogs.conversations.home import home
from dialogs.conversations.signal import opening
from dialogs.desk import HomeDesk
from dialogs.texts import LANGUAGES
from meldcode.people import Person
from tests.dialogs.desks import STAFF, cases, desk, room
from tests.dialogs.reading import actions, buttons, keys, says, written
from tests.school import CHAIR, INTERN_BEGELEIDER, TEACHER
from tests.words import load

TELLING = ("kind", "zorg", "code", "112", "thuis", "child", "concern", "ib")


@pytest.mark.parametrize("viewer", [INTERN_BEGELEIDER, TEACHER, CHAIR], ids=lambda one: one.id)
def test_every_page_of_a_case_can_be_hidden_at_once(viewer: Person) -> None:
    """The button is the very first thing, so that a thumb finds it without looking."""
    at = desk(cases()["everything"], viewer, "item" if viewer is CHAIR else "")
    for action in ("open", "timeline", "menu_record"):
        screen = registry.SCREENS[action](at)

        assert buttons(screen)[0].action == "hide", action
        assert keys(screen)[2] == "hide.button", action


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hidden_screen_tells_nothing(language: str) -> None:
    """No name, no code, no number, no word that says what this is about."""
    screen = hidden("handle")
    text = "\n".join(load(language).of(one) for one in says(screen)).lower()

    assert written(screen) == []
    assert [word for word in TELLING if word in text.split()] == []
    assert "case." not in str(keys(screen))


def test_there_is_one_tap_back() -> None:
    """The way back leads to the same case, in the same window."""
    screen = hidden("handle")

    assert [(one.action, one.handle) for one in buttons(screen)] == [("open", "handle")]
    assert screen.name == registry.SCREENS["open"](desk(cases()["raised"])).name


@pytest.mark.parametrize("viewer", STAFF, ids=lambda one: one.id)
def test_home_says_how_this_is_used_until_it_was_read(viewer: Person) -> None:
    """Everybody reads it once; after that it makes room."""
    new = home(HomeDesk(room(viewer), understood=False))
    known = home(HomeDesk(room(viewer), understood=True))

    assert {"conduct.lines", "understood.button"} <= set(keys(new))
    assert "understood" not in actions(known)


def test_it_is_no_wall() -> None:
    """Who has not read it finds all else on Home, and the form of a signal asks for none of it."""
    new = home(HomeDesk(room(TEACHER), understood=False))

    assert "new_signal" in actions(new)
    assert "understood" not in actions(opening())
