"""In what people of a school can be trained."""

from enum import StrEnum


class TrainingKind(StrEnum):
    """Closed, so that one training renews another and that they can be counted."""

    CODE = "code"
    SIGNS = "signs"
    TALKS = "talks"
    ROLE = "role"
    OTHER = "other"
