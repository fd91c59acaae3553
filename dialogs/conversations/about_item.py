"""Lines about an agenda item that stand in more than one place."""

from datetime import date

from dialogs.parts import alert, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Quote
from meldcode.duties.zbo import TOO_OFTEN

Parts = tuple[Part, ...]


def informed(*, known: bool | None, reason: str | None) -> Parts:
    """Whether the parents know that it is discussed; nothing if that was never asked."""
    if known is None:
        return ()
    if known or not reason:
        return (line("zbo.informed.yes" if known else "zbo.informed.no"),)
    return (Quote(reason, say("zbo.informed.no")),)


def put_off(times: int, first: date | None) -> Parts:
    """How often it moved on; nothing if it never did."""
    if not times:
        return ()
    shown = alert if times >= TOO_OFTEN else quiet
    return (shown("zbo.put_off", n=times, on=first),)
