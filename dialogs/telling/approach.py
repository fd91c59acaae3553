"""What was agreed on in a ZBO, as the chronology and the chair read it."""

from collections.abc import Callable

from dialogs.parts import line
from dialogs.say import say
from dialogs.screen import Part, Quote
from dialogs.telling.teller import partners
from meldcode.events import ZboDiscussed

Parts = tuple[Part, ...]


def approach(event: ZboDiscussed, name_of: Callable[[str], str]) -> Parts:
    """For whom what was agreed on, whether the parents were there, and who tells them."""
    return (
        *_quoted("approach.child", event.child),
        *_quoted("approach.parents", event.parents),
        *_quoted("approach.teacher", event.teacher),
        *_present(event, name_of),
        *partners(event),
        *_parents(event),
        *((line("approach.tells", who=name_of(event.informs)),) if event.informs else ()),
        *_quoted("approach.not_telling", event.not_informing),
    )


def _present(event: ZboDiscussed, name_of: Callable[[str], str]) -> Parts:
    names = ", ".join(filter(None, map(name_of, event.present)))
    return (line("approach.there", names=names),) if names else ()


def _parents(event: ZboDiscussed) -> Parts:
    there = {True: "approach.present", False: "approach.absent"}
    said = (there[event.parents_present],) if event.parents_present is not None else ()
    return (*map(line, said), *_quoted("approach.why_absent", event.parents_absent))


def _quoted(key: str, text: str | None) -> Parts:
    return (Quote(text, say(key)),) if text else ()
