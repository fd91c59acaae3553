"""The case for the teacher who sees the child now: "er is zorg, vraag de IB'er", and no more.

Of what went before she reads only what was shared with her (feature 110).
"""

from dialogs.conversations.chronology import conversation
from dialogs.conversations.pending import agreements, looking, own
from dialogs.desk import Desk
from dialogs.parts import RULE, button, head, line, row
from dialogs.say import say
from dialogs.screen import Part, Quote
from meldcode import events
from meldcode.events import Entry

Parts = tuple[Part, ...]

OWN = (
    *(events.FollowingNoted, events.FollowerWrote, events.ChildMoves),
    events.EntryCorrected,
)
"""What she wrote herself."""


def parts(desk: Desk) -> Parts:
    return (
        *_letter(desk),
        *_following(desk),
        *agreements(desk, own(desk)),
        *_write(desk),
        RULE,
        *conversation(desk, shared(desk)),
    )


def shared(desk: Desk) -> tuple[Entry, ...]:
    return tuple(entry for entry in desk.case.entries if _open(desk, entry))


def _open(desk: Desk, entry: Entry) -> bool:
    viewer = desk.room.viewer.id
    match entry.event:
        case events.FollowerAnswered(to=to):
            return to == viewer
    return entry.by == viewer and isinstance(entry.event, OWN)


def _letter(desk: Desk) -> Parts:
    """Exactly this, whatever the case holds."""
    if desk.case.ended:
        return (head("flw.closed"),)
    name = desk.room.name_of(desk.case.holder or "")
    ask = line("flw.ask", who=name) if name else line("flw.ask.team")
    told = desk.case.handover.shared
    return (head("flw.letter"), ask, *((Quote(told, say("flw.shared")),) if told else ()))


def _following(desk: Desk) -> Parts:
    since, day = desk.case.handover.since, desk.case.next_check
    if day is None or since is None or desk.case.ended:
        return ()
    if desk.room.today < since:
        return (line("flw.since", on=since),)
    buttons = (button(desk, action) for action in ("better", "same", "worse", "snooze"))
    return (*looking(desk), *row(*buttons))


def _write(desk: Desk) -> Parts:
    if desk.case.ended:
        return ()
    wrote = any(entry.by == desk.room.viewer.id for entry in desk.case.entries)
    return row(
        button(desk, "answer", primary=True),
        button(desk, "moves"),
        button(desk, "correct") if wrote else None,
    )
