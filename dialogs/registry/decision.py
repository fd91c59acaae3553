"""Steps 4 and 5: weighing, the five questions and the decision."""

from functools import partial

from dialogs.conversations import decision, questions, weighing
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(
        weighing.WeighForm,
        weighing.WeighAgainForm,
        *questions.QUESTION_FORMS,
        *decision.DECISION_FORMS,
    ),
    screens={
        "weighing": weighing.weigh,
        "question": questions.question,
        "decision": decision.decide,
    },
    options={
        weighing.WeighForm.name: weighing.lists,
        weighing.WeighAgainForm.name: weighing.lists,
        **{form.name: partial(decision.lists, form) for form in decision.DECISION_FORMS},
    },
)
