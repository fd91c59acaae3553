"""The record: corrections are new entries, by the author or the care team."""

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.events import Entry
from meldcode.people import Person
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

WITHOUT_WORDS = (
    events.SignalRead,
    events.SignalWithdrawn,
    events.CaseTaken,
    events.ObservationMarked,
    events.ToldInPerson,
)
"""Nobody wrote anything in these."""

TOGETHER_ONLY = (events.Weighed, events.QuestionAnswered, events.Decided)
"""What several people said together, one of them does not rewrite: they weigh anew."""


def correctable(case: Case, by: Person) -> tuple[Entry, ...]:
    """The entries that somebody may put right, oldest first."""
    care = Relation.CARE in relations(by, case)
    return tuple(
        entry
        for entry in case.entries
        if (care or entry.by == by.id)
        and not isinstance(entry.event, WITHOUT_WORDS + TOGETHER_ONLY)
    )


def correct(case: Case, command: commands.CorrectEntry, asking: Asking) -> Ruling:
    if command.seq not in {entry.seq for entry in correctable(case, asking.by)}:
        return Refusal("err.not_correctable", "entry")
    wrong = first(
        asking.text(command.text, "text", "err.text"),
        asking.text(command.reason, "reason", "err.why"),
    )
    return wrong or (
        events.EntryCorrected(command.seq, command.text.strip(), command.reason.strip()),
    )


RULES: Rules = {commands.CorrectEntry: correct}
