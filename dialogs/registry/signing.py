"""A second person confirms what one wrote."""

from dialogs.conversations import signing
from dialogs.registry.theme import Theme

THEME = Theme(commands={"countersign": signing.countersign})
