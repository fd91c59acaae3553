"""Step 2: answering, asking, and advice of Veilig Thuis."""

from functools import partial

from dialogs.conversations import advice, consultation, sheet
from dialogs.registry.theme import Theme
from meldcode.commands import TakeCase

THEME = Theme(
    forms=(consultation.AnswerForm, consultation.AskForm, sheet.SheetForm, advice.AdviceForm),
    screens={
        "answer": consultation.answer,
        "ask": consultation.ask,
        "sheet": sheet.sheet,
        "advice": advice.advice,
        **{action: partial(consultation.chip, action) for action in consultation.CHIPS},
    },
    commands={"take": lambda _given: TakeCase()},
)
