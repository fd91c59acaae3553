from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.code import shown
from dialogs.say import Say, say
from dialogs.texts import Texts

ENTRIES = {
    "day": "{on:day}",
    "weekday": "{on:weekday}",
    "moment": "{at:moment}",
    "stamp": "{at:stamp}",
    "who": "{who:who}",
    "plain": "{who}",
    "number": "{n:number}",
    "each": "{all:each.role}",
    "one": "{one:role}",
    "role.a": "first",
    "role.b": "second",
    "word.someone": "somebody",
}
MOMENT = datetime(2027, 1, 12, 12, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Amsterdam"))

SHOWN = (
    ("nl", say("day", on=MOMENT.date()), "dinsdag 12 januari"),
    ("en", say("day", on=MOMENT.date()), "Tuesday 12 January"),
    ("nl", say("weekday", on=MOMENT.date()), "dinsdag"),
    ("nl", say("moment", at=MOMENT), "dinsdag 12 januari om 13:30"),
    ("en", say("moment", at=MOMENT), "Tuesday 12 January at 13:30"),
    ("nl", say("stamp", at=MOMENT), "12 jan 2027 13:30"),
    ("en", say("who", who="Ali"), "Ali"),
    ("en", say("who", who=""), "somebody"),
    ("en", say("plain", who=""), ""),
    ("nl", say("number", n=1.5), "1,5"),
    ("en", say("number", n=1.5), "1.5"),
    ("en", say("each", all="a b"), "first, second"),
    ("en", say("one", one="b"), "second"),
)


@pytest.mark.parametrize("language, text, words", SHOWN, ids=map(str, range(len(SHOWN))))
def test_a_place_shows_its_value_as_people_say_it(language: str, text: Say, words: str) -> None:
    """Days, instants, names, numbers and choices are put in the words of the language."""
    assert Texts(language, ENTRIES).shown(text) == words


@pytest.mark.parametrize("text", [say("nowhere"), say("one", one="c")], ids=lambda one: one.key)
def test_a_text_that_is_not_there_is_an_error(text: Say) -> None:
    """A missing text or choice is found in tests instead of shown as a key."""
    with pytest.raises(KeyError):
        Texts("nl", ENTRIES).of(text)


def test_braces_in_a_value_are_just_braces() -> None:
    """Nothing in a name can reach another text."""
    assert Texts("en", ENTRIES).of(say("who", who="{word.someone}")) == "{word.someone}"


def test_a_preset_may_mix_our_words_and_theirs() -> None:
    """What a person typed and a first line of ours stand on lines of their own."""
    texts = Texts("en", ENTRIES)

    assert texts.filled(("Typed", say("role.a"))) == "Typed\nfirst"
    assert texts.filled(say("role.a")) == "first"
    assert texts.filled(["a", "b"]) == ["a", "b"]


def test_a_code_is_shown_in_two_halves() -> None:
    """Six characters are easier to say in two groups."""
    assert shown("K7T4XM") == "K7T-4XM"
