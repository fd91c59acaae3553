"""Examples of signals, to read: nothing can be ticked, and nothing is counted (domain.md R15)."""

from dialogs.desk import Room
from dialogs.parts import RULE, alert, head, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen

DOMAINS = ("body", "mood", "learning", "others", "home", "small")
"""Small things stand last: lighter problems are signals too (protocol, "Signalering")."""


def signs(room: Room) -> Screen:
    """Protocol, "Signalering door leerkrachten": the caveat stands above and below the examples."""
    return Screen(
        name="signs",
        title=say("signs.title"),
        parts=(
            alert("signs.caveat"),
            line("signs.together"),
            *(() if room.policy.signs_confirmed else (quiet("signs.unconfirmed"),)),
            *(part for domain in DOMAINS for part in _domain(domain)),
            RULE,
            alert("signs.caveat"),
            line("signs.tell"),
            quiet("home.danger"),
        ),
    )


def _domain(name: str) -> tuple[Part, ...]:
    return (head(f"signs.{name}"), line(f"signs.{name}.list"))
