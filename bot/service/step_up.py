"""Before the care team reads: a code of their own app, if the board wants that."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.one_time_codes import taken
from bot.service.tools import Work
from dialogs.conversations import step_up
from dialogs.screen import Screen
from meldcode.people import CARE_ROLES, Person
from storage.records import SecondFactor

MOST_WRONG = 5
PAUSE = timedelta(minutes=15)
"""With five tries a quarter of an hour, guessing one of a million codes takes years."""


def open_to(work: Work, person: Person) -> bool:
    """Whether somebody may read cases now; whoever reads on, may do so for as long again."""
    minutes = work.tools.policy.step_up_minutes
    if minutes is None or not any(person.has(one, *CARE_ROLES) for one in person.schools):
        return True
    factor = work.unit.second_factors.get(person.id)
    if factor is None or factor.until is None or factor.until <= work.now:
        return False
    until = work.now + timedelta(minutes=minutes)
    work.unit.second_factors.put(person.id, replace(factor, until=until))
    return True


def ask(work: Work, person: Person, handle: str) -> Screen:
    """The question for a code, on the way to what `handle` is about; without one, to a search."""
    return step_up.step_up(handle) if work.unit.second_factors.has(person.id) else step_up.none()


def unlock(work: Work, person: Person, code: str) -> str | None:
    """None if the code was right; else the key of what to say. A code counts once."""
    factor = work.unit.second_factors.get(person.id)
    minutes = work.tools.policy.step_up_minutes
    if factor is None or minutes is None:
        return "err.access"
    if factor.wait_until and factor.wait_until > work.now:
        return "err.code_wait"
    step = taken(factor.secret, code, work.now, factor.used)
    if step is None:
        work.unit.second_factors.put(person.id, _once_more_wrong(factor, work.now))
        return "err.own_code"
    until = work.now + timedelta(minutes=minutes)
    work.unit.second_factors.put(person.id, SecondFactor(factor.secret, step, until))
    return None


def _once_more_wrong(factor: SecondFactor, now: datetime) -> SecondFactor:
    wrong = factor.wrong + 1
    if wrong < MOST_WRONG:
        return replace(factor, wrong=wrong)
    return replace(factor, wrong=0, wait_until=now + PAUSE)
