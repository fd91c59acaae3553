"""The kind of violence, chosen by the care team."""

from dialogs.conversations import nature
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(nature.NatureForm,),
    screens={"nature": nature.nature},
    options={nature.NatureForm.name: nature.lists},
)
