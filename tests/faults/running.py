"""Programs of torture, run as processes of their own: what they counted, as they print it."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from tests.contracts.tree import ROOT

Counted = dict[str, Any]


async def counted(program: str, folder: Path, *arguments: object) -> Counted:
    """AssertionError with what it said if it did not come to its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        program,
        str(folder),
        *map(str, arguments),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, wrong = await process.communicate()

    assert process.returncode == 0, wrong.decode()[-2000:]
    found: Counted = json.loads(said)
    return found
