"""A request about the record, as a case keeps it."""

from dataclasses import dataclass

from meldcode.choices_rights import RequestKind, Verdict
from meldcode.events.rights import CopyPrepared, RequestAnswered, RequestDecided, RequestMade

VOLUME = 60
"""How many pages of a copy are read under one reference."""


@dataclass(frozen=True, slots=True)
class Request:
    made: RequestMade
    copy: CopyPrepared | None = None
    decided: RequestDecided | None = None
    answered: RequestAnswered | None = None

    @property
    def id(self) -> str:
        return self.made.request

    def volumes(self, entries: int) -> tuple[str, ...]:
        """Names for what follows the first pages of its copy; a page holds one entry at least."""
        last = entries if self.copy else 0
        return tuple(map(self.volume, range(VOLUME, last + 1, VOLUME)))

    def volume(self, page: int) -> str:
        """The name of what begins with this page, counted from 0."""
        return f"{self.id}+{page}"

    def first_page(self, name: str) -> int:
        """With which page it begins; 0 for the copy itself."""
        return int(name.removeprefix(f"{self.id}+")) if name != self.id else 0

    @property
    def open(self) -> bool:
        """Whoever asked has yet to hear; an erasure that was granted is an answer by itself."""
        return self.answered is None and not self.erases

    @property
    def erases(self) -> bool:
        granted = self.decided is not None and self.decided.verdict is Verdict.WHOLE
        return granted and self.made.kind is RequestKind.ERASURE
