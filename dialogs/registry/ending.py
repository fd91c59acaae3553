"""Closing and reopening."""

from dialogs.conversations import closing
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(closing.CloseForm, closing.ReopenForm),
    screens={"close": closing.close, "reopen": closing.reopen},
)
