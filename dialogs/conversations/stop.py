"""Screens for when it does not go on: still loading, not allowed, too old, not saved."""

from dialogs.parts import alert, line, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.refusal import Refusal


def loading() -> Screen:
    """Opened at once, from memory; filled as soon as the case is there."""
    return _stop("loading", line("stop.loading"))


def refused() -> Screen:
    """One answer for "not yours" and "does not exist"."""
    return _stop("refused", line("err.access"), *_home())


def old() -> Screen:
    """A button whose reference has expired, or about something that is gone."""
    return _stop("old", line("err.old"), *_home())


def ended() -> Screen:
    """A button of a case that was closed meanwhile."""
    return _stop("ended", line("err.closed"), *_new())


def thanks() -> Screen:
    """Somebody's small part in a case is over with what they just did."""
    return _stop("thanks", line("stop.thanks"), *_home())


def failed(why: str = "err.failed") -> Screen:
    """Something went wrong where nothing had been typed."""
    return _stop("failed", line(why), *_home())


def because(refusal: Refusal) -> Screen:
    """A button's command was refused: the sentence that says what to do."""
    return _stop("refused", line(refusal.key), *_home())


def _stop(name: str, *parts: Part) -> Screen:
    danger = () if name == "loading" else (alert("home.danger"),)
    return Screen(name, say("home.t.title"), (*parts, *danger))


def _home() -> tuple[Part, ...]:
    return row(Button("home", say("stop.home.button")))


def _new() -> tuple[Part, ...]:
    return row(Button("new_signal", say("home.t.button"), primary=True))
