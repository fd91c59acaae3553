"""Answers that people choose from about keeping, erasing and the rights of those concerned."""

from enum import StrEnum


class HoldReason(StrEnum):
    """Why a case may not be erased for now (domain.md row 75)."""

    COMPLAINT = "complaint"
    INQUIRY = "inquiry"
    OTHER = "other"


class ErasureGround(StrEnum):
    """On what ground somebody decides to erase a case."""

    TERM = "term"
    REQUEST = "request"


class RequestKind(StrEnum):
    INSPECTION = "inspection"
    CORRECTION = "correction"
    ERASURE = "erasure"


class Requester(StrEnum):
    """Who asks (domain.md 1.6): a parent with gezag speaks for a child until 16."""

    PARENT = "parent"
    CHILD_12 = "child_12"
    CHILD_16 = "child_16"
    FORMER = "former"
    OTHER = "other"


class Channel(StrEnum):
    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"


class Verdict(StrEnum):
    WHOLE = "whole"
    PART = "part"
    REFUSED = "refused"


class DenialGround(StrEnum):
    """Why not, or not all of it (domain.md 1.9)."""

    SAFETY = "safety"
    OTHERS = "others"
    NO_RIGHT = "no_right"
    NEEDED = "needed"


class Handing(StrEnum):
    """How an answer was given; nothing is sent."""

    READ = "read"
    SHOWN = "shown"
    PAPER = "paper"
