"""The closed answers about consulting others."""

from enum import StrEnum


class AskedAs(StrEnum):
    """Why this person may know something (protocol, step 2, names them all)."""

    FORMER_TEACHER = "former_teacher"
    SIBLING_TEACHER = "sibling_teacher"
    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris"
    JGZ = "jgz"
    SMW = "smw"
    OKA = "oka"
    OTHER_SCHOOL = "other_school"
    OTHER = "other"


class Place(StrEnum):
    """Where a group of colleagues discussed it (protocol, step 2 of the support route)."""

    GROUP = "group"
    PUPIL = "pupil"
    OTHER = "other"


class ParentsKnow(StrEnum):
    """Whether the parents know that the name of their child is shared."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"
