import re
from collections import Counter
from importlib import resources

import pytest
import yaml

from dialogs import texts
from dialogs.texts import LANGUAGES, TextsError
from tests.words import load

SENTENCE = re.compile(r"(?<=[.?!])\s+")
PLACE = re.compile(r"\{(\w+)(?::([\w.]+))?\}")
MOST_WORDS = 12
MOST_LINES = 150

FORBIDDEN = re.compile(
    "zorg|signaal|meldcode|veilig thuis|mishandel|geweld|onveilig|acuut|risico|dossier|melding"
    "|stap|besluit|gesloten|afgesloten|code"
    "|concern|signal|abuse|violence|unsafe|acute|risk|file|report|step|decision|closed",
    re.IGNORECASE,
)
"""What a lock screen or digital board may never show (texts.md 3.0)."""

STEP_ONE = ("sig.", "ok.", "home.t.", "add.", "rsr.")


def files(language: str) -> dict[str, str]:
    folder = resources.files("dialogs.texts") / language
    return {entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir()}


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> texts.Texts:
    return load(request.param)


def sentences(text: str) -> list[str]:
    return SENTENCE.split(PLACE.sub("word", text))


def test_both_languages_say_the_same_things() -> None:
    """A person finds every text in either language, with the same values in it."""
    dutch, english = (load(language).entries for language in LANGUAGES)
    places = [
        {key: set(PLACE.findall(text)) for key, text in one.items()} for one in (dutch, english)
    ]

    assert places[0] == places[1]


def test_a_key_in_one_language_only_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that was forgotten in one language stops the program with the key's name."""
    kept = texts._read  # noqa: SLF001 - the only way to a catalogue with a hole
    monkeypatch.setattr(
        texts, "_read", lambda name: dict(kept(name)) | ({"odd.one": "x"} if name == "en" else {})
    )

    with pytest.raises(TextsError, match=r"odd\.one"):
        load("nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_stands_once(language: str) -> None:
    """No text silently replaces another with the same key."""
    lines = [line for text in files(language).values() for line in text.splitlines()]
    counted = Counter(line.split(":")[0] for line in lines if line and line[0] not in "# ")

    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_flat_and_short(language: str) -> None:
    """Each file holds one theme: keys with a text, no deeper."""
    for name, text in files(language).items():
        entries = yaml.safe_load(text)

        assert all(isinstance(value, str) and value.strip() for value in entries.values()), name
        assert len(text.splitlines()) <= MOST_LINES, name


def test_sentences_are_short() -> None:
    """Nobody has to read a sentence twice: twelve words at most, and no digits of pagination."""
    long = {
        key: sentence
        for key, text in load("nl").entries.items()
        for sentence in sentences(text)
        if len([word for word in sentence.split() if word != "·"]) > MOST_WORDS
    }

    assert long == {}


def test_chat_texts_hold_no_word_that_gives_something_away(catalogue: texts.Texts) -> None:
    """What may show on a digital board says only that something is waiting."""
    shown = {k: t for k, t in catalogue.entries.items() if k.startswith(("push.", "chat."))}
    behind = {"chat.args", "chat.still", "chat.button"}

    assert {k: t for k, t in shown.items() if FORBIDDEN.search(t) and k not in behind} == {}


def test_nobody_is_called_a_victim_or_perpetrator(catalogue: texts.Texts) -> None:
    """The texts speak of a child and parents, never of who did what to whom."""
    words = re.compile("slachtoffer|dader|victim|perpetrator|offender", re.IGNORECASE)

    assert [key for key, text in catalogue.entries.items() if words.search(text)] == []


def test_step_one_speaks_of_no_report(catalogue: texts.Texts) -> None:
    """A hesitant teacher reads nothing about reports while she tells what she saw."""
    words = re.compile(r"melding|\bmeld\b|mishandel|\breport|abuse", re.IGNORECASE)
    first = {key: text for key, text in catalogue.entries.items() if key.startswith(STEP_ONE)}

    assert len(first) > len(STEP_ONE)
    assert [key for key, text in first.items() if words.search(text)] == []


def test_no_text_starts_with_an_emoji(catalogue: texts.Texts) -> None:
    """Phones show nothing of a message that starts with an emoji (reliability.md)."""
    assert [key for key, text in catalogue.entries.items() if not re.match(r"[\w{]", text)] == []
