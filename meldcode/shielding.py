"""Who stays anonymous to the family, with all that follows from it (domain.md 1.5, R6).

Veilig Thuis knows the reporter; the family does not. So whoever stays anonymous is absent from
everything that the parents may see or ask for, and is never the one who tells them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode.choices_melding import Unknown

if TYPE_CHECKING:
    from meldcode.case import Case


def shielded(case: Case) -> frozenset[str]:
    """Person ids, and the words for a reporter without one; empty while no ground is argued."""
    claimed = case.melding.anonymity
    return hidden(case, claimed.unknown, case.melding.reporter) if claimed else frozenset()


def hidden(case: Case, unknown: Unknown, reporter: str | None) -> frozenset[str]:
    """Who would be shielded if `unknown` stayed anonymous and `reporter` were to report."""
    signaller = set() if unknown is Unknown.REPORTER else {case.raised_by}
    reporters = set() if unknown is Unknown.SIGNALLER else {*case.melding.reporters, reporter}
    return frozenset(one for one in signaller | reporters if one)


def would_know(case: Case, person: str | None, reporter: str | None = None) -> bool:
    """Whether the parents would learn from `person` who stays anonymous to them.

    `reporter` is who is to report from now on, if that changes.
    """
    claimed = case.melding.anonymity
    report = reporter or case.melding.reporter
    return claimed is not None and person in hidden(case, claimed.unknown, report)


def tellers(case: Case) -> frozenset[str]:
    """Who has agreed to tell the parents something and has not done so yet."""
    waiting = {made.owner for made in case.agreements if made.tells_parents and not made.kept}
    return frozenset(waiting)
