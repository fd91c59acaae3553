"""How each event of a case is told: a line with who and when, and what was written below it."""

from dialogs.desk import Desk
from dialogs.parts import quiet
from dialogs.telling import (
    consultation,
    decision,
    ending,
    following,
    nature,
    record,
    signal,
    talks,
    zbo,
)
from dialogs.telling.signal import SIGNAL
from dialogs.telling.teller import Parts, Tell, Telling
from meldcode.case import Case
from meldcode.events import Entry

TELL: Tell = {
    **signal.TELL,
    **record.TELL,
    **consultation.TELL,
    **nature.TELL,
    **talks.TELL,
    **zbo.TELL,
    **decision.TELL,
    **following.TELL,
    **ending.TELL,
}


def whole(desk: Desk, entry: Entry) -> Parts:
    """The same, where the signal stands among the rest."""
    tell = SIGNAL.get(type(entry.event))
    if tell is None:
        return told(desk, entry)
    return (*tell(Telling(desk, entry), entry.event), *righted(desk.case, entry.seq))


def told(desk: Desk, entry: Entry) -> Parts:
    """Nothing for the signal itself, which stands on top of the case."""
    tell = TELL.get(type(entry.event))
    if tell is None:
        return ()
    return (*tell(Telling(desk, entry), entry.event), *righted(desk.case, entry.seq))


def righted(case: Case, seq: int) -> Parts:
    """That an entry was put right later; the correction itself stands at its own moment."""
    return (quiet("case.corrected"),) if seq in case.record.corrected else ()
