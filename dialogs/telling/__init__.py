"""How each event of a case is told: a line with who and when, and what was written below it."""

from dialogs.desk import Desk
from dialogs.telling import consultation, decision, ending, following, nature, signal, talks, zbo
from dialogs.telling.teller import Parts, Tell, Telling
from meldcode.events import Entry

TELL: Tell = {
    **signal.TELL,
    **consultation.TELL,
    **nature.TELL,
    **talks.TELL,
    **zbo.TELL,
    **decision.TELL,
    **following.TELL,
    **ending.TELL,
}


def told(desk: Desk, entry: Entry) -> Parts:
    """Nothing for the signal itself, which stands on top of the case."""
    tell = TELL.get(type(entry.event))
    return tell(Telling(desk, entry), entry.event) if tell else ()
