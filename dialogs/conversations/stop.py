"""Screens for when it does not go on: still loading, not allowed, too old, not saved."""

from dialogs.desk import School
from dialogs.parts import alert, line, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen


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


def failed() -> Screen:
    """Something went wrong where nothing had been typed."""
    return _stop("failed", line("err.failed"), *_home())


def saved(screen: Screen) -> Screen:
    """The same form again: it did not work, but the text is kept."""
    return screen.with_alert(say("err.saved"))


def not_saved(screen: Screen) -> Screen:
    """The same form again, so that the text can be copied."""
    return screen.with_alert(say("err.notsaved"))


def full(screen: Screen, school: School | None = None) -> Screen:
    """Nothing can be kept now; whom to call instead."""
    if school is None:
        return screen.with_alert(say("err.full"))
    call = say("err.full.call", name=school.contact_name, phone=school.contact_phone)
    return screen.with_alert(call)


def _stop(name: str, *parts: Part) -> Screen:
    danger = () if name == "loading" else (alert("home.danger"),)
    return Screen(name, say("home.t.title"), (*parts, *danger))


def _home() -> tuple[Part, ...]:
    return row(Button("home", say("stop.home.button")))


def _new() -> tuple[Part, ...]:
    return row(Button("new_signal", say("home.t.button"), primary=True))
