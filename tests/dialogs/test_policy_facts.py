import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversations import melding, nature, questions
from dialogs.say import say
from dialogs.texts import LANGUAGES, Texts
from dialogs.texts.facts import PLAIN, needed, stated
from meldcode.choices import Decision
from meldcode.policy import ALWAYS, SAYABLE
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.gallery import screens
from tests.dialogs.reading import keys, says
from tests.dialogs.test_catalogues import PLACE, files
from tests.policies import PACKAGED, policy
from tests.words import FACTS, load

KC = {"ib": "kwaliteitscoördinator", "ib_short": "kc'er", "ib_full": "kwaliteitscoördinator"}
BOARDS = {"ib": {}, "kc": KC, "longest": {"ib": "x" * 30, "ib_short": "x" * 7, "ib_full": "x" * 30}}
"""What a board may call the colleague who gets the signals."""


def source(language: str) -> dict[str, str]:
    """The catalogue as it stands in its files."""
    return {k: v for text in files(language).values() for k, v in yaml.safe_load(text).items()}


def test_a_fact_stands_where_a_text_needs_it() -> None:
    """Other places are left for what a screen fills in."""
    entries = {"a": "Call {emergency}, {who:who}. {n}"}

    assert stated(entries, {"emergency": "999"}) == {"a": "Call 999, {who:who}. {n}"}


def test_without_a_confirmed_fact_the_plain_form_is_used() -> None:
    """What the board has not confirmed is not shown; a text that cannot do without is left out."""
    entries = {"a": "In {draft_hours} hours.", "a.plain": "Later.", "b": "{disclosure}"}

    assert stated(entries, {}) == {"a": "Later."}
    assert stated(entries, {"draft_hours": "24"}) == {"a": "In 24 hours."}


@given(st.sets(st.sampled_from(sorted(SAYABLE - ALWAYS))), st.sampled_from(LANGUAGES))
def test_no_text_says_what_is_not_confirmed(missing: set[str], language: str) -> None:
    """For every choice of what was confirmed, no text has a hole or mentions the rest."""
    marked = {name: f"<{name}>" for name in SAYABLE}
    facts = {name: text for name, text in marked.items() if name not in missing}
    entries = load(language, facts).entries

    assert [key for key, text in entries.items() if needed(text)] == []
    assert [
        key for key, text in entries.items() if any(marked[name] in text for name in missing)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_always_needed_is_always_there(language: str) -> None:
    """A text without a plain form is shown under every policy, or asked for by its fact only."""
    optional = {"dec.q.2.acute", "dec.q.2.structural", "move.pass_on", "nature.disclosure.means"}
    optional |= {"parent.norm"}

    assert load(language).entries.keys() - load(language, PACKAGED.told).entries.keys() == optional


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plain_form_has_its_full_form(language: str) -> None:
    """A plain form replaces a text that mentions a term or a number."""
    entries = source(language)
    plain = [key for key in entries if key.endswith(PLAIN)]

    assert plain != []
    assert [key for key in plain if not needed(entries[key.removesuffix(PLAIN)]) - ALWAYS] == []
    assert [key for key in plain if needed(entries[key]) - ALWAYS] == []


def test_both_languages_state_the_same_facts() -> None:
    """Who reads English is told the same numbers, terms and names."""
    dutch, english = ({k: needed(v) for k, v in source(one).items()} for one in LANGUAGES)

    assert dutch == english


def test_no_argument_has_the_name_of_a_fact() -> None:
    """What a screen fills in never meets what the policy fills in."""
    named = {name for screen in screens().values() for text in says(screen) for name in text.args}

    assert named & SAYABLE == set()
    assert {"code", "who"} <= named


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_whatever_the_board_calls_its_people(language: str, board: str) -> None:
    """Titles and buttons are not cut off, whether it is the IB'er or the kwaliteitscoördinator."""
    words = load(language, FACTS | BOARDS[board])
    short = {
        key: words.entries[key]
        for key in words.entries
        if key.endswith((".title", ".submit", ".button", ".title.raiser"))
    }

    assert {key: text for key, text in short.items() if len(PLACE.sub("", text)) > 24} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_function_reads_well(language: str) -> None:
    """It stands behind an article or alone, never at the start of a sentence in small letters."""
    words = load(language, FACTS | KC)
    article = {"nl": "(?i:de|geen) ", "en": "(?i:the|no) "}[language]
    odd = {
        key: text
        for key, text in words.entries.items()
        for found in re.finditer(r"kwaliteitscoördinator|kc'er", text)
        if not re.search(f"{article}$", text[: found.start()])
    }

    assert set(odd) == {"role.intern_begeleider", "help.7"}
    assert "IB'er" not in "".join(words.entries.values())


@pytest.mark.parametrize("names, shown", [((), False), (("acute_unsafety",), True)])
def test_what_unsafe_means_is_said_in_confirmed_words_only(
    names: tuple[str, ...], *, shown: bool
) -> None:
    """With the question about safety stands the definition that the board confirmed, or none."""
    held = policy(*names) if names else PACKAGED
    screen = questions.question(desk(builders.answered(builders.SAFE[0]), policy=held))

    assert ("dec.q.2.acute" in keys(screen)) is shown
    assert "dec.q.2.structural" not in keys(screen)
    assert "dec.q.2.call" in keys(screen)


@pytest.mark.parametrize("names, shown", [((), False), (("disclosure",), True)])
def test_what_a_disclosure_is_is_said_in_confirmed_words_only(
    names: tuple[str, ...], *, shown: bool
) -> None:
    """The care team reads it where it says whether the child told it itself."""
    held = policy(*names) if names else PACKAGED
    screen = nature.nature(desk(builders.taken(), policy=held))

    assert ("nature.disclosure.means" in keys(screen)) is shown


def test_the_norm_is_said_in_the_boards_words_once_those_are_confirmed() -> None:
    """Until then the screen says no more than that it is a professional norm."""
    held = policy("professional_norm").told

    assert load("nl", held).entries["dec.norm"] == held["professional_norm"]
    assert load("nl", PACKAGED.told).entries["dec.norm"].startswith("Dit is een beroepsnorm")


def test_an_argument_is_filled_in_beside_a_fact() -> None:
    """A text can hold both."""
    made = Texts("nl", stated({"a": "{who}: {ib}"}, FACTS))

    assert made.of(say("a", who="Sam")) == "Sam: IB'er"


@pytest.mark.parametrize("warned", [True, False])
def test_a_board_may_leave_out_the_warning_for_friday(*, warned: bool) -> None:
    """Whether a talk about a report is better not on a Friday is the board's advice."""
    held = replace(PACKAGED, friday_warning=warned)
    screen = melding.plan(desk(builders.decided(Decision.MELDING), policy=held))

    assert ("melding.friday" in keys(screen)) is warned
