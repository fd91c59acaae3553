"""Who was trained in what, until when that counts, and who hears that it ends.

Protocol, "Criteria voor de inspectie": the expertise of staff is one of the conditions.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from meldcode.choices_training import TrainingKind
from meldcode.duties import Duty, Kind
from meldcode.duties.duty import duty
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

YEAR = 12


@dataclass(frozen=True, slots=True)
class Training:
    """`person` finished it `on` this day; `what` is its name, or empty."""

    id: str
    person: str
    kind: TrainingKind
    on: date
    what: str = ""


def until(one: Training, policy: Policy) -> date | None:
    """The first day on which it no longer counts; None while the board has confirmed no term.

    A month without such a day gives its last one.
    """
    if policy.training_months is None:
        return None
    years, month = divmod(one.on.month - 1 + policy.training_months, YEAR)
    year, month = one.on.year + years, month + 1
    return date(year, month, min(one.on.day, monthrange(year, month)[1]))


def counts(one: Training, today: date, policy: Policy) -> bool:
    """Whether it counts today; without a term it always does."""
    end = until(one, policy)
    return end is None or today < end


def latest(trainings: Iterable[Training]) -> tuple[Training, ...]:
    """Of each person and kind the newest, that renews those before; the oldest of all first."""
    newest = {_same(one): one for one in sorted(trainings, key=_age)}
    return tuple(sorted(newest.values(), key=_age))


def reminders(
    trainings: Iterable[Training], today: date, policy: Policy, calendar: SchoolCalendar
) -> Iterator[Duty]:
    """Before a training ends, its person and the aandachtsfunctionaris of the school hear it."""
    for one in latest(trainings):
        end = until(one, policy)
        if end is None or end <= today:
            continue
        day = calendar.add(calendar.add(end, 0), -policy.training_warning)
        yield duty(Kind.TRAINING, day, Audience.OWNER, calendar, one.id, one.person)
        yield duty(Kind.TRAINING, day, Audience.AANDACHTSFUNCTIONARIS, calendar, one.id)


def _same(one: Training) -> tuple[str, str, str]:
    """What two trainings share of which the newer renews the older."""
    name = one.what.casefold() if one.kind is TrainingKind.OTHER else ""
    return one.person, one.kind, name


def _age(one: Training) -> tuple[date, str]:
    return one.on, one.id
