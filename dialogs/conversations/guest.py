"""The case for who was invited: what was shared, until which day, and what they wrote."""

from dialogs.conversations.chronology import conversation
from dialogs.desk import Desk
from dialogs.parts import RULE, button, head, quiet, row
from dialogs.say import say
from dialogs.screen import Part, Quote
from dialogs.telling import whole
from dialogs.telling.shield import masked
from meldcode import events
from meldcode.asides import guest_of
from meldcode.events import Entry
from meldcode.parts_circle import Guest

Parts = tuple[Part, ...]


def letter(desk: Desk) -> Parts:
    """What was shared with the viewer; nothing once it is over."""
    guest = guest_of(desk.case, desk.room.viewer)
    if guest is None:
        return ()
    named = (Quote(guest.name, say("case.child")),) if guest.name else (quiet("letter.no_name"),)
    return (
        head("guest.letter"),
        Quote(guest.words, say("guest.words")),
        *named,
        *_entries(desk, guest),
        quiet("guest.until", until=guest.until),
        *row(button(desk, "answer", primary=True)),
    )


def _entries(desk: Desk, guest: Guest) -> Parts:
    """Where the name is not shared, it is taken out of what was written as well."""
    found = (desk.case.entries[seq - 1] for seq in guest.entries)
    told = tuple(part for entry in found for part in whole(desk, entry))
    child = desk.case.signal.child if desk.case.signal else None
    return told if guest.name or not child else masked(told, (child,))


def parts(desk: Desk) -> Parts:
    """Below the letter, which everybody who has one finds on top."""
    return (RULE, *conversation(desk, own(desk)))


def own(desk: Desk) -> tuple[Entry, ...]:
    """What the viewer wrote; corrections stand with it."""
    viewer = desk.room.viewer.id
    mine = (events.GuestWrote, events.EntryCorrected)
    return tuple(
        one for one in desk.case.entries if one.by == viewer and isinstance(one.event, mine)
    )
