"""What stands on a screen: its texts, its buttons and what people wrote."""

from collections.abc import Iterator

from dialogs.fields import Choice, YesNo
from dialogs.say import Say, say
from dialogs.screen import Button, Buttons, Line, Part, Quote, Screen


def parts(screen: Screen) -> tuple[Part, ...]:
    return (*screen.parts, *screen.after)


def buttons(screen: Screen) -> tuple[Button, ...]:
    rows = (part.row for part in parts(screen) if isinstance(part, Buttons))
    return tuple(button for row in rows for button in row)


def actions(screen: Screen) -> list[str]:
    return [button.action for button in buttons(screen)]


def written(screen: Screen) -> list[str]:
    """What people wrote that stands on the screen."""
    return [part.text for part in parts(screen) if isinstance(part, Quote)]


def says(screen: Screen) -> Iterator[Say]:
    """Every text of ours on the screen, those of its fields included."""
    yield from (screen.title, screen.close)
    if screen.submit:
        yield screen.submit
    for part in parts(screen):
        yield from _part(part)
    yield from field_says(screen)
    for options in screen.options.values():
        yield from (one.shown for one in options if isinstance(one.shown, Say))


def field_says(screen: Screen) -> Iterator[Say]:
    for mark in screen.form.fields().values() if screen.form else ():
        yield say(mark.label)
        yield say(mark.empty)
        if mark.hint:
            yield say(mark.hint)
        if isinstance(mark, Choice):
            yield from (say(f"{mark.label}.{value}") for value in mark.values)
        if isinstance(mark, YesNo):
            yield from (say("word.yes"), say("word.no"))


def keys(screen: Screen) -> list[str]:
    return [text.key for text in says(screen)]


def _part(part: Part) -> Iterator[Say]:
    if isinstance(part, Line):
        yield part.text
    if isinstance(part, Quote):
        yield part.above
    if isinstance(part, Buttons):
        yield from (button.text for button in part.row)
