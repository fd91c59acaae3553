"""Step 2: consulting colleagues and Veilig Thuis."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TakeCase:
    """Become the holder of the case."""


@dataclass(frozen=True, slots=True)
class Write:
    """An answer, or a question if `asks`; `source` names the chat message it was typed in."""

    text: str
    asks: bool = False
    source: str = "form"


@dataclass(frozen=True, slots=True)
class RecordAdvice:
    """Advice that Veilig Thuis gave."""

    on: date
    adviser: str
    advice: str
    follow_up: str | None = None
    anonymous: bool | None = None


@dataclass(frozen=True, slots=True)
class PrepareAdvice:
    """Prepare a call to Veilig Thuis: what was seen, since when, who is safe, what to ask."""

    seen: str
    question: str
    since: str | None = None
    safe: str | None = None
