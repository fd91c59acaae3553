"""Step 2: asking somebody one question, with as little as possible of what it is about."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_consultation import AskedAs, ParentsKnow


@dataclass(frozen=True, slots=True)
class ColleagueAsked:
    """`person` is asked `question` and reads nothing else, but for the child's `name` if given.

    Sharing the name has a `reason`, and says whether the parents know, if not: `because`.
    `until` is the day by which an answer is hoped for.
    """

    consult: str
    person: str
    asked_as: AskedAs
    question: str
    until: date
    name: str | None = None
    reason: str | None = None
    parents_know: ParentsKnow | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class ColleagueAnswered:
    """What was answered, to the person id `asker`; `source` as in Answered."""

    consult: str
    text: str
    asker: str
    source: str = "form"


@dataclass(frozen=True, slots=True)
class ColleagueDeclined:
    """The person asked would rather not answer; nobody has to say why."""

    consult: str
    asker: str


@dataclass(frozen=True, slots=True)
class ConsultWithdrawn:
    """The question was taken back: the person asked can no longer read it."""

    consult: str
