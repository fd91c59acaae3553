"""The parents: who has parental authority (gezag), and which of them may be told what."""

from dataclasses import dataclass

from meldcode.choices_parents import Known, MayHear


@dataclass(frozen=True, slots=True)
class RecordParent:
    """All fields as in `events.ParentRecorded`; a `parent` that is new is one more."""

    parent: str
    who: str
    authority: Known
    at_home: Known
    may_hear: MayHear
    reason: str | None = None
