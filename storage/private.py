"""Files that nobody but the owner of the process may read."""

import os
import stat
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def is_private(file: Path) -> bool:
    """Whether the group and others have no right at all; always true where modes mean nothing."""
    return os.name != "posix" or not file.stat().st_mode & OTHERS
