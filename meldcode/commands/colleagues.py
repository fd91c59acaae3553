"""Step 2: asking somebody one question, with as little as possible of what it is about."""

from dataclasses import dataclass

from meldcode.choices_consultation import AskedAs, ParentsKnow


@dataclass(frozen=True, slots=True)
class AskColleague:
    """All fields as in `events.ColleagueAsked`; without `name` the rest of it is left out."""

    consult: str
    person: str
    asked_as: AskedAs
    question: str
    name: str | None = None
    reason: str | None = None
    parents_know: ParentsKnow | None = None
    because: str | None = None

    @property
    def name_shared(self) -> bool:
        return self.name is not None


@dataclass(frozen=True, slots=True)
class AnswerConsult:
    """Answer what one was asked; `source` names the chat message it was typed in."""

    consult: str
    text: str
    source: str = "form"


@dataclass(frozen=True, slots=True)
class DeclineConsult:
    """Rather not answer."""

    consult: str


@dataclass(frozen=True, slots=True)
class WithdrawConsult:
    """Take the question back, for instance because the wrong person was asked."""

    consult: str
