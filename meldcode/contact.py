"""Staying in touch with the parents (protocol, step 3: "in gesprek met ouders" at every step).

After each step the question is open anew. While help or Veilig Thuis is at work it is so after each
look at the child too, in the rhythm of following (protocol, "Communiceren met ouders").
"""

from datetime import date

from meldcode import events
from meldcode.case import Case
from meldcode.choices import CareFor, TalkWith
from meldcode.chronology import happened_on
from meldcode.events import Entry

STEPS = (
    *(events.ZboDiscussed, events.Weighed, events.Decided),
    *(events.HelpArranged, events.MeldingDone),
)
REASONS = ("not_informing", "parents_reason")
"""Where an event says why the parents are not told."""


def awaited(case: Case) -> bool:
    """Whether something was done since they were last told, or since it was said why not."""
    since: date | None = None
    for entry in case.entries:
        if isinstance(entry.event, _renewing(case)):
            since = _day(case, entry)
        if since and _told(case, entry) and _day(case, entry) >= since:
            since = None
    return since is not None


def _renewing(case: Case) -> tuple[type, ...]:
    at_work = bool(case.melding.done) or any(one.running for one in case.helps)
    return (*STEPS, events.FollowingNoted) if at_work else STEPS


def _day(case: Case, entry: Entry) -> date:
    """What was talked about before a step, and written down after it, does not count for it."""
    return happened_on(case, entry) or entry.at.date()


def _told(case: Case, entry: Entry) -> bool:
    event = entry.event
    if isinstance(event, events.TalkHeld | events.TalkNotHeld):
        return event.with_whom is not TalkWith.CHILD
    if isinstance(event, events.AgreementKept):
        telling = (made.id for made in case.agreements if made.tells_parents)
        return event.agreement in telling
    if isinstance(event, events.ZboDiscussed) and event.parents_present:
        return True
    return _cared(event) or any(getattr(event, name, None) for name in REASONS)


def _cared(event: events.Event) -> bool:
    aftercare = isinstance(event, events.AftercareDone) and event.whom is CareFor.PARENTS
    return aftercare or isinstance(event, events.ParentsTold)
