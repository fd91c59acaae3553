"""Files that nobody but the owner of the process may read, and that survive a power cut."""

import os
import stat
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def is_private(file: Path) -> bool:
    """Whether the group and others have no right at all; always true where modes mean nothing."""
    return os.name != "posix" or not file.stat().st_mode & OTHERS


def write_private(file: Path, content: bytes) -> None:
    """Make a file of mode 0600 that is on the disk when this returns; FileExistsError, OSError."""
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        # What a power cut takes away was relied upon since.
        os.fsync(stream.fileno())
    sync_folder(file.parent)


def replace_private(file: Path, content: bytes) -> None:
    """Put `content` in place of what is there; a crash leaves one of both, whole. OSError."""
    beside = file.with_name(f"{file.name}.new")
    beside.unlink(missing_ok=True)
    write_private(beside, content)
    beside.replace(file)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where a folder can be opened."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
