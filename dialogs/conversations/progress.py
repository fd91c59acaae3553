"""How far a case is, in words: both routes side by side, and what the protocol still asks."""

from dialogs.desk import Desk
from dialogs.parts import RULE, head, line, local, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from meldcode.asks import still_asked
from meldcode.progress import begun
from meldcode.steps import SUPPORT_OF, MeldcodeStep


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
    asked = still_asked(desk.case)
    return tuple(line(f"asks.{one}") for one in asked) or (line("progress.nothing"),)
