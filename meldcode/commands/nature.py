"""What kind of violence it may be; chosen by the care team at any moment, never by a teacher."""

from dataclasses import dataclass

from meldcode.choices import Form


@dataclass(frozen=True, slots=True)
class SetForms:
    """Put down which forms the care team thinks of; none at all is an answer too."""

    forms: tuple[Form, ...]
    disclosure: bool
