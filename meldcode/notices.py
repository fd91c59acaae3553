"""Who hears at once that something new is waiting; the message itself says no more than that."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from meldcode import events
from meldcode.choices import Trend, Urgency
from meldcode.events import Event
from meldcode.people import Audience


class Tone(StrEnum):
    """The neutral sentence on the envelope (texts.md 3.0)."""

    NEW = "new"
    TODAY = "today"
    NOW = "now"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Notice:
    """An envelope for somebody; `at_once` passes lesson hours (domain.md R8).

    `person` is set when `to` alone does not say who.
    """

    to: Audience
    tone: Tone = Tone.NEW
    at_once: bool = False
    person: str | None = None


TO_RAISER = (
    events.CaseTaken,
    events.HandedOver,
    events.Answered,
    events.ClassObservationPlanned,
    events.ClassObservationCancelled,
    events.Decided,
    events.CaseClosed,
    events.CaseReopened,
)
"""What the teacher hears of; the person who did it never gets an envelope about it."""

TO_FOLLOWER = (
    events.FollowerNamed,
    events.FollowerAnswered,
    events.CaseClosed,
    events.CaseReopened,
)
"""What hears who sees the child now, if that is somebody else than the one who told."""

SILENT = (
    events.SignalRead,
    # Withdrawn, the case can no longer be opened: an envelope would lead nowhere.
    events.SignalWithdrawn,
    # A closed case is silent.
    events.OpinionGiven,
    # Whoever is missed is reminded of by a duty.
    events.StaffLeft,
    # Nobody has anything to do any more; it stands in the record.
    events.Countersigned,
    events.PolicyApplied,
    # Who was told in person knows; and the envelope about the signal is on its way.
    events.ToldInPerson,
)


def notices(happened: Iterable[Event]) -> tuple[Notice, ...]:
    """The envelopes for the events of one change, each person's place at most once.

    The holder hears of everything that others do; the teacher of what she waits for.
    """
    found: dict[tuple[Audience, str | None], Notice] = {}
    for event in happened:
        for notice in _of(event):
            place = notice.to, notice.person
            found[place] = max(found.get(place, notice), notice, key=_weight)
    return tuple(found.values())


def _of(event: Event) -> Iterable[Notice]:
    match event:
        case events.SignalRaised(urgency=Urgency.NOW):
            yield Notice(Audience.HOLDER, Tone.NOW, at_once=True)
            yield Notice(Audience.DEPUTY, Tone.NOW, at_once=True)
            yield Notice(Audience.RAISER, Tone.KEPT, at_once=True)
        case events.SignalRaised(urgency=urgency):
            yield Notice(Audience.HOLDER, _tone(urgency))
            yield Notice(Audience.RAISER, Tone.KEPT, at_once=True)
        case events.FollowingNoted(trend=Trend.WORSE):
            yield Notice(Audience.HOLDER, Tone.TODAY, at_once=True)
        case events.ChildMoves(sudden=sudden):
            for to in (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS):
                yield Notice(to, Tone.NOW if sudden else Tone.TODAY, at_once=True)
        case events.RequestMade() | events.GlassBroken():
            yield from _watched(event)
        case events.ConfidentialWritten(readers=readers):
            yield from (Notice(Audience.OWNER, person=person) for person in readers)
        case event if isinstance(event, SILENT):
            return
        case _:
            yield Notice(Audience.HOLDER)
            yield from _others(event)


def _watched(event: events.RequestMade | events.GlassBroken) -> Iterable[Notice]:
    """What the aandachtsfunctionaris hears as well; that something closed was opened, at once."""
    glass = isinstance(event, events.GlassBroken)
    tone = Tone.TODAY if glass else Tone.NEW
    for to in (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS):
        yield Notice(to, tone, at_once=glass)


def _others(event: Event) -> Iterable[Notice]:
    if isinstance(event, TO_RAISER) or _advises(event):
        yield Notice(Audience.RAISER)
    if isinstance(event, TO_FOLLOWER):
        yield Notice(Audience.FOLLOWER)
    yield from (Notice(Audience.OWNER, person=person) for person in _named(event))


def _named(event: Event) -> tuple[str, ...]:
    """Person ids of those whom an event gives something to do, or an answer."""
    match event:
        case events.AgreementMade(owner=owner):
            return (owner,)
        case events.TalkPlanned(leads=leads, colleague=colleague, near=near, prepared_with=helps):
            return tuple(person for person in (leads, colleague, near, helps) if person)
        case events.ColleagueAsked(person=person) | events.GuestInvited(person=person):
            return (person,)
        case events.ColleagueAnswered(asker=asker) | events.ColleagueDeclined(asker=asker):
            return (asker,)
        case _:
            return ()


def _advises(event: Event) -> bool:
    """Help may come with advice for the teacher; of the rest of it she reads nothing."""
    return isinstance(event, events.HelpArranged) and bool(event.advice)


def _tone(urgency: Urgency) -> Tone:
    return Tone.NEW if urgency is Urgency.WEEK else Tone.TODAY


def _weight(notice: Notice) -> int:
    return 2 * notice.at_once + (notice.tone is not Tone.NEW)
