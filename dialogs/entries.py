"""Entries of the journal as the answers of a question: when, and by whom."""

from collections.abc import Iterable

from dialogs.desk import Desk
from dialogs.fields import Option
from dialogs.parts import local
from dialogs.say import say
from meldcode.access import Relation
from meldcode.events import Entry


def options(desk: Desk, entries: Iterable[Entry]) -> tuple[Option, ...]:
    """The newest on top; the value is the number of the entry. Only for who reads them (R1)."""
    if desk.relation in {Relation.CHAIR, Relation.MEMBER, Relation.OWNER}:
        return ()
    return tuple(_option(desk, entry) for entry in reversed(tuple(entries)))


def _option(desk: Desk, entry: Entry) -> Option:
    who, at = desk.room.name_of(entry.by), local(desk.room, entry.at)
    return Option(str(entry.seq), say("word.entry", who=who, at=at))
