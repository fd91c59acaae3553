"""Help: arranging it, and looking whether it works."""

from dialogs.conversations import helping
from dialogs.conversations.case import care_only
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(helping.HelpingForm, helping.HelpCheckForm),
    screens={
        "helping": care_only(helping.arrange),
        "help_check": care_only(helping.look),
    },
    options={helping.HelpingForm.name: helping.lists},
)
