"""A child that goes to another school."""

from dialogs.conversations import case, moving
from dialogs.registry.theme import Theme

THEME = Theme(
    forms=(moving.ReportMoveForm, moving.HandleMoveForm),
    screens={"moves": moving.report, "move": case.care_only(moving.handle)},
)
