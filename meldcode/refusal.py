"""A wrong answer is not an error: it is a sentence that says what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was not carried out.

    `key` is a key of the text catalogues; `field` is the form field it belongs to, or None.
    """

    key: str
    field: str | None = None


NOT_YOURS = Refusal("err.access")
"""One answer for "does not exist" and "is not yours", so that neither can be told apart."""
