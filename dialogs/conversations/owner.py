"""The case for who only has an agreement in it: what was agreed and until when, and no more."""

from dialogs.conversations.pending import agreements, own
from dialogs.desk import Desk
from dialogs.parts import line
from dialogs.screen import Part


def parts(desk: Desk) -> tuple[Part, ...]:
    return (line("own.note"), *(agreements(desk, own(desk)) or (line("own.done"),)))
