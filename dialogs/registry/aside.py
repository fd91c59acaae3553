"""What belongs to no case: private notes, questions without a child, Handle with Care."""

from dialogs.conversations import for_me, notebook
from dialogs.conversations.handle_with_care import HandleWithCareForm
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        *(notebook.JotForm, HandleWithCareForm),
        *(for_me.AskForMeForm, for_me.AskForMeAtForm, for_me.AnswerForMeForm),
    ),
)
