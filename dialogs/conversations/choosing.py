"""Forms in which something must be chosen that is not always there."""

from dialogs.conversations.stop import refused
from dialogs.desk import Desk, Options
from dialogs.form import Form
from dialogs.parts import form_screen
from dialogs.screen import Part, Screen


def choosing(desk: Desk, form: type[Form], offered: Options, *, before: tuple[Part, ...]) -> Screen:
    """Where there is nothing to choose, the button was old."""
    if not all(offered.values()):
        return refused()
    return form_screen(desk, form, before=before, options=offered)
