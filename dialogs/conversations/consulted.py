"""How it stands with consulting others: questions without an answer, observations to come."""

from dialogs.conversations import classroom, colleagues
from dialogs.desk import Desk
from dialogs.screen import Part


def consulted(desk: Desk) -> tuple[Part, ...]:
    return (*colleagues.waiting(desk), *classroom.waiting(desk))
