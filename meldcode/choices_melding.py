"""The closed answers about help and about a melding; each value has a text in the catalogues."""

from dataclasses import dataclass
from enum import StrEnum


class HelpBy(StrEnum):
    """Who gives the help; the protocol names the OKT first (step 5)."""

    OKT = "okt"
    SCHOOL = "school"
    OTHER = "other"


class Effect(StrEnum):
    """Whether help works, as people see it (protocol, step 6)."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Informing(StrEnum):
    """What the parents hear of a melding (protocol, "Melden bij Veilig Thuis").

    Discussed with them beforehand if possible; else being told "volstaat".
    """

    BEFOREHAND = "beforehand"
    INFORMED = "informed"
    NOT = "not"


class ChildHeard(StrEnum):
    """Whether a child of twelve or older heard of the melding; the protocol asks for that."""

    DISCUSSED = "discussed"
    NOT = "not"
    UNDER_12 = "under_12"


class AnonymityGround(StrEnum):
    """The three grounds on which a professional may stay anonymous to the family.

    Protocol, "Melden bij Veilig Thuis": a threat to the child or other children, a threat to the
    professional or colleagues, a relation of trust with the family that is or can be disturbed.
    """

    CHILDREN = "children"
    STAFF = "staff"
    TRUST = "trust"


class Unknown(StrEnum):
    """Who stays anonymous to the family."""

    SIGNALLER = "signaller"
    REPORTER = "reporter"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Argued:
    """A ground and why it applies here: Veilig Thuis judges it by the argument."""

    ground: AnonymityGround
    argument: str
