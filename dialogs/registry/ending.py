"""Closing and reopening, and what the teacher thinks of it."""

from dialogs.conversations import closing
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(closing.CloseForm, closing.ReopenForm, closing.OpinionForm),
    screens={"close": closing.close, "reopen": closing.reopen, "opinion": closing.opinion},
    options={closing.CloseForm.name: lambda _room: closing.bottlenecks()},
)
