"""Hostile texts on their way through the whole process: none lives, and none is lost."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from bot.service.answers import Correct
from bot.slack import parse, render
from dialogs.conversations import chat, signal
from dialogs.fields import TEXT_LIMIT
from dialogs.screen import Quote, Screen
from dialogs.texts import Texts
from storage.records import Message
from tests.bot.house import House
from tests.bot.slack.hostile import hostile
from tests.bot.slack.outgoing import call_of, gate_of, refused
from tests.words import load

Json = dict[str, Any]
COUNT = int(os.environ.get("HOSTILE", "300"))
"""5,000 in the long form: HOSTILE=5000."""


@pytest.fixture(scope="module")
def texts() -> Texts:
    return load("nl")


def as_slack_gives(text: str) -> str:
    """What a field of a modal holds after this was typed in it."""
    state = {"values": {"text": {"text": {"type": "plain_text_input", "value": text}}}}
    return str(parse.raw({"state": state})["text"])


def marked_up(value: object) -> Iterator[str]:
    """Every text that Slack would read as more than characters."""
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield value["text"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from marked_up(one)


def quoted(screen: Screen) -> str:
    return "".join(part.text for part in screen.parts if isinstance(part, Quote))


async def test_a_hostile_signal_is_kept_whole_and_never_lives(house: House, texts: Texts) -> None:
    """What fits is read whole by the IB'er; what does not stays in the form, with what to do."""
    gate, lost, alive, told = gate_of(texts), [], [], 0
    for text in hostile(COUNT):
        raw = {"text": as_slack_gives(text), "urgency": "unknown"}
        answer = await house.submit("teacher", "signal", raw)
        if isinstance(answer, Correct):
            lost += [text] if len(text) <= TEXT_LIMIT else []
            continue
        told += 1
        (newest, *_) = house.rows('SELECT id FROM "case" ORDER BY rowid DESC LIMIT 1')
        case = await house.case(str(newest[0]))
        screen = await house.show("ib", "open", await house.handle("ib", case))
        view = render.modal(screen, texts)
        gate.check_call("views.open", {"trigger_id": "1.2", "view": view})
        alive += [one for one in marked_up(view) if text.strip() in one]
        lost += [] if whole(text) in quoted(screen) else [text]

    assert (lost, alive) == ([], [])
    assert told > COUNT / 2


def whole(text: str) -> str:
    """As it must come back: half a sign, which no file can hold, as the sign for "unreadable"."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


async def test_hostile_words_after_the_command_only_fill_a_field(texts: Texts) -> None:
    """They stand in the form to be looked at, and nowhere else in it."""
    gate, wrong = gate_of(texts), []
    for text in hostile(COUNT):
        view = render.modal(signal.opening(as_slack_gives(text)), texts)
        gate.check_call("views.open", {"trigger_id": "1.2", "view": view})
        wrong += [one for one in marked_up(view) if text.strip() in one]

    assert wrong == []


async def test_hostile_words_typed_in_chat_are_answered_neutrally(
    house: House, texts: Texts
) -> None:
    """Whatever is typed, the answer is one of our own envelopes."""
    for number, text in enumerate(hostile(COUNT // 5)):
        typed = parse.typed({"user": "U-ib", "channel": "D1", "ts": f"{number}.1", "text": text})
        await house.service.typed(typed.user, Message(typed.channel, typed.ts), "", typed.text)
    kinds = {kind for (kind,) in house.rows("SELECT kind FROM outbox")}

    assert kinds == {"typed"}
    assert refused(gate_of(texts), call_of(chat.typed(), texts)) == ""


async def test_the_answer_to_a_form_that_does_not_fit_quotes_nothing(house: House) -> None:
    """A text of 100,000 characters gets a sentence of ours beside its field."""
    answer = await house.submit(
        "teacher", "signal", {"text": "<!channel> " * 9_000, "urgency": "week"}
    )

    assert answer == Correct({"text": "err.long"})
