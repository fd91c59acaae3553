"""Step 2: asking somebody one question, and answering it."""

from dialogs.conversations import colleagues, letter
from dialogs.registry.theme import Theme
from meldcode.commands import DeclineConsult, WithdrawConsult

THEME = Theme(
    forms=(colleagues.ConsultForm, colleagues.NamedConsultForm, letter.LetterForm),
    screens={
        "consult": colleagues.consult,
        "consult_named": colleagues.consult_named,
        "consult_answer": letter.answer,
    },
    commands={
        "consult_no": lambda given: DeclineConsult(given.part),
        "consult_withdraw": lambda given: WithdrawConsult(given.part),
    },
    options={
        colleagues.ConsultForm.name: colleagues.lists,
        colleagues.NamedConsultForm.name: colleagues.lists,
    },
)
