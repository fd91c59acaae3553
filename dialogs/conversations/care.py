"""The case for the IB'er, the deputy and the aandachtsfunctionaris: everything, and what to do."""

from dialogs.conversations import signing
from dialogs.conversations.beside import hint
from dialogs.conversations.brake import brake
from dialogs.conversations.chronology import conversation
from dialogs.conversations.circle import waiting
from dialogs.conversations.moving import alarm
from dialogs.conversations.pending import agreements, looking, unfounded, wait_for_zbo
from dialogs.conversations.planned import next_talk
from dialogs.conversations.standing import owed
from dialogs.desk import Desk
from dialogs.menus import doors
from dialogs.parts import RULE, alert, button, head, line, local, quiet, row
from dialogs.say import say
from dialogs.screen import Part, Quote
from dialogs.telling import righted
from dialogs.telling.signal import how
from meldcode.case import Case
from meldcode.choices import Urgency
from meldcode.events import SignalRaised
from meldcode.parts import Status
from meldcode.progress import stage, walked, walked_support
from meldcode.retention import short, years
from meldcode.rules.signal import observations
from meldcode.weighing import allowed, next_question

Parts = tuple[Part, ...]

MANY = 2
"""From how many on they are counted."""


def parts(desk: Desk) -> Parts:
    return (
        *_standing(desk),
        *(() if desk.case.ended else owed(desk)),
        *waiting(desk),
        *_signal(desk),
        *brake(desk),
        *_consult(desk),
        *_going_on(desk),
        RULE,
        *_routes(desk.case),
        *conversation(desk, desk.case.entries),
    )


def _standing(desk: Desk) -> Parts:
    case = desk.case
    decided = (line("case.decision", decision=case.decision.decision),) if case.decision else ()
    top = (head("case.standing.care", stage=stage(case)), *unfounded(case), *decided)
    top = (*top, *signing.waiting(desk))
    return (*top, *_kept(desk)) if case.ended else (*top, *_hands(desk), *alarm(desk))


def _kept(desk: Desk) -> Parts:
    term = years(desk.case, desk.room.policy) if short(desk.case) else None
    return (line("case.keep.short", n=term),) if term else ()


def _hands(desk: Desk) -> Parts:
    """Who holds it and who sees the child; that somebody is missing stands out."""
    change, room = desk.case.handover, desk.room
    holder, follows = room.name_of(desk.case.holder or ""), room.name_of(change.follower or "")
    nobody = alert("case.no_holder") if change.holder_left else line("ib.head")
    return (
        line("case.holder", who=holder) if holder else nobody,
        *((alert("case.no_follower"),) if change.looker_left else ()),
        *((line("case.follower", who=follows, on=change.since),) if follows else ()),
    )


def _signal(desk: Desk) -> Parts:
    raised = desk.case.signal
    if raised is None or desk.case.raised_at is None:
        return ()
    who, at = desk.room.name_of(desk.case.raised_by), local(desk.room, desk.case.raised_at)
    return (
        *(() if desk.case.ended else _urgency(raised)),
        Quote(raised.text, say("case.signal", who=who, at=at)),
        *how(desk.case, 1),
        *_added_up(desk),
        *righted(desk.case, 1),
        Quote(raised.child, say("case.child")) if raised.child else quiet("case.child.none"),
        *((line(f"case.parents.{raised.parents}"),) if raised.parents else ()),
        *_in_person(desk.case),
        *(() if desk.case.ended else hint(desk)),
    )


def _added_up(desk: Desk) -> Parts:
    """Small things add up: how many there are and since when, a count and never a score (row 9)."""
    told = observations(desk.case)
    if len(told) < MANY:
        return ()
    return (line("case.told", n=len(told), on=desk.room.calendar.today(told[0].at)),)


def _in_person(case: Case) -> Parts:
    told = case.record.in_person
    return () if told is None else (line("case.in_person.yes" if told else "case.in_person.no"),)


def _urgency(raised: SignalRaised) -> Parts:
    """Danger stands out and comes with the phone numbers; the rest is a plain line."""
    key = f"case.urgency.{raised.urgency}"
    if raised.urgency is Urgency.NOW:
        return (alert(key), alert("home.danger"))
    return (line(key),)


def _consult(desk: Desk) -> Parts:
    case = desk.case
    if case.ended:
        reopen = button(desk, "reopen") if case.status is Status.CLOSED else None
        return row(reopen, button(desk, "keeping"), button(desk, "exclude"), button(desk, "looks"))
    free = case.holder != desk.room.viewer.id
    return row(
        button(desk, "take", primary=True) if free else None,
        button(desk, "answer", primary=not free),
        button(desk, "ask"),
        button(desk, "move", primary=True) if alarm(desk) else None,
    )


def _going_on(desk: Desk) -> Parts:
    """Nothing is a fixed wizard, so everything that makes sense now is offered, by its kind."""
    if desk.case.ended:
        return ()
    return (
        RULE,
        *looking(desk),
        *next_talk(desk),
        *agreements(desk, desk.case.agreements),
        *wait_for_zbo(desk),
        head("case.record"),
        *row(*(button(desk, action) for action in ("talk", "advice", "schedule"))),
        head("case.together"),
        *row(*(button(desk, action) for action in together(desk.case))),
        head("case.after"),
        *row(*(button(desk, action) for action in _after(desk.case))),
        *doors(desk),
    )


def together(case: Case) -> tuple[str, ...]:
    """Steps 4 and 5, as far as the order of the afwegingskader has come."""
    asking = bool(case.weighings) and next_question(case.questions) is not None
    deciding = case.decision is None and bool(allowed(case.questions))
    found = {"weighing": True, "question": asking, "decision": deciding, "agreement": True}
    return tuple(action for action, fits in found.items() if fits)


def _after(case: Case) -> tuple[str, ...]:
    following = ("note", "snooze") if case.next_check else ()
    return ("following", *following, "close")


def _routes(case: Case) -> Parts:
    """What was done on both routes; a record, never a score."""
    meldcode = " ".join(str(int(step)) for step in sorted(walked(case)))
    support = " ".join(str(int(step)) for step in sorted(walked_support(case)))
    return (
        head("route.head"),
        line("route.meldcode", steps=meldcode),
        line("route.support", steps=support),
        *_policies(case),
    )


def _policies(case: Case) -> Parts:
    """Under which versions of the board's agreements the case was handled."""
    versions = ", ".join(case.policies)
    return (quiet("case.policy", versions=versions),) if versions else ()
