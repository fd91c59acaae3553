"""The access log of a case on a screen, in all its lines and lengths."""

from collections.abc import Iterator
from dataclasses import replace

from dialogs import registry
from dialogs.looked import Looked, LookLine
from dialogs.screen import Screen
from tests import builders
from tests.dialogs.desks import desk
from tests.school import NOW


def looks() -> Iterator[tuple[str, Screen]]:
    """The access log with lines of every kind, and one that is too long for a screen."""
    log = tuple(
        LookLine(NOW, "Maria", what, roles, behalf)
        for what in Looked
        for roles in ((), ("intern_begeleider", "deputy"))
        for behalf in ("", "Amir")
    )
    for name, lines in (("all kinds", log), ("long", log * 9), ("empty", ())):
        yield (
            f"looks/{name}",
            registry.SCREENS["looks"](replace(desk(builders.taken()), looks=lines)),
        )
