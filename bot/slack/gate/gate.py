"""The look at what goes out."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import structlog
from pydantic import ValidationError

from bot.slack.gate.blocks import Part
from bot.slack.gate.calls import IN_MODALS, METHODS, Corrections, NextView, Private
from bot.slack.gate.texts import Surroundings
from bot.slack.gate.words import Words
from dialogs.texts import Texts

log = structlog.get_logger(__name__)

ANSWERS: Mapping[object, type[Part]] = {"errors": Corrections, "update": NextView, None: Private}


class GateError(Exception):
    """This may not be sent: `method` is what was called, `place` where in it the fault lies.

    It is a defect of ours. The place is made of names of fields and numbers, never of a value.
    """

    def __init__(self, method: str, place: str) -> None:
        super().__init__(f"{method}: {place}")
        self.method = method
        self.place = place


class Gate:
    """Knows what may be said; fails closed."""

    def __init__(self, texts: Texts) -> None:
        self._words = Words(texts)

    def know(self, names: Iterable[str]) -> None:
        """Names of people and schools in the organisation file, which Home may say."""
        self._words.know(names)

    def check_call(self, method: str, arguments: Mapping[str, Any]) -> None:
        """Raises GateError unless these are arguments that this method may be called with."""
        if method not in METHODS:
            _refuse("unknown", "method")
        given = {name: value for name, value in arguments.items() if value is not None}
        self._check(METHODS[method], given, method, free=method in IN_MODALS)

    def check_answer(self, body: object) -> None:
        """The same for the answer to a delivery, which is a JSON object."""
        action = body.get("response_action") if isinstance(body, dict) else None
        if not isinstance(body, dict) or action not in ANSWERS:
            _refuse("answer", "response_action")
        self._check(ANSWERS[action], body, "answer", free=action == "update")

    def _check(self, shape: type[Part], document: object, method: str, *, free: bool) -> None:
        place = None
        try:
            shape.model_validate(document, context=Surroundings(self._words, free=free))
        except ValidationError as error:
            place = _place(error)
        if place is not None:
            _refuse(method, place)


def _refuse(method: str, place: str) -> None:
    log.error("gate_refused", error=GateError.__name__, method=method, reason=place)
    raise GateError(method, place)


def _place(error: ValidationError) -> str:
    """Where the first fault is: numbers and names of our own fields; others could be anything."""
    (first, *_) = error.errors(include_input=False, include_url=False, include_context=False)
    steps = [str(step) for step in first["loc"] if isinstance(step, int) or step in _fields()]
    return ".".join(steps)[:64] or "all"


@cache
def _fields() -> frozenset[str]:
    return frozenset(name for shape in _shapes(Part) for name in shape.model_fields)


def _shapes(shape: type[Part]) -> Iterator[type[Part]]:
    yield shape
    for one in shape.__subclasses__():
        yield from _shapes(one)
