"""The record: corrections are new entries, by the author or the care team."""

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.events import Entry
from meldcode.parts_record import Joint
from meldcode.people import Person
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

WITHOUT_WORDS = (
    events.SignalRead,
    events.SignalWithdrawn,
    events.CaseTaken,
    events.ObservationMarked,
    events.ToldInPerson,
    events.CaseLinked,
    events.PolicyApplied,
    events.SchoolLeft,
    events.GlassBroken,
)
"""Nobody wrote anything in these."""

CLOSED = (events.ConfidentialWritten,)
"""Put right where it is closed: by writing there anew."""

TOGETHER_ONLY = (events.Weighed, events.QuestionAnswered, events.Decided)
"""What several people said together, one of them does not rewrite: they weigh anew."""


def correctable(case: Case, by: Person) -> tuple[Entry, ...]:
    """The entries that somebody may put right, oldest first."""
    care = Relation.CARE in relations(by, case)
    return tuple(
        entry
        for entry in case.entries
        if (care or entry.by == by.id)
        and not isinstance(entry.event, WITHOUT_WORDS + TOGETHER_ONLY + CLOSED)
    )


def asked_for(case: Case) -> bool:
    """Whether somebody waits for a correction of the record, or of what they were shown of it."""
    return any(one.open for one in case.requests)


def correct(case: Case, command: commands.CorrectEntry, asking: Asking) -> Ruling:
    care = Relation.CARE in relations(asking.by, case)
    if case.ended and not (care and asked_for(case)):
        return Refusal("err.closed")
    if command.seq not in {entry.seq for entry in correctable(case, asking.by)}:
        return Refusal("err.not_correctable", "entry")
    wrong = first(
        asking.text(command.text, "text", "err.text"),
        asking.text(command.reason, "reason", "err.why"),
    )
    return wrong or (
        events.EntryCorrected(command.seq, command.text.strip(), command.reason.strip()),
    )


def link(case: Case, command: commands.LinkCase, _asking: Asking) -> Ruling:
    """Several teachers' signals on one child, or on brothers and sisters (domain.md row 69)."""
    if command.other in {"", case.id}:
        return Refusal("err.no_such_case", "code")
    if Joint(command.other, command.kind) in case.record.joints:
        return ()
    return (events.CaseLinked(command.other, command.kind),)


def unlink(case: Case, command: commands.UnlinkCase, asking: Asking) -> Ruling:
    if command.other not in {joint.other for joint in case.record.joints}:
        return Refusal("err.not_linked", "code")
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.CaseUnlinked(command.other, command.reason.strip()),)


RULES: Rules = {
    commands.CorrectEntry: correct,
    commands.LinkCase: link,
    commands.UnlinkCase: unlink,
}
