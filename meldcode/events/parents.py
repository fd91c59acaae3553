"""The parents: who has parental authority (gezag), and which of them may be told what."""

from dataclasses import dataclass

from meldcode.choices_parents import Known, MayHear


@dataclass(frozen=True, slots=True)
class ParentRecorded:
    """What is known of one parent (domain.md row 109); a later one about `parent` replaces it.

    `who` says in words which parent it is, `at_home` whether the child lives there.
    """

    parent: str
    who: str
    authority: Known
    at_home: Known
    may_hear: MayHear
    reason: str | None = None
