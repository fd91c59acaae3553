"""The ZBO: agenda items, what came of them, and agreements."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import ItemKind
from meldcode.people import PartnerRole


@dataclass(frozen=True, slots=True)
class ScheduleZbo:
    """Put the case on the agenda; `meeting_on` is None if the meeting no longer exists."""

    item: str
    meeting: str
    meeting_on: date | None
    question: str
    parents_invited: bool
    parents_reason: str | None = None
    minutes: int = 10
    kind: ItemKind = ItemKind.QUESTION
    guests: tuple[str, ...] = ()
    parents_informed: bool | None = None
    not_informed: str | None = None


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Bring an open item on another meeting; `meeting_on` is None if that no longer exists."""

    item: str
    meeting: str
    meeting_on: date | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TakeOffAgenda:
    """Take an open item off; it will not be discussed."""

    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """What came of an agenda item; see `events.ZboDiscussed`.

    Who `informs` the parents has until `informs_by`, as the agreement with the id `agreement`.
    """

    item: str
    outcome: str
    child: str | None = None
    parents: str | None = None
    teacher: str | None = None
    informs: str | None = None
    informs_by: date | None = None
    not_informing: str | None = None
    parents_present: bool | None = None
    parents_absent: str | None = None
    present: tuple[str, ...] = ()
    agreement: str = ""
    partners: str | None = None
    partner_roles: tuple[PartnerRole, ...] = ()


@dataclass(frozen=True, slots=True)
class MakeAgreement:
    """`with_veilig_thuis`: what school and ZBO still do after a melding (protocol, step 5)."""

    agreement: str
    what: str
    owner: str
    due: date
    with_veilig_thuis: bool = False


@dataclass(frozen=True, slots=True)
class KeepAgreement:
    """Tell that an agreement has been carried out."""

    agreement: str
