"""How each event of a case is told: a line with who and when, and what was written below it."""

from dialogs.desk import Desk
from dialogs.parts import quiet
from dialogs.telling import (
    circle,
    classroom,
    colleagues,
    confidential,
    consultation,
    decision,
    ending,
    following,
    guests,
    handling,
    handover,
    helping,
    injury,
    melding,
    moving,
    nature,
    parents,
    record,
    rights,
    signal,
    signing,
    talks,
    zbo,
)
from dialogs.telling.shield import masked, names
from dialogs.telling.signal import SIGNAL
from dialogs.telling.teller import Parts, Tell, Telling
from meldcode.case import Case
from meldcode.events import Entry

NOBODY = frozenset[str]()

TELL: Tell = {
    **signal.TELL,
    **record.TELL,
    **consultation.TELL,
    **colleagues.TELL,
    **classroom.TELL,
    **nature.TELL,
    **injury.TELL,
    **parents.TELL,
    **talks.TELL,
    **zbo.TELL,
    **decision.TELL,
    **helping.TELL,
    **melding.TELL,
    **following.TELL,
    **moving.TELL,
    **handover.TELL,
    **ending.TELL,
    **rights.TELL,
    **signing.TELL,
    **handling.TELL,
    **circle.TELL,
    **guests.TELL,
    **confidential.TELL,
}


def whole(desk: Desk, entry: Entry, shield: frozenset[str] = NOBODY) -> Parts:
    """The same, where the signal stands among the rest."""
    return _told(desk, entry, {**TELL, **SIGNAL}, shield)


def told(desk: Desk, entry: Entry, shield: frozenset[str] = NOBODY) -> Parts:
    """Nothing for the signal itself, which stands on top of the case.

    In a copy for others `shield` is `meldcode.shielding.shielded(case)`: those people are then in
    no line, list or text of it.
    """
    return _told(desk, entry, TELL, shield)


def _told(desk: Desk, entry: Entry, ways: Tell, shield: frozenset[str]) -> Parts:
    tell = ways.get(type(entry.event))
    if tell is None:
        return ()
    parts = (*tell(Telling(desk, entry, shield), entry.event), *righted(desk.case, entry.seq))
    return masked(parts, names(desk.room, shield))


def righted(case: Case, seq: int) -> Parts:
    """That an entry was put right later; the correction itself stands at its own moment."""
    return (quiet("case.corrected"),) if seq in case.record.corrected else ()
