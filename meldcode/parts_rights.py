"""A request about the record, as a case keeps it."""

from dataclasses import dataclass

from meldcode.choices_rights import RequestKind, Verdict
from meldcode.events.rights import CopyPrepared, RequestAnswered, RequestDecided, RequestMade


@dataclass(frozen=True, slots=True)
class Request:
    made: RequestMade
    copy: CopyPrepared | None = None
    decided: RequestDecided | None = None
    answered: RequestAnswered | None = None

    @property
    def id(self) -> str:
        return self.made.request

    @property
    def open(self) -> bool:
        """Whoever asked has yet to hear; an erasure that was granted is an answer by itself."""
        return self.answered is None and not self.erases

    @property
    def erases(self) -> bool:
        granted = self.decided is not None and self.decided.verdict is Verdict.WHOLE
        return granted and self.made.kind is RequestKind.ERASURE
