"""The parents-first brake: when nothing may urge to talk with the parents first (domain.md R7).

It decides nothing: it says why Veilig Thuis should be asked before anybody talks with them.
"""

from enum import StrEnum

from meldcode import events
from meldcode.case import Case
from meldcode.choices import Answer, Form, ParentsTalk, Urgency


class Reason(StrEnum):
    """Why the advice is suspended; each has a text in the catalogues."""

    DANGER = "danger"
    DOUBT = "doubt"
    DISCLOSURE = "disclosure"
    HONOUR = "honour"
    ANONYMITY = "anonymity"


HONOUR = frozenset({Form.HONOUR, Form.FORCED_MARRIAGE, Form.GENITAL_MUTILATION})
"""Forms of which parents may not hear first (domain.md 1.6)."""

RAISING = (events.SignalRaised, events.FormsSet, events.Weighed, events.AnonymityClaimed)
"""What can give a reason; advice that is older than one of these does not answer it."""


def suspended(case: Case) -> frozenset[Reason]:
    """The reasons that hold now; empty when talking with the parents may be advised."""
    found = {
        Reason.DANGER: _danger(case),
        Reason.DOUBT: case.signal is not None and case.signal.parents is ParentsTalk.UNSAFE,
        Reason.DISCLOSURE: case.disclosure,
        Reason.HONOUR: not HONOUR.isdisjoint(case.forms),
        Reason.ANONYMITY: case.melding.anonymity is not None,
    }
    return frozenset(reason for reason, holds in found.items() if holds)


def advised(case: Case) -> bool:
    """Whether Veilig Thuis has given advice since the last thing that can give a reason."""
    heard = False
    for entry in case.entries:
        if isinstance(entry.event, events.AdviceReceived):
            heard = True
        elif isinstance(entry.event, RAISING):
            heard = False
    return heard


def _danger(case: Case) -> bool:
    """As last weighed together, where doubt counts as danger; before that, as the signal said."""
    if case.weighings:
        return case.weighings[-1].danger is not Answer.NO
    return case.signal is not None and case.signal.urgency is Urgency.NOW
