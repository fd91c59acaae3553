"""Somebody looks along: one tap, and there is nothing to see (domain.md row 80)."""

from dialogs.parts import line, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen


def hide(handle: str) -> tuple[Part, ...]:
    """The button, for the top of a screen about `handle`."""
    return row(Button("hide", say("hide.button"), handle))


def hidden(handle: str) -> Screen:
    """Made from memory, so that it is there at once; no word on it tells what it hides.

    It keeps the name of the case's screen, so that the way back turns the same window.
    """
    back = Button("open", say("hide.back.button"), handle)
    return Screen("case", say("home.t.title"), (line("hide.body"), *row(back)), handle=handle)
