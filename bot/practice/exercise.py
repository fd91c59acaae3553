"""One exercise: an invented case in memory, changed by the same forms and rules as a real one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from bot.practice import cast
from bot.service.answers import Answer, Correct, Show, correct
from dialogs import registry
from dialogs.conversations import colleague, signal, signs, stop
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.hide import hidden
from dialogs.conversations.sent import sent
from dialogs.desk import Desk, Options, Room
from dialogs.fields import Raw
from dialogs.form import Form, Given, Wrong, check
from dialogs.say import say
from dialogs.screen import Screen
from meldcode.access import ACTION_OF, Action, may
from meldcode.case import Case
from meldcode.commands import Command, RaiseSignal, ReadSignal
from meldcode.decide import decide
from meldcode.events import Entry
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal

ASIDE: Mapping[str, Callable[[Room, str], Screen]] = {
    "signs": lambda at, _handle: signs.signs(at),
    "colleague": lambda at, _handle: colleague.colleague(None, at.policy),
    "hide": lambda _at, handle: hidden(handle),
}
"""Screens about no case that are only read, or that take nothing along."""

NO_FORM = frozenset({*registry.OF_PROCESS, signal.SignalAtForm.name})
LEFT_OUT = frozenset({"beside", "countersign"})
"""Forms, screens and buttons that need more than one case or school, or a second person."""

KNOWN = frozenset({*ASIDE, *registry.SCREENS, *registry.COMMANDS}) - LEFT_OUT
"""Actions that can be practised."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """`who` is played now; `seen` are the occasions that were carried out, for double taps.

    `counted` once it is known that somebody finished it.
    """

    story: str
    until: datetime
    who: Person = cast.TEACHER
    case: Case = field(default_factory=cast.blank)
    seen: frozenset[str] = frozenset()
    counted: bool = False

    @property
    def told(self) -> bool:
        return self.case.version > 0


def opening(story: str) -> Screen:
    """The form of a signal, with the name of the invented child in it."""
    screen = signal.opening()
    return replace(screen, preset={**screen.preset, "child": say(f"practice.{story}.child")})


def look(exercise: Exercise, at: Room, action: str, handle: str, typing: Raw) -> Screen:
    """The screen behind a button."""
    if action in ASIDE:
        return ASIDE[action](at, handle)
    if action not in KNOWN or not exercise.told:
        return stop.old()
    return registry.SCREENS[action](cast.desk(at, exercise.case, cast.part_of(handle), typing))


def as_care_team(exercise: Exercise, now: datetime, at: Room) -> Exercise:
    """Who told becomes who reads it."""
    changed = replace(exercise, who=cast.INTERN_BEGELEIDER)
    room = replace(at, viewer=changed.who)
    result = _carry_out(changed, room, now, ReadSignal())
    return changed if isinstance(result, Refusal) else result


def act(
    exercise: Exercise, at: Room, action: str, part: str, new_id: Callable[[str], str]
) -> tuple[Exercise, Screen]:
    """A button's command, and the case again."""
    if not exercise.told:
        return exercise, stop.old()
    command = registry.COMMANDS[action](_given(at, part, new_id))
    result = _carry_out(exercise, at, at.now, command)
    if isinstance(result, Refusal):
        return exercise, stop.because(result)
    return result, _after(result, at, action, part)


def submit(
    exercise: Exercise,
    at: Room,
    form: type[Form],
    raw: Raw,
    part: str,
    new_id: Callable[[str], str],
) -> tuple[Exercise, Answer]:
    """A filled-in form, held against the same options and rules as a real one."""
    if form.name in NO_FORM or (issubclass(form, signal.SignalForm) == exercise.told):
        return exercise, correct(form, Refusal("err.old"))
    checked = check(form, raw, _offered(exercise, at, form, part))
    if isinstance(checked, Wrong):
        return exercise, Correct(checked.errors)
    result = _carry_out(exercise, at, at.now, checked.command(_given(at, part, new_id)))
    if isinstance(result, Refusal):
        return exercise, correct(form, result)
    return result, Show(_after(result, at, form.name, part))


def again(exercise: Exercise, at: Room, form: type[Form], part: str) -> Answer:
    """The same submission once more changes nothing."""
    return Show(_after(exercise, at, form.name, part))


def _after(exercise: Exercise, at: Room, name: str, part: str) -> Screen:
    make: Callable[[Desk], Screen] = registry.AFTER.get(name, case_screen)
    if name == signal.SignalForm.name:
        make = sent
    return make(cast.desk(at, exercise.case, part))


def _offered(exercise: Exercise, at: Room, form: type[Form], part: str) -> Options | None:
    offer = registry.offers(form.name)
    return offer(cast.desk(at, exercise.case, part)) if offer else None


def _given(at: Room, part: str, new_id: Callable[[str], str]) -> Given:
    days: dict[str, date] = {one.id: at.calendar.today(one.at) for one in at.meetings}
    return Given(new_id=partial(new_id, "part"), part=part, meetings=days)


def _carry_out(exercise: Exercise, at: Room, now: datetime, command: Command) -> Exercise | Refusal:
    """The same rights and rules as for a real case; what happened goes into the case in memory."""
    case, who = exercise.case, at.viewer
    action = Action.OPEN if isinstance(command, RaiseSignal) else ACTION_OF[type(command)]
    if exercise.told and not may(who, action, case):
        return NOT_YOURS
    ruling = decide(case, command, who, now, at.policy, at.calendar)
    if isinstance(ruling, Refusal):
        return ruling
    entries = (Entry(seq, now, who.id, event) for seq, event in enumerate(ruling, case.version + 1))
    return replace(exercise, case=case.then(entries))
