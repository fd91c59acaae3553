"""One gate that every payload passes: what is ours goes through, and a leak anywhere does not."""

import copy
from collections.abc import Iterable
from typing import Any

import pytest

from bot.slack.gate.gate import Gate, GateError
from dialogs.say import say
from dialogs.screen import Button, Envelope, Line, Quote, Screen, Tone
from dialogs.texts import LANGUAGES, Texts
from tests.bot.slack.outgoing import (
    HANDLE,
    Call,
    call_of,
    gate_of,
    objects,
    refused,
    strings,
)
from tests.dialogs.gallery import screens
from tests.dialogs.posts import envelopes
from tests.words import load

LEAK = "Kim Zomer is bang voor thuis"
"""A child's name and what somebody wrote of it."""

TITLE = say("home.t.title")
GALLERY = screens()
ENVELOPES = envelopes()
FORM_AND_WORDS = "taken/care/answer"
CARE_HOME = "home/intern_begeleider@school/full"


@pytest.fixture(scope="module", params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return load(request.param)


def into(call: Call, way: Iterable[str | int], value: object) -> Call:
    """The same call with another value at one place."""
    method, arguments = call[0], copy.deepcopy(call[1])
    *before, last = way
    inner: Any = arguments
    for step in before:
        inner = inner[step]
    inner[last] = value
    return method, arguments


def test_every_screen_and_envelope_of_ours_passes(texts: Texts) -> None:
    """The gate holds nothing up that the conversations can make."""
    gate = gate_of(texts)
    shown: dict[str, Screen | Envelope] = {**GALLERY, **ENVELOPES}
    found = {name: refused(gate, call_of(one, texts)) for name, one in shown.items()}

    assert len(found) > 1000
    assert {name: place for name, place in found.items() if place} == {}


def homes_and_envelopes() -> dict[str, Screen | Envelope]:
    homes = {name: one for name, one in GALLERY.items() if name.startswith("home/")}
    full = {name: one for name, one in homes.items() if name.endswith("/full")}
    return {**full, **ENVELOPES}


def test_a_leak_at_any_place_of_chat_is_refused() -> None:
    """In a message or on Home there is no field at all in which a child's name gets through."""
    texts = load("nl")
    gate, calls = gate_of(texts), [call_of(one, texts) for one in homes_and_envelopes().values()]
    spoiled = [(call, way) for call in calls for way in strings(call[1])]
    passed = {way for call, way in spoiled if not refused(gate, into(call, way, LEAK))}

    assert len(spoiled) > 1000
    assert passed == set()


def test_a_leak_added_to_our_own_words_is_refused() -> None:
    """Not even behind a sentence that may be said itself."""
    texts = load("nl")
    gate, calls = gate_of(texts), [call_of(one, texts) for one in ENVELOPES.values()]
    spoiled = [(call, way) for call in calls for way in strings(call[1]) if way[-1] == "text"]
    passed = [
        (way, added)
        for call, way in spoiled
        for added in (" Kim", "\nKim", "\u202eKim", " <!channel>", " K7T-4XM", "\u200b")
        if not refused(gate, into(call, way, f"{value_at(call, way)}{added}"))
    ]

    assert passed == []


def value_at(call: Call, way: Iterable[str | int]) -> Any:  # noqa: ANN401 - any JSON value
    inner: Any = call[1]
    for step in way:
        inner = inner[step]
    return inner


READ_IN_MODALS = {"text", "initial_value"}
"""Where in a modal people read what people wrote."""


def test_a_leak_beside_the_texts_of_a_modal_is_refused() -> None:
    """A title, a label, a button, an id or a reference never holds what a person wrote."""
    texts = load("nl")
    gate, call = gate_of(texts), call_of(GALLERY[FORM_AND_WORDS], texts)
    passed = [way for way in strings(call[1]) if not refused(gate, into(call, way, LEAK))]
    kinds = {value_at(call, way[:-1]).get("type", "option") for way in passed}

    assert {way[-1] for way in passed} <= READ_IN_MODALS
    assert kinds <= {"plain_text", "plain_text_input"}
    assert not any({"title", "label", "hint", "submit", "close"} & set(way) for way in passed)


def test_a_field_that_nobody_thought_of_is_refused() -> None:
    """Whatever is added to whatever object: alt texts, attachments, icons, names, markdown."""
    texts = load("nl")
    gate = gate_of(texts)
    screens_and_more: list[Screen | Envelope] = [GALLERY[FORM_AND_WORDS], GALLERY[CARE_HOME]]
    calls = [call_of(one, texts) for one in (*screens_and_more, *ENVELOPES.values())]
    passed = [
        (call[0], way, name)
        for call in calls
        for way in objects(call[1])
        for name in ("alt_text", "attachments", "markdown_text", "username", "icon_url", "extra")
        if not refused(gate, into(call, (*way, name), "x"))
    ]

    assert passed == []


@pytest.mark.parametrize("name", ["unfurl_links", "unfurl_media"])
def test_links_are_never_looked_up(name: str) -> None:
    """A message for which Slack may fetch a preview is not sent."""
    texts = load("nl")
    (envelope, *_) = ENVELOPES.values()
    method, arguments = call_of(envelope, texts)
    without = {key: value for key, value in arguments.items() if key != name}

    assert refused(gate_of(texts), (method, {**arguments, name: True})) == name
    assert refused(gate_of(texts), (method, without)) == name


FORBIDDEN = (
    "Er is een nieuw zorgsignaal.",
    "Code K7T-4XM.",
    "Stap 3 is klaar.",
    "Er is een melding gedaan.",
    "Kijk op https://example.org.",
    "Vraag het @maria.",
)


@pytest.mark.parametrize("text", FORBIDDEN)
def test_the_catalogue_itself_cannot_put_a_forbidden_word_in_a_message(text: str) -> None:
    """What may not be on a lock screen is refused even if somebody wrote it into a text of ours."""
    texts = load("nl")
    spoiled = Texts("nl", {**texts.entries, "push.new": text})
    call = call_of(Envelope(say("push.new"), Button("open", say("push.button"), HANDLE)), spoiled)

    assert refused(gate_of(spoiled), call) == "blocks.0.text.text"


def test_a_text_that_says_more_than_its_blocks_is_refused() -> None:
    """What a lock screen shows is what the message shows, and no more."""
    texts = load("nl")
    (envelope, *_) = ENVELOPES.values()
    method, arguments = call_of(envelope, texts)
    more = {**arguments, "text": arguments["text"] + "\n" + texts.entries["push.today"]}

    assert refused(gate_of(texts), (method, more)) == "all"


def leaking_screen() -> Screen:
    """What a careless change could make: a quote put in the place of a text of ours."""
    return Screen("home", TITLE, (Line(say("home.away.on", who=LEAK)),))


def test_a_leaking_home_is_caught() -> None:
    """A name that is nobody's of the organisation file is not taken for one."""
    texts = load("nl")

    assert refused(gate_of(texts), call_of(leaking_screen(), texts)) == "view.blocks.0.text.text"


def test_bold_words_hold_no_words_of_people() -> None:
    """The only mrkdwn there is says a sentence of the catalogue, without a sign that could live."""
    texts = load("nl")
    alert = Screen("case", TITLE, (Line(say("home.danger"), Tone.ALERT),))
    call = call_of(alert, texts)
    way = ("view", "blocks", 0, "text", "text")
    found = [
        refused(gate_of(texts), into(call, way, text))
        for text in ("*Kim*", "*<!channel>*", "<@U1>", "*a* *b*", value_at(call, way))
    ]

    assert found == ["view.blocks.0.text.text"] * 4 + [""]


def test_words_of_people_are_plain_text() -> None:
    """The same words as mrkdwn are refused."""
    texts = load("nl")
    call = call_of(Screen("case", TITLE, (Quote(LEAK, say("case.child")),)), texts)
    marked = into(call, ("view", "blocks", 1, "text", "type"), "mrkdwn")
    with_emoji = into(call, ("view", "blocks", 1, "text", "emoji"), True)  # noqa: FBT003 - a value of JSON

    assert refused(gate_of(texts), call) == ""
    assert refused(gate_of(texts), marked) != ""
    assert refused(gate_of(texts), with_emoji) != ""


def test_a_refusal_says_where_and_never_what() -> None:
    """Neither the name nor the value of what was refused is in the error."""
    texts = load("nl")
    call = call_of(GALLERY[CARE_HOME], texts)
    for spoiled in (into(call, ("view", LEAK), "x"), into(call, ("view", "type"), LEAK)):
        with pytest.raises(GateError) as error:
            gate_of(texts).check_call(*spoiled)

        assert "Kim" not in repr(error.value)
        assert error.value.__suppress_context__ or error.value.__context__ is None


ANSWERS: list[tuple[object, bool]] = [
    ({"response_action": "errors", "errors": {"text~draft": "{err.empty}"}}, True),
    ({"response_action": "errors", "errors": {"text": LEAK}}, False),
    ({"response_action": "errors", "errors": {LEAK: "{err.empty}"}}, False),
    ({"response_action": "push"}, False),
    ({"text": "{home.danger}\n{help.1}"}, True),
    ({"text": "{home.danger}\n" + LEAK}, False),
    ({"text": "{home.danger}", "response_type": "in_channel"}, False),
    ({"text": "{home.danger}", "blocks": []}, False),
    (["text"], False),
    ("Kim", False),
]


@pytest.mark.parametrize("body, passes", ANSWERS)
def test_answers_pass_the_same_gate(body: object, *, passes: bool) -> None:
    """What stands in an acknowledgement is looked at like what is sent."""
    texts = load("nl")
    gate, filled = gate_of(texts), _filled(body, texts)

    assert _answers(gate, filled) == passes


def _filled(body: Any, texts: Texts) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(body, dict):
        return {name: _filled(one, texts) for name, one in body.items()}
    if isinstance(body, str):
        for key in ("err.empty", "home.danger", "help.1"):
            body = body.replace(f"{{{key}}}", texts.entries[key])
    return body


def _answers(gate: Gate, body: object) -> bool:
    try:
        gate.check_answer(body)
    except GateError:
        return False
    return True


def test_a_button_of_a_message_holds_a_reference_only() -> None:
    """A reference has one shape: 20 random characters."""
    texts = load("nl")
    envelope = Envelope(say("push.new"), Button("open", say("push.button"), HANDLE))
    method, arguments = call_of(envelope, texts)
    way = ("blocks", 1, "elements", 0, "value")
    found = [
        refused(gate_of(texts), into((method, arguments), way, one)) for one in ("Kim", HANDLE)
    ]

    assert found == [".".join(map(str, way)), ""]
