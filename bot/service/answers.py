"""What the service answers to an adapter."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.form import Form
from dialogs.screen import Screen
from meldcode.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Show:
    """Show this screen in place of the present one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Correct:
    """Leave the form as it is, with these sentences (field name -> text key) beside the fields."""

    errors: Mapping[str, str]


Answer = Show | Correct


def correct(form: type[Form], refusal: Refusal) -> Correct:
    """A refusal beside its field; one about the whole form stands beside the first."""
    fields = form.fields()
    name = refusal.field if refusal.field in fields else next(iter(fields))
    return Correct({name or "": refusal.key})
