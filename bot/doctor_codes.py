"""Whether everybody who must give a code before reading has an app that makes them."""

from collections.abc import Iterator
from datetime import date

from bot.checked_file import FileError
from bot.finding import Finding
from bot.policy_file import load
from bot.settings import Settings
from meldcode.people import CARE_ROLES
from storage.unit import Unit

REPAIR = "Make one for each of them: wegwijzer codes new EMAIL"


def examine_codes(unit: Unit, settings: Settings, today: date) -> Iterator[Finding]:
    """Nothing if no code is asked; `examine_policy` says what is wrong with the policy file."""
    try:
        minutes = load(settings.policy_file, today).policy.step_up_minutes
    except FileError:
        return
    if minutes is None:
        return
    readers = {
        person.id
        for school in unit.people.schools()
        for role in CARE_ROLES
        for person in unit.people.of_school(school.id, role, today)
    }
    lacking = sorted(one for one in readers if not unit.second_factors.has(one))
    if lacking:
        says = f"cannot read, for they have no codes: {', '.join(lacking)}"
        yield Finding("care teams", ok=False, says=says, repair=REPAIR)
    else:
        yield Finding("care teams", ok=True, says=f"all have codes ({len(readers)})")
