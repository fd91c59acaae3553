"""How far a case is, in words: both routes side by side, and what the protocol still asks."""

from dialogs.conversations.brake import brake
from dialogs.desk import Desk
from dialogs.parts import RULE, head, line, local, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from meldcode.asks import Ask, still_asked
from meldcode.progress import begun
from meldcode.steps import SUPPORT_OF, MeldcodeStep

URGES = frozenset({Ask.PARENTS, Ask.AGAIN, Ask.TELL_PARENTS})
"""What would send somebody to the parents."""


def progress(desk: Desk) -> Screen:
    """A record of what was done and what is open; never a score."""
    return Screen(
        name="progress",
        title=say("progress.title"),
        parts=(
            quiet("progress.note"),
            head("progress.routes"),
            *(_step(desk, step) for step in MeldcodeStep),
            RULE,
            head("progress.asked"),
            *_asked(desk),
        ),
        handle=desk.handle,
    )


def _step(desk: Desk, step: MeldcodeStep) -> Part:
    both = {"step": int(step), "beside": int(SUPPORT_OF[step])}
    since = begun(desk.case).get(step)
    if since is None:
        return quiet("progress.open", **both)
    return line("progress.done", **both, at=local(desk.room, since))


def _asked(desk: Desk) -> tuple[Part, ...]:
    """Where talking first is not safe, the brake stands in place of that advice (domain.md R7)."""
    asked = still_asked(desk.case)
    waits = () if URGES.isdisjoint(asked) else brake(desk)
    told = tuple(line(f"asks.{one}") for one in asked if not (waits and one in URGES))
    return (*waits, *told) or (line("progress.nothing"),)
