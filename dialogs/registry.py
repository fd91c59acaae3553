"""The table of contents of the conversations: which button leads to which screen or command.

A listener looks an action or form up here by name; there is nothing else to register.
"""

from collections.abc import Callable, Mapping

from dialogs.conversations.signal import SignalAtForm, SignalForm
from dialogs.desk import Desk
from dialogs.form import Form, Given
from dialogs.screen import Screen
from meldcode.commands import Command

FORMS: Mapping[str, type[Form]] = {form.name: form for form in (SignalForm, SignalAtForm)}
"""Form name (the callback id on the platform) -> the form."""

SCREENS: Mapping[str, Callable[[Desk], Screen]] = {}
"""Action -> the screen it opens about a case."""

COMMANDS: Mapping[str, Callable[[Given], Command]] = {}
"""Action -> the command it carries out at once; the case is shown again afterwards."""
