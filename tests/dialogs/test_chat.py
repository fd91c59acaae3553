import pytest

from dialogs.conversations import chat
from dialogs.texts import LANGUAGES
from meldcode.notices import Tone
from tests.dialogs.posts import envelopes
from tests.school import MEETING_ON
from tests.words import load


@pytest.mark.parametrize("tone", Tone)
def test_an_envelope_opens_the_case(tone: Tone) -> None:
    """The button carries the opaque reference and nothing of the case is in the words."""
    envelope = chat.envelope(tone, "handle")

    assert (envelope.button.action, envelope.button.handle) == ("open", "handle")
    assert envelope.text.args == {}


def test_only_what_is_urgent_does_not_say_later() -> None:
    """In front of the class one opens it later, unless it must be now."""
    later = {tone: chat.envelope(tone, "handle").footer is not None for tone in Tone}

    assert later == {tone: tone is not Tone.NOW for tone in Tone}


AGENDA = {
    "nl": "De agenda voor het overleg van dinsdag staat klaar.",
    "en": "The agenda for the meeting on Tuesday is ready.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agenda_envelope_names_the_weekday_only(language: str) -> None:
    """No date, no number of items and no code."""
    envelope = chat.agenda(MEETING_ON, "handle")

    assert load(language).of(envelope.text) == AGENDA[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_chat_message_holds_a_number(language: str) -> None:
    """Counts, codes and dates stay behind the button."""
    texts = [load(language).of(envelope.text) for envelope in envelopes().values()]

    assert [text for text in texts if any(letter.isdigit() for letter in text)] == []


def test_what_was_typed_is_answered_without_repeating_it() -> None:
    """None of the answers to typed words can take them along."""
    typed = (chat.typed(), chat.off(), chat.ended(), chat.mention())

    assert all(envelope.text.args == {} for envelope in typed)
    assert [one.button.action for one in typed] == [
        "new_signal",
        "home",
        "new_signal",
        "new_signal",
    ]


def test_a_text_that_is_too_long_can_be_sent_in_parts() -> None:
    """The button leads to the form of the same case."""
    assert chat.too_long("handle").button.action == "answer"
    assert chat.too_long("handle").button.handle == "handle"
