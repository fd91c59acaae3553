"""Help that was arranged in a case."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_melding import Effect

ENOUGH_KNOWN = frozenset({Effect.YES, Effect.NO})


@dataclass(frozen=True, slots=True)
class Help:
    """`until` is the end of its term; `effect` what was last seen of it."""

    id: str
    what: str
    until: date
    manager: str | None
    manager_other: str | None
    effect: Effect | None = None

    @property
    def running(self) -> bool:
        """Whether it must still be looked at: neither good enough nor found not to work."""
        return self.effect not in ENOUGH_KNOWN
