import pytest

from dialogs import registry
from dialogs.conversations.chronology import blocks
from dialogs.fields import Choice, Pick, YesNo
from dialogs.screen import Buttons, Screen
from dialogs.texts import LANGUAGES, Texts
from tests.dialogs.gallery import screens
from tests.dialogs.posts import envelopes
from tests.dialogs.reading import buttons, field_says, parts, says
from tests.words import load

SHORT = 24
"""Titles, submits and closes (Slack: modal views)."""

OPTION = 75
LABEL = 2000
HEADER = 150
MOST_BLOCKS = 100
RADIOS = 10
ABOUT_NO_CASE = {"signal_at", *registry.OF_PROCESS}


@pytest.fixture(scope="module")
def gallery() -> dict[str, Screen]:
    return screens()


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Texts:
    return load(request.param)


def test_every_text_of_every_screen_exists(words: Texts, gallery: dict[str, Screen]) -> None:
    """Whatever anybody opens at any stage reads as words, in both languages."""
    for screen in gallery.values():
        for text in says(screen):
            assert words.of(text).strip()


def test_titles_and_buttons_fit(words: Texts, gallery: dict[str, Screen]) -> None:
    """No title, submit or button is cut off on a phone."""
    for name, screen in gallery.items():
        short = [screen.title, screen.close, *([screen.submit] if screen.submit else [])]

        assert [words.of(text) for text in short if len(words.of(text)) > SHORT] == [], name
        assert all(len(words.of(one.text)) <= OPTION for one in buttons(screen)), name


def test_options_and_labels_fit(words: Texts, gallery: dict[str, Screen]) -> None:
    """No answer and no question is longer than the narrowest platform shows."""
    for name, screen in gallery.items():
        offered = [words.shown(o.shown) for many in screen.options.values() for o in many]

        assert all(0 < len(text) <= OPTION for text in offered), name
        assert all(len(words.of(text)) <= LABEL for text in field_says(screen)), name


def test_every_screen_fits_a_modal(gallery: dict[str, Screen]) -> None:
    """However much a case holds, its screen has at most 100 blocks."""
    for name, screen in gallery.items():
        fields = len(screen.form.fields()) if screen.form else 0

        assert blocks(parts(screen)) + fields <= MOST_BLOCKS, name


def test_no_row_has_an_action_twice(gallery: dict[str, Screen]) -> None:
    """Within a row each button has another action, so that a platform can tell them apart."""
    for name, screen in gallery.items():
        for part in parts(screen):
            if isinstance(part, Buttons):
                found = [one.action for one in part.row]

                assert len(found) == len(set(found)), name


def test_every_button_leads_somewhere(gallery: dict[str, Screen]) -> None:
    """There is no button without a screen, a command or a place in the process."""
    known = {*registry.SCREENS, *registry.COMMANDS, *registry.PROCESS}
    shown = {one.action for screen in gallery.values() for one in buttons(screen)}
    shown |= {envelope.button.action for envelope in envelopes().values()}

    assert shown - known == set()


def test_every_action_has_a_button(gallery: dict[str, Screen]) -> None:
    """No screen or command is out of reach; the oldest pages need a case longer than these."""
    shown = {one.action for screen in gallery.values() for one in buttons(screen)}
    shown |= {envelope.button.action for envelope in envelopes().values()}
    known = {*registry.SCREENS, *registry.COMMANDS, *registry.PROCESS}

    assert {
        one
        for one in known - shown
        if not one.startswith(("older", "timeline", "joined", "facts", "copy"))
    } == set()


def test_a_screen_with_fields_can_be_sent(gallery: dict[str, Screen]) -> None:
    """A form has a submit, is registered under its name and gives each list its entries."""
    for name, screen in gallery.items():
        if screen.form is None:
            assert screen.submit is None, name
        else:
            assert registry.FORMS[screen.name] is screen.form, name
            assert screen.submit is not None, name
            assert set(screen.options) == picks(screen), name


def picks(screen: Screen) -> set[str]:
    fields = screen.form.fields() if screen.form else {}
    return {name for name, mark in fields.items() if isinstance(mark, Pick)}


def test_what_a_form_starts_with_is_among_its_answers(gallery: dict[str, Screen]) -> None:
    """A preset answer is one of those that are offered."""
    for name, screen in gallery.items():
        fields = screen.form.fields() if screen.form else {}
        for field, value in screen.preset.items():
            mark = fields[field]
            if isinstance(mark, Choice):
                assert value in mark.values, name
                assert len(mark.values) <= RADIOS, name
            if isinstance(mark, Pick):
                assert set(value) <= {one.value for one in screen.options[field]}, name
            assert not isinstance(mark, YesNo), name


def test_submit_lists_are_those_of_the_screen(gallery: dict[str, Screen]) -> None:
    """What is checked after sending is what was offered before it."""
    for name, screen in gallery.items():
        if screen.form and screen.options and screen.name not in ABOUT_NO_CASE:
            assert screen.name in {*registry.OPTIONS, *registry.OF_CASE}, name


def test_every_chat_message_is_short_and_has_one_button(words: Texts) -> None:
    """An envelope is words of ours and a button that fits."""
    for name, envelope in envelopes().items():
        assert words.of(envelope.text).strip(), name
        assert len(words.of(envelope.button.text)) <= SHORT, name
        assert envelope.footer is None or words.of(envelope.footer).strip(), name
