"""Somebody who practises, without a platform."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count

from bot.practice import cast
from bot.practice.practice import Practice
from bot.service.answers import Answer, Show
from dialogs.conversations.practice import MARK
from dialogs.screen import Screen
from tests.school import CALENDAR, NOW, POLICY

ACCOUNT = "U1"
SIGNAL = {"text": "She is quiet.", "urgency": "week", "child": "Madelief"}
ADVICE = {"on": "2026-11-02", "adviser": "Somebody", "advice": "Keep talking."}
WEIGH = {
    "present": [
        "practice-intern_begeleider:intern_begeleider",
        "practice-oka:oka",
    ],
    "danger": "no",
    "hinders": "yes",
    "risks": "She falls behind.",
    "reason": "Three signals.",
}


def practice(clock: Callable[[], datetime] = lambda: NOW) -> Practice:
    numbers = count(1)
    return Practice(clock, lambda prefix: f"{prefix}-{next(numbers)}", POLICY, CALENDAR.zone)


def sent(at: Practice, form: str, raw: Mapping[str, object], handle: str = cast.WHOLE) -> Answer:
    """A form that is sent, each time another occasion."""
    found = at.going.get(ACCOUNT)
    return at.submit(ACCOUNT, form, dict(raw), handle, f"key-{found and len(found.seen)}")


def shown(answer: Answer) -> Screen:
    assert isinstance(answer, Show), answer
    return answer.screen


def look(at: Practice, action: str, handle: str = cast.WHOLE) -> Screen:
    return at.show(ACCOUNT, action, handle, {})


def told() -> Practice:
    """A teacher has told, and now reads it as the intern begeleider."""
    at = practice()
    at.enter(ACCOUNT)
    look(at, "begin_quiet")
    shown(sent(at, "signal", {**SIGNAL}, ""))
    look(at, "go_on")
    return at


def unmarked(screen: Screen) -> str:
    assert screen.name.startswith(MARK)
    return screen.name.removeprefix(MARK)
