"""Whether the store can be opened, and whether what it holds can work."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.calendars import covered_until
from bot.checked_file import FileError
from bot.doctor_backup import examine_backups
from bot.doctor_codes import examine_codes
from bot.doctor_keys import (
    examine_case_keys,
    examine_ledger,
    examine_master,
    examine_proof,
)
from bot.doctor_messages import examine_given_up, examine_waiting
from bot.doctor_room import examine_room
from bot.doctor_selfscan import examine_selfscan
from bot.finding import Finding, refused
from bot.organisation import load
from bot.settings import Settings
from bot.stores import KEEPER, opened, shelf
from meldcode.people import Role
from storage.errors import StoreError
from storage.records import School
from storage.unit import Unit
from storage.version import head, require_current
from storage.walls import require_bound

AHEAD = 180
"""Days before the end of the known vacations at which somebody must act."""

STORE = "store"


async def examine_store(settings: Settings, now: datetime) -> list[Finding]:
    found = [
        examine_master(settings),
        examine_version(settings.database_url),
        _organisation_file(settings),
    ]
    if found[1].ok:
        found[1:1] = [examine_case_keys(settings)]
        found.append(examine_proof(settings))
        found += examine_backups(shelf(settings), now)
    if not any(finding.ok is False for finding in found[:3]):
        found += await _contents(settings, now)
    room = examine_room(settings)
    return [*found, room] if room else found


def examine_version(url: str) -> Finding:
    try:
        require_current(url)
        require_bound(url)
    except StoreError as error:
        return refused(STORE, error)
    return Finding(STORE, ok=True, says=f"is at version {head()}")


def _organisation_file(settings: Settings) -> Finding:
    name = "ORGANISATION_FILE"
    try:
        load(settings.organisation_file, settings.timezone)
    except FileError as error:
        repair = "See what is wrong with: wegwijzer org check"
        return Finding(name, ok=False, says=f"cannot be used ({error.problems[0]})", repair=repair)
    return Finding(name, ok=True, says="can be used")


async def _contents(settings: Settings, now: datetime) -> list[Finding]:
    today = now.astimezone(settings.timezone).date()
    try:
        store = opened(settings, readers=1)
    except StoreError as error:
        return [refused(KEEPER[settings.key_provider], error)]
    try:
        return await store.read(
            lambda unit: [
                *_schools(unit, today),
                *examine_codes(unit, settings, today),
                examine_selfscan(unit, today),
                examine_given_up(unit),
                examine_ledger(unit, settings),
                examine_waiting(unit, now),
            ],
            whole_board=True,
        )
    except StoreError as error:
        return [refused(STORE, error)]
    finally:
        await store.close()


def _schools(unit: Unit, today: date) -> Iterator[Finding]:
    schools = unit.people.schools()
    if not schools:
        repair = "Load the organisation file: wegwijzer org apply"
        yield Finding("schools", ok=False, says="are not known to the store yet", repair=repair)
        return
    lacking = [
        school.id
        for school in schools
        if not unit.people.of_school(school.id, Role.INTERN_BEGELEIDER, today)
    ]
    yield _received(len(schools), lacking)
    yield _vacations(schools, today)


def _received(count: int, lacking: list[str]) -> Finding:
    if lacking:
        return Finding(
            "schools",
            ok=False,
            says=f"without an intern_begeleider: {', '.join(lacking)}",
            repair="Give somebody there that role in the organisation file and apply it again.",
        )
    return Finding("schools", ok=True, says=f"all have an intern_begeleider ({count})")


def _vacations(schools: tuple[School, ...], today: date) -> Finding:
    end = min(covered_until(school.calendar["region"]) for school in schools)
    says = f"are known up to {end.isoformat()}"
    if (end - today).days < AHEAD:
        repair = "Install a newer version, or list the vacations under `closed` of each school."
        return Finding("school vacations", ok=False, says=says, repair=repair)
    return Finding("school vacations", ok=True, says=says)
