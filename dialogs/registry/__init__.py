"""The table of contents of the conversations: which button leads to which screen or command.

A listener looks an action or form up here by name; there is nothing else to register.
"""

from collections.abc import Callable, Mapping
from functools import partial

from dialogs.conversations import account, case
from dialogs.conversations.chronology import OLDER, TIMELINE
from dialogs.conversations.copy import COPY
from dialogs.conversations.facts import FACTS
from dialogs.conversations.joined import JOINED
from dialogs.desk import Desk, Options, Room
from dialogs.form import Form, Given
from dialogs.menus import OFFERS
from dialogs.registry import (
    aside,
    circle,
    classroom,
    colleagues,
    confidential,
    consultation,
    decision,
    ending,
    following,
    guests,
    handover,
    helping,
    injury,
    melding,
    moving,
    nature,
    parents,
    record,
    rights,
    signal,
    signing,
    talks,
    zbo,
)
from dialogs.screen import Screen
from meldcode.access import LIMITED, Relation, relations
from meldcode.commands import Command

THEMES = tuple(
    theme.THEME
    for theme in (
        signal,
        consultation,
        colleagues,
        classroom,
        nature,
        injury,
        parents,
        talks,
        zbo,
        decision,
        helping,
        melding,
        following,
        moving,
        handover,
        record,
        circle,
        guests,
        confidential,
        aside,
        ending,
        rights,
        signing,
    )
)

FORMS: Mapping[str, type[Form]] = {form.name: form for theme in THEMES for form in theme.forms}
"""Form name (the callback id on the platform) -> the form."""

OF_PROCESS = frozenset(
    {"meeting", "search", "link", "unlink", "erase_now", "emergency"}
    | {form.name for form in aside.THEME.forms}
)
"""Names of forms about no case or several, which the process carries out itself."""

Make = Callable[[Desk], Screen]


LOOKING = frozenset({"note", "worse", "snooze", "moves"})
"""Of who sees the child: how it goes, putting a look off, and that the child goes elsewhere."""

TELLING = frozenset(
    {"add", "injury", "mark_own", "name", "told", "not_told", "exclude", "opinion", "erase_now"}
    | {"signal", "signal_at"}
)
"""Of the one who told."""

MEETING = frozenset({"outcome", "weighing", "question", "decision", "agreement", "move_item"})
"""Of who leads the ZBO."""

REACH: Mapping[Relation, frozenset[str]] = {
    Relation.RAISER: LOOKING | TELLING | {"open", *OLDER, *TIMELINE, "answer", "correct"},
    Relation.CHAIR: MEETING | {"open"},
    Relation.FOLLOWER: LOOKING | {"open", *OLDER, "answer", "correct"},
    Relation.MEMBER: frozenset({"open"}),
    Relation.OWNER: frozenset({"open"}),
    Relation.GUEST: frozenset({"open", *OLDER, "answer", "correct"}),
    Relation.EMERGENCY: frozenset({"open", *TIMELINE}),
    **{relation: frozenset({"open", "consult_answer"}) for relation in LIMITED},
}
"""Screens of those who see a part of a case; the care team, not named here, finds them all."""


def _guarded(action: str, make: Make) -> Make:
    """Who has a small part in a case gets that part, whatever screen is asked for."""

    def show(desk: Desk) -> Screen:
        return make(desk) if _reaches(desk, action) else case.case(desk)

    return show


def _reaches(desk: Desk, action: str) -> bool:
    """By any of the viewer's relations: a member of the meeting may be asked something as well."""
    reach = (REACH.get(one) for one in relations(desk.room.viewer, desk.case))
    return any(one is None or action in one for one in reach)


_SCREENS: Mapping[str, Make] = {
    "open": case.case,
    **{action: partial(case.older, action) for action in OLDER},
    **{action: partial(case.in_order, action) for action in TIMELINE},
    **{action: partial(case.menu, action) for action in OFFERS},
    **{action: screen for theme in THEMES for action, screen in theme.screens.items()},
}

SCREENS: Mapping[str, Make] = {name: _guarded(name, make) for name, make in _SCREENS.items()}
"""Action -> the screen it opens about a case."""

COMMANDS: Mapping[str, Callable[[Given], Command]] = {
    action: command for theme in THEMES for action, command in theme.commands.items()
}
"""Action -> the command it carries out at once; the case is shown again afterwards."""

IN_PLACE = frozenset(
    {"open", "beside", "looks", "keeping", "asked", *COPY, *OLDER, *TIMELINE, *JOINED, *FACTS}
    | {*OFFERS}
)
"""Actions that turn a page of the case instead of laying a window over it."""

OVER = frozenset({"for_me_open"})
"""Actions that always lay a window over the one in which something may have been typed."""

ON_HOME = frozenset({"away_until"})
"""Forms that say something which stands on Home, below the window in which they are sent."""

PROCESS = frozenset(
    {"home", "today", "agenda", "help", "new_signal", "colleague", "called", "new_meeting"}
    | {"practice", "selfscan", "evidence", "stubs", "stubs_more"}
    | {account.LINK, account.UNLINK, account.PAGE}
    | {"away", "away_until", "back", "signs", "hide", "understood", "notebook", "hand_in", "tear"}
    | {"training", "training_more", "training_drop", "emergency"}
    | {"for_me", "for_me_open", "for_me_read", "search", "gentle", "gentle_done", *JOINED}
)
"""Actions of buttons that are about no case, or that need what only the process knows."""

OPTIONS: Mapping[str, Callable[[Room], Options]] = {
    name: offered for theme in THEMES for name, offered in theme.options.items()
}
"""Form name -> what its Picks offer at this school; `check` holds a submit against it."""

OF_CASE: Mapping[str, Callable[[Desk], Options]] = {
    name: offered for theme in THEMES for name, offered in theme.of_case.items()
}
"""Form name -> what its Picks offer about a case; held against a submit in the same way."""


def offers(form: str) -> Callable[[Desk], Options] | None:
    """What the Picks of a form about a case offer, if it has any: what comes back may be forged."""
    at_school = OPTIONS.get(form)
    if at_school is None:
        return OF_CASE.get(form)
    return lambda desk: at_school(desk.room)


AFTER: Mapping[str, Make] = {
    name: _guarded(name, screen) for theme in THEMES for name, screen in theme.after.items()
}
"""Form name or action -> the screen after success; for all others it is the case."""
