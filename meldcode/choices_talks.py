"""The closed answers about talks with child and parents: facts, never a verdict."""

from enum import StrEnum


class Recognised(StrEnum):
    """Whether the parents recognise what was named (protocol: "(h)erkent men de signalen")."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class HelpState(StrEnum):
    """Whether there is help, whether it is needed, and whether it works, in one answer."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    STARTED = "started"
    WORKING = "working"
    NOT_WORKING = "not_working"


class Manner(StrEnum):
    """How the parents were in the talk, as a fact (protocol: "terughoudend, defensief of")."""

    OPEN = "open"
    RETICENT = "reticent"
    DEFENSIVE = "defensive"
    AGGRESSIVE = "aggressive"


class NotHeld(StrEnum):
    """Why there was no talk."""

    UNSAFE = "unsafe"
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    OTHER = "other"
