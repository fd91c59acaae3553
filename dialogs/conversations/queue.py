"""The lists of cases on Home: what a member of the care team must do first stands on top."""

from collections.abc import Iterable

from dialogs.code import shown
from dialogs.desk import CaseLine, HomeDesk
from dialogs.parts import head, line, quiet, rest, row
from dialogs.say import say
from dialogs.screen import Button, Part
from meldcode.progress import Stage

Parts = tuple[Part, ...]

GROUPS = ("now", "you", "other", "zbo", "follow")
MOST_IN_ALL = 14
"""Cases in full on Home; Slack takes 100 blocks, each case needs two, and somebody may hold
every role at once.
"""

MOST_OWN = 5

RECENT = {0: "today", 1: "yesterday"}
LATER = {Stage.ZBO: "zbo", Stage.FOLLOW: "follow"}
DONE = frozenset({Stage.CLOSED, Stage.WITHDRAWN})


def own_cases(desk: HomeDesk) -> Parts:
    """What the viewer told: code, plain status, when."""
    told = [one for one in desk.cases if one.mine]
    if not told:
        return (quiet("home.t.empty"),)
    newest = sorted(told, key=lambda one: one.since, reverse=True)
    return (
        head("home.t.head"),
        *_lines(desk, newest[:MOST_OWN], "own"),
        *_rest(newest[MOST_OWN:]),
    )


def care_queue(desk: HomeDesk) -> Parts:
    """Open cases in five groups, the longest waiting first, as many as fit."""
    waiting = [one for one in desk.cases if one.status not in DONE]
    ordered = sorted(waiting, key=lambda one: (GROUPS.index(group(desk, one)), one.since))
    fitting = ordered[:MOST_IN_ALL]
    sections = (_section(desk, name, fitting) for name in GROUPS)
    told = tuple(part for section in sections for part in section)
    return (*(told or (line("home.ib.empty"),)), *_rest(ordered[MOST_IN_ALL:]))


def group(desk: HomeDesk, one: CaseLine) -> str:
    """Whose move it is: nobody has it yet, the viewer, somebody else, the ZBO, or time."""
    due = one.next_check is not None and one.next_check <= desk.room.today
    mine = one.holder in (None, desk.room.viewer.id)
    if not due and one.status in LATER:
        return LATER[Stage(one.status)]
    if one.holder is None and not due:
        return "now"
    return "you" if mine and not one.asked else "other"


def _section(desk: HomeDesk, name: str, ones: Iterable[CaseLine]) -> Parts:
    found = [one for one in ones if group(desk, one) == name]
    return (head(f"home.ib.{name}"), *_lines(desk, found, "line")) if found else ()


def _lines(desk: HomeDesk, ones: Iterable[CaseLine], kind: str) -> Parts:
    return tuple(part for one in ones for part in _line(desk, one, kind))


def _line(desk: HomeDesk, one: CaseLine, kind: str) -> Parts:
    code, since = shown(one.code), desk.room.calendar.today(one.since)
    days = (desk.room.today - since).days
    key = f"home.{kind}.{RECENT.get(days, 'since')}"
    return (line(key, code=code, stage=one.status, on=since), *row(_open(one)))


def _rest(ones: Iterable[CaseLine]) -> Parts:
    return rest([_open(one) for one in ones])


def _open(one: CaseLine) -> Button:
    return Button("open", say("home.open.button", code=shown(one.code)), one.handle)
