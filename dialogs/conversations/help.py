"""What Wegwijzer is, in questions and answers."""

from dialogs.parts import alert, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Screen

ANSWERS = ("help.1", "help.2", "help.3", "help.4", "help.5", "help.6", "help.7")
MYTHS = ("help.nice", "help.here", "help.unsure")
"""What keeps people from telling (protocol, "Signalering door leerkrachten")."""


def help_screen() -> Screen:
    """Also the private answer to the command with the word "help"."""
    return Screen(
        name="help",
        title=say("help.title"),
        parts=(
            alert("home.danger"),
            *(line(answer) for answer in (*ANSWERS, *MYTHS)),
            quiet("home.privacy"),
            *row(
                Button("new_signal", say("home.t.button"), primary=True),
                Button("signs", say("signs.button")),
                Button("colleague", say("sig.colleague.button")),
            ),
        ),
    )
