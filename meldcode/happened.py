"""What a case tells of steps that were taken; shared by what is still asked and what is missing."""

from collections.abc import Iterator

from meldcode import events
from meldcode.case import Case
from meldcode.choices import TalkWith
from meldcode.people import PARTNERS

CONSULTING = (
    *(events.AdviceReceived, events.ColleagueAnswered),
    *(events.DiscussionHeld, events.ClassObserved, events.GuestWrote),
)
"""What somebody else than the teacher saw or said; a question without an answer is none of it."""


def happened(case: Case, *kinds: type) -> bool:
    return any(isinstance(entry.event, kinds) for entry in case.entries)


def consulted(case: Case) -> bool:
    """Step 2: the care team wrote, or somebody was heard; having read a signal is not enough."""
    return bool(case.answered_at) or happened(case, *CONSULTING)


def by_school_alone(case: Case) -> bool:
    """Whether the decision, or before there is one the last weighing, was made without partners."""
    last = case.decision or (case.weighings[-1] if case.weighings else None)
    if last is None or last.partner_roles:
        return False
    return PARTNERS.isdisjoint(one.role for one in last.present)


def spoke_or_why_not(case: Case, *without: TalkWith) -> bool:
    """Step 3: whether there was a talk with others than these, or why there was none."""
    return any(one.with_whom not in without for one in _talks(case))


def _talks(case: Case) -> Iterator[events.TalkHeld | events.TalkNotHeld]:
    kinds = (events.TalkHeld, events.TalkNotHeld)
    return (entry.event for entry in case.entries if isinstance(entry.event, kinds))
