"""The lists of cases on Home: what a member of the care team must do first stands on top."""

from collections.abc import Iterable, Sequence

from dialogs.code import shown
from dialogs.desk import CaseLine, HomeDesk
from dialogs.parts import MOST_IN_REST, head, line, quiet, rest, row
from dialogs.say import say
from dialogs.screen import Button, Part
from meldcode.access import Relation
from meldcode.people import CARE_ROLES
from meldcode.progress import Stage

Parts = tuple[Part, ...]

GROUPS = ("now", "you", "other", "zbo", "follow")
MOST_IN_ALL = 14
"""Cases in full on Home, if there is room for them."""

OF_A_CASE = 2
"""Blocks: a line and a button."""

AROUND = len(GROUPS) + 1 + MOST_IN_REST
"""Blocks of the headings, and of the buttons for what does not fit."""

MOST_OWN = 5

MOST_PARTS = 4
"""What is done, or no longer one's own, makes room for the next."""

RECENT = {0: "today", 1: "yesterday"}
LATER = {Stage.ZBO: "zbo", Stage.FOLLOW: "follow"}
DONE = frozenset({Stage.CLOSED, Stage.WITHDRAWN})


def own_cases(desk: HomeDesk) -> Parts:
    """What the viewer told: code, plain status, when.

    Who is in the care team finds what goes on in the queue as well, and the rest by searching.
    """
    told = [one for one in desk.cases if one.mine]
    if not told:
        return (quiet("home.t.empty"),)
    newest = sorted(told, key=lambda one: one.since, reverse=True)
    return (
        head("home.t.head"),
        *_lines(desk, newest[:MOST_OWN], "own"),
        *(_counted(desk, newest[MOST_OWN:]) or _rest(newest[MOST_OWN:])),
    )


def _counted(desk: HomeDesk, ones: Sequence[CaseLine]) -> Parts:
    """For the care team, whose Home is full already: how many more there are."""
    cares = desk.room.roles_of(desk.room.viewer) & CARE_ROLES
    return (quiet("case.more", n=len(ones)),) if cares and ones else ()


def care_queue(desk: HomeDesk, room: int) -> Parts:
    """Open cases in five groups, the longest waiting first, as many as fit in so many blocks."""
    most = max(1, min(MOST_IN_ALL, (room - AROUND) // OF_A_CASE))
    waiting = [one for one in desk.cases if one.status not in DONE]
    ordered = sorted(waiting, key=lambda one: (GROUPS.index(group(desk, one)), one.since))
    fitting = ordered[:most]
    sections = (_section(desk, name, fitting) for name in GROUPS)
    told = tuple(part for section in sections for part in section)
    return (*(told or (line("home.ib.empty"),)), *_rest(ordered[most:]))


def group(desk: HomeDesk, one: CaseLine) -> str:
    """Whose move it is: nobody has it yet, the viewer, somebody else, the ZBO, or time."""
    due = one.next_check is not None and one.next_check <= desk.room.today
    mine = one.holder in (None, desk.room.viewer.id)
    if one.missed:
        return "now"
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
    if one.missed and kind == "line":
        return (line("home.missed", code=code, stage=one.status), *row(_open(one)))
    return (line(key, code=code, stage=one.status, on=since), *row(_open(one)))


PARTS = (Relation.FOLLOWER, Relation.GUEST, Relation.OWNER)


def parts_of(desk: HomeDesk) -> Parts:
    """Cases of which the viewer sees only a part: the own group, what was shared, agreements."""
    sections = (_parts(desk, relation) for relation in PARTS)
    return tuple(part for section in sections for part in section)


def _parts(desk: HomeDesk, relation: Relation) -> Parts:
    found = [one for one in desk.parts if one.relation is relation]
    if not found:
        return ()
    buttons = [
        Button("open", say("home.open.button", code=shown(one.code)), one.handle) for one in found
    ]
    rows = tuple(part for one in buttons[:MOST_PARTS] for part in row(one))
    more = len(buttons) - MOST_PARTS
    cut = (quiet("case.more", n=more),) if more > 0 else ()
    return (head(f"home.part.{relation}"), *rows, *cut)


def _rest(ones: Iterable[CaseLine]) -> Parts:
    return rest([_open(one) for one in ones])


def _open(one: CaseLine) -> Button:
    return Button("open", say("home.open.button", code=shown(one.code)), one.handle)
