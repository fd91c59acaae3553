"""What the protocol still asks of a case; a list to read, never a score."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from meldcode import events
from meldcode.case import Case
from meldcode.choices import REPORTING, Decision, TalkWith
from meldcode.contact import awaited
from meldcode.happened import by_school_alone, consulted, happened, spoke_or_why_not
from meldcode.owing import melding_owed
from meldcode.weighing import next_question

PARENTS = (TalkWith.PARENTS, TalkWith.ONE_PARENT)


class Ask(StrEnum):
    """In the order of the route; each has a text in the catalogues."""

    CONSULTATION = "consultation"
    PARENTS = "parents"
    AGAIN = "again"
    CHILD = "child"
    ZBO = "zbo"
    APPROACH = "approach"
    TELL_PARENTS = "tell_parents"
    WEIGHING = "weighing"
    PARTNER = "partner"
    COUNTERSIGN = "countersign"
    LONG_TERM = "long_term"
    QUESTIONS = "questions"
    DECISION = "decision"
    HELP = "help"
    MELDING = "melding"
    VT_AGREEMENT = "vt_agreement"
    CHILD_12 = "child_12"
    FOLLOWING = "following"


def still_asked(case: Case) -> tuple[Ask, ...]:
    """What has not been done yet, or not been said why not; nothing of a case that has ended."""
    return () if case.ended else tuple(ask for ask, open_in in OPEN.items() if open_in(case))


def _parents(case: Case) -> bool:
    """Step 3: a talk with the parents, or why they are left out for now."""
    left_out = any(item.parents_reason for item in case.items)
    return not (spoke_or_why_not(case, TalkWith.CHILD) or left_out or _why_not(case))


def _why_not(case: Case) -> bool:
    """Whether it was written why nobody tells the parents."""
    decided = case.decision is not None and bool(case.decision.not_informing)
    return decided or any(one.not_informing for one in _came(case))


def _told(case: Case) -> bool:
    """Step 5: who tells the parents, or why nobody does."""
    decided = case.decision is not None and bool(case.decision.informs_parents)
    return decided or any(one.informs for one in _came(case)) or _why_not(case)


def _came(case: Case) -> tuple[events.ZboDiscussed, ...]:
    """What came of the items that were discussed."""
    return tuple(item.discussed for item in case.items if item.discussed)


def _approach(case: Case) -> bool:
    """Step 4: an approach for the child, the parents and the teacher."""
    said = _came(case)
    return bool(said) and not all(
        any(getattr(one, whom) for one in said) for whom in ("child", "parents", "teacher")
    )


def _questions(case: Case) -> bool:
    asked = case.decision is None and next_question(case.questions) is not None
    return bool(case.weighings) and asked


def _decision(case: Case) -> bool:
    return bool(case.weighings) and case.decision is None and not _questions(case)


def _decided_on(case: Case, *chosen: Decision) -> bool:
    return case.decision is not None and case.decision.decision in chosen


def _agreed_with_vt(case: Case) -> bool:
    """Protocol, step 5: with Veilig Thuis is discussed what school and ZBO still do themselves."""
    made = (entry.event for entry in case.entries)
    return any(isinstance(one, events.AgreementMade) and one.with_veilig_thuis for one in made)


OPEN: Mapping[Ask, Callable[[Case], bool]] = {
    Ask.CONSULTATION: lambda case: not consulted(case),
    Ask.PARENTS: _parents,
    Ask.AGAIN: lambda case: not _parents(case) and awaited(case),
    Ask.CHILD: lambda case: not spoke_or_why_not(case, *PARENTS),
    Ask.ZBO: lambda case: not any(item.discussed for item in case.items),
    Ask.APPROACH: _approach,
    Ask.TELL_PARENTS: lambda case: happened(case, events.ZboDiscussed) and not _told(case),
    Ask.WEIGHING: lambda case: not case.weighings,
    Ask.PARTNER: by_school_alone,
    Ask.COUNTERSIGN: lambda case: case.unsigned is not None,
    Ask.LONG_TERM: lambda case: bool(case.weighings) and not case.weighings[-1].risks_long,
    Ask.QUESTIONS: _questions,
    Ask.DECISION: _decision,
    Ask.HELP: lambda case: _decided_on(case, Decision.HELP, Decision.BOTH) and not case.helps,
    Ask.MELDING: lambda case: melding_owed(case) is not None,
    Ask.VT_AGREEMENT: lambda case: bool(case.melding.done) and not _agreed_with_vt(case),
    Ask.CHILD_12: lambda case: _decided_on(case, *REPORTING) and case.melding.plan is None,
    Ask.FOLLOWING: lambda case: (
        case.decision is not None
        and case.next_check is None
        and not _decided_on(case, Decision.NO_SUSPICION)
    ),
}
"""What is asked -> whether it is still open in a case."""
