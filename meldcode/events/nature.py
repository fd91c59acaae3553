"""What kind of violence it may be; chosen by the care team at any moment, never by a teacher."""

from dataclasses import dataclass

from meldcode.choices import Form


@dataclass(frozen=True, slots=True)
class FormsSet:
    """The care team's present view; `disclosure`: the child told it of its own accord."""

    forms: tuple[Form, ...]
    disclosure: bool
