"""Home, by role (texts.md 3.7): codes and plain statuses only, since chat keeps this view too."""

from collections.abc import Callable
from datetime import date, datetime

from dialogs.conversations import account, bands, training
from dialogs.conversations.conduct import conduct
from dialogs.conversations.evidence import READERS
from dialogs.conversations.queue import care_queue, own_cases, parts_of
from dialogs.desk import HomeDesk
from dialogs.parts import RULE, alert, head, line, local, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.people import CARE_ROLES, Role

Parts = tuple[Part, ...]

MOST_BLOCKS = 100
"""Slack takes no more in a Home; every part of it is one."""

MOST_MEETINGS = 3
MOST_ASIDES = 2

ASIDE = ("help", "signs", "notebook", "for_me", "practice", "training")
"""What can be done quietly, beside telling."""

STAFF = CARE_ROLES | {Role.TEACHER, Role.DIRECTOR, Role.ZBO_CHAIR}
PLANNERS = CARE_ROLES | {Role.ZBO_CHAIR}
AWAY_UNTIL = Button("away_until", say("away_until.button"))
PARTNERS = frozenset({Role.OKA, Role.SMW, Role.JGZ})


def home(desk: HomeDesk) -> Screen:
    """One section per role that the viewer holds, with the danger line on top.

    The care team's cases come first and take what the other sections leave.
    """
    roles = desk.room.roles_of(desk.room.viewer)
    top = (alert("home.danger"), *(() if desk.understood else conduct()), *_asides(desk))
    others = tuple(part for who, make in SECTIONS if roles & who for part in make(desk))
    care = _care(desk, MOST_BLOCKS - len((*top, *others))) if roles & CARE_ROLES else ()
    return Screen(name="home", title=say("home.t.title"), parts=(*top, *care, *others))


def _asides(desk: HomeDesk) -> Parts:
    """What somebody is asked for, or takes part in, for a while: no more than a day."""
    told = (
        part
        for one in desk.asides[:MOST_ASIDES]
        for part in (
            line("home.aside", on=one.on),
            *row(Button("open", say("push.button"), one.handle)),
        )
    )
    more = len(desk.asides) - MOST_ASIDES
    counted = (quiet("case.more", n=more),) if more > 0 else ()
    return (*told, *counted, RULE) if desk.asides else ()


def _care(desk: HomeDesk, room: int) -> Parts:
    takes_part = desk.room.policy.handle_with_care_days is not None
    names = ("search", "gentle") if takes_part else ("search",)
    look_up = row(*(Button(name, say(f"{name}.button")) for name in names))
    below = (*look_up, *_questions(desk), *_absence(desk), RULE)
    return (*care_queue(desk, room - len(below)), *below)


def _questions(desk: HomeDesk) -> Parts:
    return (line("home.for_me"),) if desk.questions else ()


def _absence(desk: HomeDesk) -> Parts:
    """The switch with which somebody of the care team is away; a deputy must be there for it."""
    if desk.deputy_on:
        back = Button("back", say("home.back.button"))
        return (_stands_in(desk, desk.deputy_on), *row(back, AWAY_UNTIL))
    if not desk.deputies:
        return ()
    return (quiet("ib.away"), *row(Button("away", say("home.away.button")), AWAY_UNTIL))


def _stands_in(desk: HomeDesk, deputy: str) -> Part:
    name = desk.room.name_of(deputy)
    if desk.away_until is None:
        return line("home.away.on", who=name)
    return line("home.away.until", who=name, on=desk.away_until)


def _tell(desk: HomeDesk) -> Parts:
    """One big button, and what somebody told before."""
    return (
        line("home.t.intro"),
        *row(Button("new_signal", say("home.t.button"), primary=True)),
        *_not_alone(desk),
        *own_cases(desk),
        *training.on_home(desk.trainings),
        quiet("home.privacy"),
        *row(*(Button(name, say(f"{name}.button")) for name in _quietly(desk))),
    )


def _quietly(desk: HomeDesk) -> tuple[str, ...]:
    reads = not READERS.isdisjoint(desk.room.roles_of(desk.room.viewer))
    return (*ASIDE, "evidence", "stubs") if reads else ASIDE


def _not_alone(desk: HomeDesk) -> Parts:
    teaches = desk.room.viewer.has(desk.room.school.id, Role.TEACHER)
    return (quiet("home.t.alone"),) if teaches else ()


def _meetings(desk: HomeDesk) -> Parts:
    """For who plans the ZBO, and for its members as soon as they have a meeting ahead."""
    plans = not PLANNERS.isdisjoint(desk.room.roles_of(desk.room.viewer))
    new = Button("new_meeting", say("home.meeting.button")) if plans else None
    if not desk.meetings and not plans:
        return ()
    if not desk.meetings:
        return (RULE, head("home.z.head"), line("home.z.empty"), *row(new))
    told = (
        part
        for meeting, handle, count in desk.meetings[:MOST_MEETINGS]
        for part in (
            line("home.z.line", at=local(desk.room, meeting.at), n=count),
            *row(Button("agenda", say("home.z.button", on=_day(desk, meeting.at)), handle)),
        )
    )
    return (RULE, head("home.z.head"), *told, *row(new))


def _watch(desk: HomeDesk) -> Parts:
    """For the aandachtsfunctionaris: what is overdue and which agreements of the board hold."""
    return (
        RULE,
        head("home.a.head"),
        line("home.overdue", n=_overdue(desk)),
        line("home.a.policy", version=desk.room.policy.version),
    )


def _overdue(desk: HomeDesk) -> int:
    """Looks that should have been over before today."""
    days = (one.next_check for one in desk.cases if one.next_check)
    return sum(day < desk.room.today for day in days)


def _counts(desk: HomeDesk) -> Parts:
    """For the director: bands, never a list of cases."""
    median = desk.median_days
    return (
        RULE,
        head("home.d.head"),
        *bands.listed("home.d.count", desk.counts or {}),
        line("home.d.median.few") if median is None else line("home.d.median", n=median),
        line("home.overdue", n=desk.overdue),
        *bands.grouped(desk.bottlenecks),
        quiet("home.d.note"),
        line("home.d.practised", n=desk.practised),
        quiet("home.emergency"),
        *row(Button("emergency", say("emergency.button"))),
    )


def _partner(desk: HomeDesk) -> Parts:
    empty = () if desk.parts or desk.asides or desk.meetings else (line("home.p.empty"),)
    return (line("home.p.intro"), *empty)


def _admin(desk: HomeDesk) -> Parts:
    """How many messages did not arrive, of whatever school; not to whom, nor what about."""
    missed = (line("home.b.undelivered", n=desk.undelivered), quiet("home.b.repair"))
    told = missed if desk.undelivered else (line("home.b.delivered"),)
    return (RULE, head("home.b.head"), *told, line("home.b.health"), quiet("home.b.note"))


def _day(desk: HomeDesk, at: datetime) -> date:
    return desk.room.calendar.today(at)


SECTIONS: tuple[tuple[frozenset[Role], Callable[[HomeDesk], Parts]], ...] = (
    (STAFF, _tell),
    (frozenset(Role), parts_of),
    (frozenset(Role), _meetings),
    (frozenset({Role.AANDACHTSFUNCTIONARIS}), _watch),
    (frozenset({Role.DIRECTOR}), _counts),
    (PARTNERS, _partner),
    (frozenset({Role.ADMIN}), _admin),
    (frozenset(Role), account.on_home),
)
"""Roles -> their section, in the order of the page; that of the care team stands above these."""
