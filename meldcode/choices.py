"""The closed answers that people give; each value has a text in the catalogues."""

from dataclasses import dataclass
from enum import StrEnum


class Urgency(StrEnum):
    """How soon somebody must look along (texts.md 3.2); UNKNOWN is treated as TODAY."""

    TODAY = "today"
    WEEK = "week"
    UNKNOWN = "unknown"
    NOW = "now"


class ParentsTalk(StrEnum):
    """Whether the teacher has already spoken with the parents."""

    NOT_YET = "not_yet"
    YES = "yes"
    UNSAFE = "unsafe"


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    DOUBT = "doubt"


class Decision(StrEnum):
    """What is decided in step 5: help, a report to Veilig Thuis, both, or no suspicion left."""

    HELP = "help"
    MELDING = "melding"
    BOTH = "both"
    NO_SUSPICION = "no_suspicion"


REPORTING = frozenset({Decision.MELDING, Decision.BOTH})


class Trend(StrEnum):
    """How the child is doing since the last look (step 6)."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class TalkWith(StrEnum):
    """With whom a conversation was; the protocol names child and parents at every step."""

    PARENTS = "parents"
    ONE_PARENT = "one_parent"
    CHILD = "child"
    BOTH = "both"


class Origin(StrEnum):
    """How somebody came to know something; the four are kept apart (domain.md row 8)."""

    SEEN = "seen"
    CHILD = "child"
    OTHERS = "others"
    OWN = "own"


class Link(StrEnum):
    """How two cases belong together."""

    SAME_CHILD = "same_child"
    SIBLING = "sibling"


class Form(StrEnum):
    """What kind of violence the care team thinks of (protocol, "Wat wordt verstaan onder").

    A teacher is never asked for it. ELDERS is "ouder(en)mishandeling": of parents or older people.
    """

    PHYSICAL = "physical"
    EMOTIONAL = "emotional"
    PHYSICAL_NEGLECT = "physical_neglect"
    EMOTIONAL_NEGLECT = "emotional_neglect"
    SEXUAL = "sexual"
    WITNESS = "witness"
    PARTNER = "partner"
    HONOUR = "honour"
    FORCED_MARRIAGE = "forced_marriage"
    GENITAL_MUTILATION = "genital_mutilation"
    ELDERS = "elders"
    OTHER = "other"


class Grounds(StrEnum):
    """Why a case is closed; "unfounded" stays visible ever after (domain.md 1.9)."""

    RESOLVED = "resolved"
    UNFOUNDED = "unfounded"
    HANDED_OVER = "handed_over"


class Bottleneck(StrEnum):
    """What got in the way, "ten behoeve van beleidsadviezen" (step 5 of the support route)."""

    WAITING = "waiting"
    NO_FITTING_HELP = "no_fitting_help"
    VEILIG_THUIS = "veilig_thuis"
    PARTNERS = "partners"
    ZBO = "zbo"
    TIME = "time"
    KNOWLEDGE = "knowledge"
    PARENTS = "parents"
    OTHER = "other"


class Helped(StrEnum):
    """Whether it helped the teacher who told."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class CareFor(StrEnum):
    """For whom aftercare was."""

    CHILD = "child"
    PARENTS = "parents"
    TEACHER = "teacher"


class ItemKind(StrEnum):
    """What the ZBO is asked: something new, or how an approach works out (step 6)."""

    QUESTION = "question"
    EVALUATION = "evaluation"


class Place(StrEnum):
    """A place in a case that somebody can leave empty."""

    HOLDER = "holder"
    RAISER = "raiser"
    FOLLOWER = "follower"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who took part in a weighing or decision, in the role held there."""

    person: str
    role: str
