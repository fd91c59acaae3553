"""The closed answers about a child's parents: what is known, and what each may hear."""

from enum import StrEnum

ANOTHER = "other"
"""Instead of the id of a parent: one who is not on the card yet."""


class Known(StrEnum):
    """UNKNOWN asks to find out; nothing is presumed of a parent."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class MayHear(StrEnum):
    """What a parent may be told; OWN is only what is about that parent itself."""

    EVERYTHING = "everything"
    OWN = "own"
    NOTHING = "nothing"
