"""Step 2: consulting colleagues and Veilig Thuis."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CaseTaken:
    """Somebody of the care team became the holder; `holder` is a person id."""

    holder: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Step 2: one side of the consultation writes; `asks` if an answer is awaited.

    `source` is "form", or the chat message it was typed in.
    """

    text: str
    asks: bool = False
    source: str = "form"


@dataclass(frozen=True, slots=True)
class AdviceReceived:
    """Step 2: (anonymous) advice from Veilig Thuis.

    `anonymous`: it was asked without names; None if that is not known.
    """

    on: date
    adviser: str
    advice: str
    follow_up: str | None = None
    anonymous: bool | None = None


@dataclass(frozen=True, slots=True)
class AdvicePrepared:
    """Step 2: what to tell Veilig Thuis, and what to ask, without a name in it."""

    seen: str
    question: str
    since: str | None = None
    safe: str | None = None
