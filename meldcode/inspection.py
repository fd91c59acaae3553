"""Which entries a copy for inspection holds, and who is not named in it (domain.md 1.9, R6).

Whoever asks sees what is kept about the child, facts apart from what people think of it. Other
people keep their rights: the reporter who stays anonymous, others who told something, and third
parties, whom only a person can recognise in what was written.
"""

from meldcode import events
from meldcode.case import Case
from meldcode.choices import CareFor
from meldcode.events import Entry
from meldcode.parts_rights import Request
from meldcode.shielding import shielded

INFORMANTS = (
    *(events.ObservationAdded, events.ColleagueAnswered, events.ColleagueDeclined),
    *(events.ClassObserved, events.FollowerWrote, events.Answered, events.GuestWrote),
    events.InjuryNoted,
)
"""Whoever told something; the first one who told is known, unless she stays anonymous."""

NEVER = (
    *(events.SignalRead, events.PolicyApplied, events.StaffLeft, events.ToldInPerson),
    *(events.CaseLinked, events.CaseUnlinked, events.OpinionGiven, events.ParentRecorded),
    *(events.AnonymityClaimed, events.AnonymityLifted),
    *(events.PersonExcluded, events.ExclusionEnded, events.GuestInvited, events.InvitationEnded),
    *(events.ConfidentialWritten, events.GlassBroken),
    *(events.SchoolLeft, events.HoldPlaced, events.HoldLifted),
    *(events.ErasureDecided, events.ErasureCalledOff),
    *(events.RequestMade, events.CopyPrepared, events.RequestDecided, events.RequestAnswered),
)
"""What is not about the child: how the record is kept, who is shielded, what a parent hears."""

REPORTING = (events.MeldingPlanned, events.MeldingDone)
"""What would tell that there is somebody to hide, and in which role."""


def unnamed(case: Case, request: Request) -> frozenset[str]:
    """Person ids, and the names that somebody who looked wants out of it."""
    told = {entry.by for entry in case.entries if isinstance(entry.event, INFORMANTS)}
    others = (told | {one.person for one in case.consults}) - {case.raised_by, case.holder}
    names = frozenset(request.copy.names if request.copy else ())
    return frozenset(one for one in others if one) | shielded(case) | names


def confidential(case: Case) -> bool:
    """Whether there is a confidential part; people decide apart what of it is shown."""
    return any(isinstance(entry.event, events.ConfidentialWritten) for entry in case.entries)


def copied(case: Case) -> tuple[Entry, ...]:
    """The entries about the child, in their order."""
    never = NEVER + (REPORTING if shielded(case) else ())
    return tuple(
        entry
        for entry in case.entries
        if not isinstance(entry.event, never) and not _for_teacher(entry)
    )


def _for_teacher(entry: Entry) -> bool:
    """Care for the teacher is hers."""
    event = entry.event
    return isinstance(event, events.AftercareDone) and event.whom is CareFor.TEACHER


def left_out(entry: Entry, request: Request) -> bool:
    """Whether an entry stays out as a whole; what puts it right goes with it."""
    numbers = request.copy.left_out if request.copy else ()
    about = entry.event.seq if isinstance(entry.event, events.EntryCorrected) else entry.seq
    return about in numbers or entry.seq in numbers
