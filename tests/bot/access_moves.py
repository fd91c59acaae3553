"""What the care team does in a walk about access, and who then has a part in the case.

The second half is written apart from the product's own rule: it reads what happened and knows
nothing of what the product keeps of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Grounds, TalkWith
from meldcode.choices_consultation import AskedAs, ParentsKnow
from meldcode.choices_talks import NotHeld
from meldcode.people import CARE_ROLES, Role
from tests.bot.house import FIRST

Posts = Mapping[str, frozenset[tuple[str, Role]]]
"""Person id -> the schools and roles they have now."""

Move = Callable[[date], commands.Command]
"""What is done on a day."""

MARK = "zqxmark"
OUT = ("ib", "oka", "colleague", "chair", "attention", "director")
LATER = timedelta(days=2)


def _invite(person: str, days: timedelta) -> Move:
    told = (MARK, MARK, ParentsKnow.NO, MARK, MARK, (1,))
    return lambda today: commands.InviteGuest(person, today + days, *told)


def _ask(consult: str, person: str) -> Move:
    return lambda _today: commands.AskColleague(consult, person, AskedAs.OTHER, "What did you see?")


def _talk(talk: str, near: str | None) -> Move:
    return lambda today: commands.PlanTalk(
        talk, today, None, TalkWith.PARENTS, "teacher", near=near
    )


def _always(command: commands.Command) -> Move:
    return lambda _today: command


MOVES: tuple[Move, ...] = (
    _always(commands.TakeCase()),
    _always(commands.Write(MARK)),
    lambda today: commands.MakeAgreement("made", MARK, "oka", today),
    lambda today: commands.NameFollower("colleague", today),
    _always(commands.ScheduleZbo("item", FIRST.id, FIRST.at.date(), MARK, parents_invited=True)),
    _always(commands.TakeOffAgenda("item", MARK)),
    _always(commands.CloseCase(Grounds.RESOLVED, MARK)),
    _always(commands.ReopenCase(MARK)),
    *(_always(commands.ExcludePerson(one, MARK)) for one in OUT),
    *(_always(commands.EndExclusion(one, MARK)) for one in OUT),
    *(_invite(one, days) for one in ("director", "colleague") for days in (LATER * 0, LATER)),
    *(_always(commands.EndInvitation(one, MARK)) for one in ("director", "colleague")),
    _always(commands.WriteConfidential(MARK)),
    _always(commands.WriteConfidential(MARK, ("deputy",))),
    *(_ask(*one) for one in (("asked", "colleague"), ("asked-far", "other-ib"))),
    *(_always(commands.WithdrawConsult(one)) for one in ("asked", "asked-far")),
    *(_talk(*one) for one in (("talk", "oka"), ("talk-near", "colleague"))),
    *(_always(commands.RecordNoTalk(NotHeld.OTHER, MARK, one)) for one in ("talk", "talk-near")),
)


def inside(who: str, case: Case, posts: Posts, today: date) -> bool:
    """Whether somebody has a part in the case on this day, as what happened says."""
    here = {role for school, role in posts[who] if school == case.school}
    far = {role for _, role in posts[who]}
    happened = [entry.event for entry in case.entries]
    if who in _kept_out(happened):
        return False
    if who in _asked(happened) and (here - {Role.ADMIN} or far & CARE_ROLES):
        return True
    if here & CARE_ROLES or (here and who == case.entries[0].by):
        return True
    if Role.DIRECTOR in here and who in _broke_glass(case, today):
        return True
    if Role.ZBO_CHAIR in here and _on_agenda(happened):
        return True
    return bool(here - {Role.ADMIN}) and who in {*_named(happened), *_invited(happened, today)}


def _kept_out(happened: Iterable[events.Event]) -> set[str]:
    out: set[str] = set()
    for event in happened:
        if isinstance(event, events.PersonExcluded):
            out.add(event.person)
        if isinstance(event, events.ExclusionEnded):
            out.discard(event.person)
    return out


def _asked(happened: Iterable[events.Event]) -> set[str]:
    """Who has a question to answer."""
    waiting: dict[str, str] = {}
    for event in happened:
        if isinstance(event, events.ColleagueAsked):
            waiting[event.consult] = event.person
        if isinstance(event, events.ConsultWithdrawn):
            waiting.pop(event.consult, None)
        if isinstance(event, events.CaseClosed):
            waiting.clear()
    return {*waiting.values()}


def _broke_glass(case: Case, today: date) -> set[str]:
    opened = (one for one in case.entries if isinstance(one.event, events.GlassBroken))
    return {one.by for one in opened if one.at.date() == today}


def _on_agenda(happened: Iterable[events.Event]) -> bool:
    items: set[str] = set()
    for event in happened:
        if isinstance(event, events.ZboScheduled):
            items.add(event.item)
        if isinstance(event, events.ItemTakenOff):
            items.discard(event.item)
    return bool(items)


def _named(happened: list[events.Event]) -> Iterator[str]:
    """Who sees the child, has something to do, or is near a talk."""
    follower: str | None = None
    talks: dict[str | None, tuple[str, ...]] = {}
    for event in happened:
        if isinstance(event, events.FollowerNamed):
            follower = event.teacher
        if isinstance(event, events.PersonExcluded) and event.person == follower:
            follower = None
        if isinstance(event, events.AgreementMade):
            yield event.owner
        if isinstance(event, events.TalkPlanned):
            talks[event.talk] = tuple(one for one in (event.leads, event.near) if one)
        if isinstance(event, events.TalkNotHeld):
            talks.pop(event.talk, None)
    yield from (follower,) if follower else ()
    yield from (one for people in talks.values() for one in people)


def _invited(happened: Iterable[events.Event], today: date) -> set[str]:
    """Whose invitation holds: until its day, or until somebody ended it, or them, or the case."""
    until: dict[str, date] = {}
    ended = False
    for event in happened:
        if isinstance(event, events.GuestInvited):
            until[event.person] = event.until
        if isinstance(event, events.InvitationEnded | events.PersonExcluded):
            until.pop(event.person, None)
        if isinstance(event, events.CaseClosed | events.CaseReopened):
            ended = isinstance(event, events.CaseClosed)
    return set() if ended else {who for who, last in until.items() if today <= last}
