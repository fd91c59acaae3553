"""Whether the store can be opened, and whether what it holds can work."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.calendars import covered_until
from bot.checked_file import FileError
from bot.doctor_backup import examine_backups
from bot.doctor_codes import examine_codes
from bot.doctor_keys import examine_case_keys, examine_master, examine_proof
from bot.doctor_selfscan import examine_selfscan
from bot.finding import Finding, refused
from bot.organisation import load
from bot.settings import Settings
from bot.stores import KEEPER, opened, shelf
from meldcode.people import Role
from storage.engine import database_file, on_server
from storage.errors import StoreError
from storage.migrate import head, require_current
from storage.records import School
from storage.unit import Unit

ROOM = 500_000_000
"""Bytes. A case takes some ten thousand; a backup needs as much as the store itself."""

AHEAD = 180
"""Days before the end of the known vacations at which somebody must act."""

STORE = "store"


async def examine_store(settings: Settings, now: datetime) -> list[Finding]:
    found = [
        examine_master(settings),
        _version(settings.database_url),
        _organisation_file(settings),
    ]
    if found[1].ok:
        found[1:1] = [examine_case_keys(settings)]
        found.append(examine_proof(settings))
        found += _backups(settings, now)
    if all(finding.ok for finding in found[:3]):
        found += await _contents(settings, now.astimezone(settings.timezone).date())
    return [*found, *_disk(settings.database_url)]


def _backups(settings: Settings, now: datetime) -> Iterable[Finding]:
    if not on_server(settings.database_url):
        return examine_backups(shelf(settings), now)
    says = "is not ours to see: the store is on a server"
    repair = "Copy the database and the keys of the cases every night: docs/postgresql.md"
    return [Finding("backup", ok=None, says=says, repair=repair)]


def _version(url: str) -> Finding:
    try:
        require_current(url)
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


async def _contents(settings: Settings, today: date) -> list[Finding]:
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
                _outbox(unit),
            ]
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


def _outbox(unit: Unit) -> Finding:
    counts = unit.outbox.counts()
    dead, waiting = counts.get("dead", 0), counts.get("waiting", 0)
    if dead:
        return Finding(
            "messages",
            ok=False,
            says=f"that could not be delivered: {dead}",
            repair="Check that everybody in the organisation file has a Slack account with that "
            "e-mail address; their Home tab shows what they missed.",
        )
    return Finding("messages", ok=True, says=f"were all delivered, or wait their turn ({waiting})")


def _disk(url: str) -> list[Finding]:
    try:
        free = shutil.disk_usage(database_file(url).parent).free
    except (OSError, StoreError):
        return []
    says = f"has {free // 1_000_000} MB free"
    if free < ROOM:
        return [Finding("disk", ok=False, says=says, repair="Make room on the disk of the store.")]
    return [Finding("disk", ok=True, says=says)]
