"""How we use this: shown on Home until somebody has read it; nothing waits for it (row 82)."""

from dialogs.parts import head, line, row
from dialogs.say import say
from dialogs.screen import Button, Part

VERSION = "conduct-1"
"""What somebody understood; other lines need another version, and are shown again."""


def conduct() -> tuple[Part, ...]:
    return (
        head("conduct.head"),
        line("conduct.lines"),
        *row(Button("understood", say("understood.button"))),
    )
