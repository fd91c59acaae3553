"""A case: what its journal tells, folded into one value."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from meldcode import events
from meldcode.changes import CHANGES
from meldcode.choices import Answer, Form, Grounds
from meldcode.events import Entry
from meldcode.parts import ENDED, Agreement, Item, Status
from meldcode.parts_circle import Circle
from meldcode.parts_consultation import Consult, Visit
from meldcode.parts_handover import Handover
from meldcode.parts_helping import Help
from meldcode.parts_melding import Melding
from meldcode.parts_moving import Move
from meldcode.parts_record import Record
from meldcode.parts_retention import Hold, Keeping
from meldcode.parts_rights import Request
from meldcode.parts_signing import Unsigned
from meldcode.parts_talks import Talk


@dataclass(frozen=True, slots=True)
class Case:
    """One child's case. `version` is the number of entries folded in.

    `asked` is True while an answer of the teacher is awaited; `answered_at` is when the care team
    first wrote.
    `weighings` are those since the case was last opened; `questions` the answers to the
    afwegingskader since the last of them, in order; after a weighing that took answers back
    `reweighed` is True until the next decision.
    `unsigned` is the last weighing or the closing, while no second person has confirmed it.
    `policies` are the versions of the policy under which it was handled, the present one last.
    """

    id: str
    code: str
    school: str
    entries: tuple[Entry, ...] = ()
    status: Status = Status.NEW
    raised_by: str = ""
    raised_at: datetime | None = None
    signal: events.SignalRaised | None = None
    read_at: datetime | None = None
    holder: str | None = None
    answered_at: datetime | None = None
    asked: bool = False
    items: tuple[Item, ...] = ()
    weighings: tuple[events.Weighed, ...] = ()
    questions: tuple[Answer, ...] = ()
    decision: events.Decided | None = None
    agreements: tuple[Agreement, ...] = ()
    rhythm: int | None = None
    next_check: date | None = None
    snoozes: int = 0
    grounds: Grounds | None = None
    move: Move | None = None
    handover: Handover = field(default_factory=Handover)
    reweighed: bool = False
    helps: tuple[Help, ...] = ()
    melding: Melding = field(default_factory=Melding)
    consults: tuple[Consult, ...] = ()
    visits: tuple[Visit, ...] = ()
    talks: tuple[Talk, ...] = ()
    parents: tuple[events.ParentRecorded, ...] = ()
    forms: tuple[Form, ...] = ()
    disclosure: bool = False
    record: Record = field(default_factory=Record)
    unsigned: Unsigned | None = None
    policies: tuple[str, ...] = ()
    circle: Circle = field(default_factory=Circle)
    keeping: Keeping = field(default_factory=Keeping)
    requests: tuple[Request, ...] = ()

    @property
    def version(self) -> int:
        return len(self.entries)

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of what in it has a button of its own: an item, an agreement, a parent..."""
        parts: tuple[Item | Agreement | Help | Consult | Visit | Talk | Hold | Request, ...]
        parts = (*self.items, *self.agreements, *self.helps)
        parts = (*parts, *self.consults, *self.visits, *self.talks)
        parts = (*parts, *self.keeping.holds, *self.requests)
        waits = (self.unsigned.id,) if self.unsigned else ()
        copied = (name for one in self.requests for name in one.volumes(self.version))
        return (*(one.id for one in parts), *(one.parent for one in self.parents), *waits, *copied)

    @property
    def ended(self) -> bool:
        return self.status in ENDED

    @classmethod
    def fold(cls, case_id: str, code: str, school: str, entries: Iterable[Entry]) -> "Case":
        """The case that `entries`, in order of their number, describe."""
        return cls(case_id, code, school).then(entries)

    def then(self, entries: Iterable[Entry]) -> "Case":
        """This case with more entries folded in."""
        case = self
        for entry in entries:
            change = CHANGES.get(type(entry.event))
            changed = change(case, entry, entry.event) if change else {}
            case = replace(case, entries=(*case.entries, entry), **changed)
        return case
