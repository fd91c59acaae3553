"""The record itself: what is put right in it."""

from dialogs.conversations import correction
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(correction.CorrectForm,),
    screens={"correct": correction.correct},
    of_case={correction.CorrectForm.name: correction.entries},
)
