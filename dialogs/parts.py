"""Short ways to write the parts of a screen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dialogs.desk import Desk, Room
from dialogs.fields import Option
from dialogs.form import Form
from dialogs.say import say
from dialogs.screen import Button, Buttons, Line, Part, Rule, Screen, Tone

RULE = Rule()
MOST_IN_A_ROW = 5
"""More buttons than a phone shows without scrolling are spread over rows."""

MOST_IN_REST = 6


def line(key: str, **args: object) -> Line:
    return Line(say(key, **args))


def head(key: str, **args: object) -> Line:
    return Line(say(key, **args), Tone.HEAD)


def quiet(key: str, **args: object) -> Line:
    return Line(say(key, **args), Tone.QUIET)


def alert(key: str, **args: object) -> Line:
    return Line(say(key, **args), Tone.ALERT)


def row(*buttons: Button | None) -> tuple[Part, ...]:
    """Rows of the buttons that are there; none at all if there is no button."""
    real = tuple(button for button in buttons if button)
    starts = range(0, len(real), MOST_IN_A_ROW)
    return tuple(Buttons(real[start : start + MOST_IN_A_ROW]) for start in starts)


def rest(buttons: Sequence[Button]) -> tuple[Part, ...]:
    """What does not fit in full: how many there are, with just a button for the first of them.

    Each button has a row to itself: within a row every action must be another one (Slack: actions).
    """
    if not buttons:
        return ()
    rows = (Buttons((button,)) for button in buttons[:MOST_IN_REST])
    return (quiet("case.more", n=len(buttons)), *rows)


def confirmed(room: Room, fact: str, key: str) -> tuple[Part, ...]:
    """A line with a wording of the board, once it has confirmed that."""
    return (quiet(key),) if fact in room.policy.told else ()


def local(room: Room, instant: datetime) -> str:
    """An instant in the wall clock of the school, as a text's {place:stamp} expects it."""
    return instant.astimezone(room.calendar.zone).isoformat()


def here(desk: Desk) -> str:
    """The viewer's reference to what the screen is about: a part of the case, or all of it."""
    return desk.handles.get(desk.part, desk.handle)


def button(desk: Desk, action: str, part: str = "", *, primary: bool = False) -> Button | None:
    """A button about the case, or a part of it; none if the viewer has no reference to that."""
    handle = desk.handles.get(part) if part else desk.handle
    return Button(action, say(f"{action}.button"), handle, primary=primary) if handle else None


def form_screen(  # noqa: PLR0913 - every one is a part of the screen, all but two optional
    desk: Desk,
    form: type[Form],
    *,
    before: tuple[Part, ...] = (),
    after: tuple[Part, ...] = (),
    options: Mapping[str, tuple[Option, ...]] | None = None,
    preset: Mapping[str, Any] | None = None,
    edition: str = "",
) -> Screen:
    """A form about the case; its title and submit are `<theme>.title` and `<theme>.submit`."""
    return Screen(
        name=form.name,
        title=say(f"{form.theme()}.title"),
        parts=before,
        form=form,
        submit=say(f"{form.theme()}.submit"),
        close=say("word.back"),
        after=after,
        options=options or {},
        preset=preset or {},
        handle=here(desk),
        edition=edition,
    )
