"""What the service answers to an adapter."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.form import Form
from dialogs.screen import Screen
from meldcode.refusal import Refusal
from storage.errors import ConflictError, StoreFullError

SENTENCES: Mapping[type[Exception], str] = {
    StoreFullError: "err.full",
    ConflictError: "err.other",
}
"""Why nothing was stored -> what is said about it, if that is more than "not saved"."""


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


def not_kept(form: type[Form], error: Exception) -> Correct:
    """Nothing was stored; the form stays open with what was typed, and a sentence what to do."""
    return correct(form, Refusal(SENTENCES.get(type(error), "err.notsaved")))
