"""Who is practising now. Nothing here knows the store, the outbox or the real service.

All of it lives in memory: it is gone when somebody stops, after two hours, and with the process.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.practice import cast, exercise
from bot.practice.exercise import KNOWN, Exercise
from bot.service.answers import Answer, Show
from dialogs import registry
from dialogs.conversations import practice as screens
from dialogs.conversations import signal, stop
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.practice import BEGINS, GO_ON, LEAVE, Sign
from dialogs.desk import Room
from dialogs.fields import Raw
from dialogs.say import Say, say
from dialogs.screen import Button, Screen
from meldcode.choices import Urgency
from meldcode.events import AdviceReceived, TalkHeld
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

LASTS = timedelta(hours=2)
KNOWN_HERE = frozenset({*KNOWN, *BEGINS, GO_ON, LEAVE, "called"})


@dataclass(frozen=True, slots=True)
class Practice:
    """One exercise an account; every screen that it gives is marked, but for the last."""

    clock: Callable[[], datetime]
    new_id: Callable[[str], str]
    policy: Policy
    zone: ZoneInfo
    going: dict[str, Exercise] = field(default_factory=dict)

    def enter(self, account: str) -> Screen:
        """A new start: what was going on is thrown away."""
        self.going.pop(account, None)
        self.purge()
        hours = LASTS // timedelta(hours=1)
        return screens.marked(screens.choose(hours), KNOWN_HERE, Sign())

    def purge(self) -> None:
        """Throw away what nobody went on with."""
        now = self.clock()
        for account in [one for one, found in self.going.items() if found.until <= now]:
            del self.going[account]

    def show(self, account: str, action: str, handle: str, typing: Raw) -> Screen:
        """The screen behind a button."""
        if action in BEGINS:
            return self._begin(account, action)
        found = self._going(account)
        if found is None or action == LEAVE:
            self.going.pop(account, None)
            return screens.over()
        if action == GO_ON:
            return self._go_on(account, found)
        return self._marked(found, exercise.look(found, self._room(found), action, handle, typing))

    def act(self, account: str, action: str, handle: str, key: str) -> Screen:
        """A button's command, once per `key`."""
        found = self._going(account)
        if found is None:
            return screens.over()
        at = self._room(found)
        if key in found.seen:
            return self._marked(found, exercise.look(found, at, "open", handle, {}))
        changed, screen = exercise.act(found, at, action, cast.part_of(handle), self._part_id)
        return self._marked(self._keep(account, changed, key), screen)

    def submit(self, account: str, form_name: str, raw: Raw, handle: str, key: str) -> Answer:
        """A filled-in form, once per `key`."""
        found, form = self._going(account), registry.FORMS.get(form_name)
        if found is None:
            return Show(screens.over())
        if form is None:
            return Show(self._marked(found, stop.old()))
        at, part = self._room(found), cast.part_of(handle)
        if key in found.seen:
            answer = exercise.again(found, at, form, part)
        else:
            found, answer = exercise.submit(found, at, form, raw, part, self._part_id)
        if not isinstance(answer, Show):
            return answer
        return Show(self._marked(self._keep(account, found, key), answer.screen))

    def signal(self, account: str, action: str, raw: Raw) -> Screen | None:
        """The form of a signal after a field in it changed; None if it stays as it is."""
        found = self._going(account)
        screen = exercise.opening(found.story) if found else None
        if found is None or screen is None or action not in {"urgency", "called"}:
            return None
        danger = action == "urgency" and raw.get("urgency") == Urgency.NOW
        changed = signal.acute(screen) if danger else screen
        return self._marked(found, signal.called(screen) if action == "called" else changed)

    def newly_finished(self, account: str) -> bool:
        """Whether somebody has come to a decision; true once an exercise."""
        found = self.going.get(account)
        if found is None or found.counted or found.case.decision is None:
            return False
        self.going[account] = replace(found, counted=True)
        return True

    def _part_id(self, prefix: str) -> str:
        """An id that can itself be the reference to a part: as long as a real reference."""
        return self.new_id(prefix)[-len(cast.WHOLE) :]

    def _begin(self, account: str, action: str) -> Screen:
        story = screens.STORIES[BEGINS.index(action)]
        self.going[account] = found = Exercise(story, self.clock() + LASTS)
        return self._marked(found, exercise.opening(story))

    def _go_on(self, account: str, found: Exercise) -> Screen:
        changed = exercise.as_care_team(found, self.clock(), self._room(found))
        self.going[account] = changed
        return self._marked(changed, case_screen(cast.desk(self._room(changed), changed.case)))

    def _going(self, account: str) -> Exercise | None:
        self.purge()
        return self.going.get(account)

    def _keep(self, account: str, changed: Exercise, key: str) -> Exercise:
        until = self.clock() + LASTS
        kept = replace(changed, seen=changed.seen | {key}, until=until)
        self.going[account] = kept
        return kept

    def _room(self, found: Exercise) -> Room:
        calendar = SchoolCalendar(self.zone)
        return cast.room(found.who, self.clock(), self.policy, calendar)

    def _marked(self, found: Exercise, screen: Screen) -> Screen:
        return screens.marked(screen, KNOWN_HERE, sign(found))


def sign(found: Exercise) -> Sign:
    """What stands around a screen, by how far the exercise has come."""
    if not found.told:
        return Sign(say("practice.tell"), found.story)
    if found.who == cast.TEACHER:
        go_on = Button(GO_ON, say("practice.go_on.button"), primary=True)
        return Sign(say("practice.sent"), buttons=(go_on,))
    return Sign(_note(found))


def _note(found: Exercise) -> Say:
    case = found.case
    if case.decision:
        return say("practice.ready")
    if case.weighings:
        return say("practice.decide")
    asked = any(isinstance(entry.event, AdviceReceived | TalkHeld) for entry in case.entries)
    return say("practice.weigh" if asked else "practice.consult")
