"""A second person confirms a weighing or a closing, after reading it (domain.md row 71)."""

from dialogs.desk import Desk
from dialogs.form import Given
from dialogs.parts import alert, button, line, quiet, row
from dialogs.screen import Part
from dialogs.telling import whole
from meldcode.access import Relation
from meldcode.asides import signs
from meldcode.commands import Command, Countersign
from meldcode.parts_signing import Signed, Unsigned

Parts = tuple[Part, ...]


def to_sign(desk: Desk) -> Parts:
    """For who took part in a weighing: what was written down of it, and the button."""
    waits = signs(desk.case, desk.room.viewer.id)
    return _asked(desk, waits) if waits else ()


def waiting(desk: Desk) -> Parts:
    """For the care team: that nobody confirmed it yet; a closing any other of them can confirm."""
    waits, viewer = desk.case.unsigned, desk.room.viewer.id
    if waits is None or signs(desk.case, viewer):
        return ()
    if waits.kind is Signed.CLOSING and waits.by != viewer and desk.relation is Relation.CARE:
        return _asked(desk, waits)
    return (line(f"sign.waits.{waits.kind}"),)


def countersign(given: Given) -> Command:
    return Countersign(given.part)


def _asked(desk: Desk, waits: Unsigned) -> Parts:
    who = desk.room.name_of(waits.by)
    return (
        alert(f"sign.ask.{waits.kind}", who=who),
        *whole(desk, desk.case.entries[waits.seq - 1]),
        *row(button(desk, "countersign", waits.id, primary=True)),
        quiet(f"sign.else.{waits.kind}", who=who),
    )
