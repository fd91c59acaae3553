import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import render
from dialogs.conversations.case import case as case_screen
from dialogs.say import say
from dialogs.screen import Line, Quote, Screen, Tone
from dialogs.texts import LANGUAGES, Texts
from meldcode import commands
from tests import builders
from tests.conversations import independent, rules
from tests.conversations.surfaces import Surface
from tests.dialogs.desks import desk
from tests.dialogs.gallery import screens
from tests.dialogs.posts import envelopes
from tests.school import INTERN_BEGELEIDER
from tests.words import load

Json = dict[str, Any]

GALLERY = screens()
TITLE = say("home.t.title")
WRITTEN = (Quote("private words", say("case.child")),)
HOSTILE = (
    "<!channel>",
    "<!here> look",
    "<@U012AB3CD>",
    "<#C012AB3CD|general>",
    "<https://example.org|click>",
    "&lt;!here&gt;",
    "*bold* _italic_ `code`",
    "\u202egnp.exe",
    "zero\u200bwidth",
)


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Texts:
    return load(request.param)


def faults(kind: Any, document: Json) -> list[str]:  # noqa: ANN401 - one of the kinds of Surface
    surface = Surface(kind, document, "test")
    return [*independent.problems(surface), *rules.problems(surface)]


def test_every_screen_is_one_that_slack_takes(words: Texts) -> None:
    """Two libraries that others wrote and our own rules find nothing against any modal."""
    shown = {name: one for name, one in GALLERY.items() if one.name != "home"}
    # Most screens look the same for several people and cases: each is looked at once.
    looks = {json.dumps(render.modal(one, words)): name for name, one in shown.items()}
    found = {name: faults("modal", json.loads(look)) for look, name in looks.items()}

    assert len(looks) > 100
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_home_is_one_that_slack_takes(words: Texts) -> None:
    """The same for the Home of each role, full and empty."""
    shown = {name: one for name, one in GALLERY.items() if one.name == "home"}
    found = {name: faults("home", render.home(one, words)) for name, one in shown.items()}

    assert len(shown) > 20
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_envelope_is_one_that_slack_takes(words: Texts) -> None:
    """A message says in its text all that its blocks show, and nothing that may not be said."""
    sent = {"unfurl_links": False, "unfurl_media": False}
    metadata = {"event_type": "envelope", "event_payload": {"key": "0" * 32}}
    found = {
        name: faults("message", {**render.message(one, words), **sent, "metadata": metadata})
        for name, one in envelopes().items()
    }

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_view_carries_nothing_but_the_reference(words: Texts) -> None:
    """What Slack keeps beside the blocks is the opaque handle, and no more."""
    for name, screen in GALLERY.items():
        if screen.name != "home":
            view = render.modal(screen, words)
            allowed = {"type", "callback_id", "title", "close", "submit", "blocks"}

            assert set(view) - allowed == {"private_metadata", "notify_on_close"}, name
            assert view["private_metadata"] == screen.handle, name


@pytest.mark.parametrize(
    "screen",
    [Screen("home", TITLE, parts=WRITTEN), Screen("home", TITLE, after=WRITTEN)],
    ids=["before", "after"],
)
def test_home_refuses_what_a_person_wrote(screen: Screen) -> None:
    """Slack keeps this view, so a defect that puts content in it stops there."""
    with pytest.raises(ValueError, match="cannot hold what a person wrote") as refused:
        render.home(screen, load("nl"))
    assert "private" not in str(refused.value)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_is_never_read_as_markup(text: str) -> None:
    """Mentions, links and formatting stay the characters that somebody typed."""
    view = render.modal(case_screen(desk(signal_with(text), INTERN_BEGELEIDER)), load("nl"))
    holding = [one for one in text_objects(view) if text in one["text"]]

    assert holding != []
    assert {one["type"] for one in holding} == {"plain_text"}


def signal_with(text: str) -> Any:  # noqa: ANN401 - a case of any kind
    said = commands.RaiseSignal(text, child=text[:100])
    return builders.play(builders.raised(said), commands.Write(text), by=INTERN_BEGELEIDER)


def text_objects(value: object) -> Iterator[Json]:
    """Every text object of a view, wherever it stands."""
    if isinstance(value, dict):
        if value.get("type") in {"plain_text", "mrkdwn"}:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from text_objects(one)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=3000))
def test_whatever_people_write_is_shown_whole(text: str) -> None:
    """No text of a length that is accepted is cut off or changed."""
    screen = Screen("case", say("home.t.title"), (Quote(text, say("case.child")),))
    view = render.modal(screen, load("nl"))

    assert [one["text"] for one in text_objects(view["blocks"])][-1] == text


def test_fields_stay_as_they_are_around_another_text() -> None:
    """Showing danger above a half-filled form leaves its input blocks untouched."""
    texts, (opening, acute) = load("nl"), (GALLERY["signal/opening"], GALLERY["signal/acute"])
    inputs = [one for one in render.modal(opening, texts)["blocks"] if one["type"] == "input"]
    shown = render.same_fields(acute, texts, inputs)

    assert [one for one in shown["blocks"] if one["type"] == "input"] == inputs
    assert shown["title"] != render.modal(opening, texts)["title"]


def test_our_own_bold_words_cannot_hold_markup() -> None:
    """The only text that is formatted is ours, and even that is escaped."""
    texts = Texts("nl", {"danger": "Bel <112> & *nu*"})
    screen = Screen("case", say("danger"), (Line(say("danger"), Tone.ALERT),), close=say("danger"))
    (block,) = render.modal(screen, texts)["blocks"]

    assert block["text"]["text"] == "*Bel &lt;112&gt; &amp; nu*"
