"""Steps 4 and 5: weighing, the five questions and the decision."""

from functools import partial

from dialogs import options
from dialogs.conversations import decision, questions, weighing
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(weighing.WeighForm, *questions.QUESTION_FORMS, *decision.DECISION_FORMS),
    screens={
        "weighing": weighing.weigh,
        "question": questions.question,
        "decision": decision.decide,
    },
    options={
        weighing.WeighForm.name: lambda room: {"present": options.roles(room)},
        **{form.name: partial(decision.lists, form) for form in decision.DECISION_FORMS},
    },
)
