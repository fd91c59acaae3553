"""How much room the disks of the store have."""

import shutil

from bot.finding import Finding
from bot.settings import Settings
from bot.stores import places
from storage.errors import StoreError

AMPLE = 500_000_000
"""Bytes. A case takes some ten thousand; a backup needs as much as the store itself."""

REPAIR = "Make room on the disk of the store."


def free_bytes(settings: Settings) -> int | None:
    """Of the fullest disk here that a change is written to; None if that cannot be seen.

    The disk of a database server is for those who run that server to watch.
    """
    try:
        return min(shutil.disk_usage(file.parent).free for file in places(settings).written)
    except (OSError, StoreError):
        return None


def examine_room(settings: Settings, least: int = AMPLE) -> Finding | None:
    """None if it cannot be seen; then the database is not there, which is found elsewhere."""
    free = free_bytes(settings)
    if free is None:
        return None
    says = f"has {free // 1_000_000} MB free"
    return Finding("disk", ok=free >= least, says=says, repair="" if free >= least else REPAIR)
