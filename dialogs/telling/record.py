"""Corrections as a story: the old words stay where they were."""

from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _corrected(tell: Telling, event: events.EntryCorrected) -> Parts:
    right = tell.quote(event.text, "chr.corrected", **tell.of(event.seq))
    return (*right, *also("chr.reason", event.reason))


TELL: Tell = {
    events.EntryCorrected: _corrected,
    events.CaseLinked: lambda tell, event: tell.line(f"chr.linked.{event.kind}"),
    events.CaseUnlinked: lambda tell, event: tell.quote(event.reason, "chr.unlinked"),
}
