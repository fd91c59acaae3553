"""The case for the teacher who told: plain status, her own words, and the conversation."""

from dialogs.conversations.brake import brake
from dialogs.conversations.chronology import conversation
from dialogs.conversations.erasing import withdrawn
from dialogs.conversations.pending import agreements, looking, own, unfounded
from dialogs.desk import Desk
from dialogs.parts import RULE, button, head, line, local, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote
from dialogs.telling import righted
from meldcode import events
from meldcode.case import Case
from meldcode.events import Entry
from meldcode.parts import Status
from meldcode.progress import stage

Parts = tuple[Part, ...]

SHARED = (
    events.SignalRead,
    events.SignalWithdrawn,
    events.CaseTaken,
    events.Answered,
    events.ObservationAdded,
    events.ClassObservationPlanned,
    events.ClassObservationCancelled,
    events.ChildNamed,
    events.OpinionGiven,
)
"""What the teacher reads in full; of all else she sees the status, to protect the family."""


def parts(desk: Desk) -> Parts:
    return (
        head("case.standing", stage=stage(desk.case)),
        *unfounded(desk.case),
        *_now(desk),
        *brake(desk),
        *_following(desk),
        *_advice(desk.case),
        *agreements(desk, own(desk)),
        *row(*_buttons(desk)),
        RULE,
        *_told(desk),
        *conversation(desk, shared(desk)),
        *((quiet("st.partial"),) if _hidden(desk) else ()),
    )


def shared(desk: Desk) -> tuple[Entry, ...]:
    return tuple(entry for entry in desk.case.entries if _open(desk, entry))


def _open(desk: Desk, entry: Entry) -> bool:
    """A correction is as open as what it puts right."""
    match entry.event:
        case (
            events.FollowingNoted()
            | events.ChildMoves()
            | events.PersonExcluded()
            | events.InjuryNoted()
        ):
            return entry.by == desk.room.viewer.id
        case events.EntryCorrected(seq=seq):
            about = desk.case.entries[seq - 1]
            return isinstance(about.event, events.SignalRaised) or _open(desk, about)
    return isinstance(entry.event, SHARED)


def _hidden(desk: Desk) -> bool:
    known = (
        *(events.SignalRaised, events.FollowingAgreed, events.CheckSnoozed),
        *(events.ObservationMarked, events.ToldInPerson),
        events.PolicyApplied,
    )
    return any(
        not _open(desk, entry) and not isinstance(entry.event, known) for entry in desk.case.entries
    )


def _now(desk: Desk) -> Parts:
    """Who has it, and what happens now."""
    name = desk.room.name_of(desk.case.holder or "")
    held = (line("rsr.holder", who=name),) if name and not desk.case.ended else ()
    asked = (line("rsr.asked"),) if desk.case.asked else ()
    decided = (line("rsr.decided"),) if desk.case.decision else ()
    back = withdrawn(desk) if desk.case.status is Status.WITHDRAWN else ()
    return (*held, line(f"rsr.{stage(desk.case)}"), *back, *asked, *decided)


def _following(desk: Desk) -> Parts:
    if desk.case.next_check is None:
        return ()
    buttons = (button(desk, action) for action in ("better", "same", "worse", "snooze"))
    return (*looking(desk), *row(*buttons))


def _advice(case: Case) -> Parts:
    """What was written for her with the help; of the help itself she reads nothing (step 5)."""
    arranged = (e.event for e in case.entries if isinstance(e.event, events.HelpArranged))
    written = [event.advice for event in arranged if event.advice]
    return tuple(Quote(text, say("rsr.advice")) for text in written[-3:])


def _buttons(desk: Desk) -> tuple[Button | None, ...]:
    case = desk.case
    if case.ended:
        closed = case.status is Status.CLOSED
        new = Button("new_signal", say("home.t.button"), primary=True)
        return new, button(desk, "opinion") if closed else None
    return (
        button(desk, "answer", primary=case.asked) if case.answered_at else None,
        button(desk, "add"),
        button(desk, "injury"),
        button(desk, "mark_own"),
        button(desk, "correct"),
        button(desk, "moves"),
        button(desk, "withdraw") if case.status is Status.NEW else None,
        button(desk, "exclude"),
    )


def _unnamed(desk: Desk) -> Button | None:
    told = desk.case.signal
    return button(desk, "name") if told and not told.child and not desk.case.ended else None


def _told(desk: Desk) -> Parts:
    told, at = desk.case.signal, desk.case.raised_at
    if told is None or at is None:
        return ()
    child = (Quote(told.child, say("case.child")),) if told.child else ()
    quoted = Quote(told.text, say("rsr.told", at=local(desk.room, at)))
    return (quoted, *righted(desk.case, 1), *child, *row(_unnamed(desk)))
