"""What belongs to no case: private notes, and questions without a child."""

from dialogs.conversations import for_me, notebook
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        notebook.JotForm,
        *(for_me.AskForMeForm, for_me.AskForMeAtForm, for_me.AnswerForMeForm),
    ),
)
