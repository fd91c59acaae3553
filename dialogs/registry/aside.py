"""What belongs to no case: notes, questions without a child, Handle with Care, codes, training."""

from dialogs.conversations import for_me, notebook
from dialogs.conversations.absence import AwayForm
from dialogs.conversations.handle_with_care import HandleWithCareForm
from dialogs.conversations.step_up import StepUpForm
from dialogs.conversations.training import TrainingForm
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        *(notebook.JotForm, HandleWithCareForm, StepUpForm, TrainingForm, AwayForm),
        *(for_me.AskForMeForm, for_me.AskForMeAtForm, for_me.AnswerForMeForm),
    ),
)
