"""The ZBO: agenda items, what came of them, and agreements."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import ItemKind
from meldcode.people import PartnerRole


@dataclass(frozen=True, slots=True)
class ZboScheduled:
    """Step 3 of the support route: an item on the agenda of a ZBO meeting.

    `guests` are the ids of who is asked to join for it, as the OKA, SMW or JGZ (protocol, step 4).
    `parents_informed`: whether the parents know that it is discussed, and in `not_informed` why
    not (domain.md rows 83 and 105); None in what was stored before that was asked.
    """

    item: str
    meeting: str
    meeting_on: date
    question: str
    parents_invited: bool
    parents_reason: str | None
    minutes: int
    kind: ItemKind = ItemKind.QUESTION
    guests: tuple[str, ...] = ()
    parents_informed: bool | None = None
    not_informed: str | None = None


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """An item that was not discussed goes on to another meeting (domain.md row 105)."""

    item: str
    meeting: str
    meeting_on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ItemTakenOff:
    """An item will not be discussed, and why."""

    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class ZboDiscussed:
    """What came of an agenda item.

    Protocol, step 4: what was agreed on for the `child`, the `parents` and the `teacher`; step 5:
    who (a person id) `informs` the parents, or why nobody does. `parents_present` is None if that
    was not said; `present` are the ids of who else took part, empty if that was not said, and
    `partners` the written names of who does not use the app, in the roles of `partner_roles`.
    """

    item: str
    outcome: str
    child: str | None = None
    parents: str | None = None
    teacher: str | None = None
    informs: str | None = None
    not_informing: str | None = None
    parents_present: bool | None = None
    parents_absent: str | None = None
    present: tuple[str, ...] = ()
    partners: str | None = None
    partner_roles: tuple[PartnerRole, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """Who does what, and when it must be done; perhaps agreed on with Veilig Thuis.

    With `tells_parents` it is to tell the parents what came of a ZBO, and `what` is empty.
    """

    agreement: str
    what: str
    owner: str
    due: date
    with_veilig_thuis: bool = False
    tells_parents: bool = False


@dataclass(frozen=True, slots=True)
class AgreementKept:
    """An agreement has been carried out."""

    agreement: str
