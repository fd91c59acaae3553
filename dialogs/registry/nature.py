"""The kind of violence, chosen by the care team."""

from dialogs.conversations import nature
from dialogs.conversations.case import care_only
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(nature.NatureForm,),
    screens={"nature": care_only(nature.nature)},
    options={nature.NatureForm.name: nature.lists},
)
