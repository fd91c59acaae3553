"""Looking at, and cutting off, what a process asks of the system: strace, of Linux."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

CALLS = "pwrite64,write,fdatasync,fsync,ftruncate,rename,unlink"
"""All by which something comes on a disk, or stays there."""

ATTACHED_BY = "TracerPid:"


def refused() -> str | None:
    """Why strace cannot be used here; None if it can."""
    try:
        tried = subprocess.run(
            ("strace", "-qq", "-e", "trace=none", "-o", "/dev/null", "true"),
            check=False,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        return "strace is not installed"
    return None if tried.returncode == 0 else f"strace may not be used: {tried.stderr.strip()}"


@contextmanager
def followed(pid: int, log: Path, *options: str) -> Iterator[None]:
    """Follow a process that waits, with all its threads, until it is gone."""
    command = ("strace", "-qq", "-f", "-p", str(pid), "-o", str(log), *options)
    tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while not _is_followed(pid) and tracer.poll() is None:
        sleep(0.001)
    yield
    tracer.wait()


def _is_followed(pid: int) -> bool:
    """Whether each of its threads is."""
    threads = Path(f"/proc/{pid}/task").glob("*/status")
    return all(f"{ATTACHED_BY}\t0" not in one.read_text() for one in threads)


def killing(number: int) -> tuple[str, ...]:
    """Options to kill it before the call with this number, counted from 1 in each thread."""
    return ("-e", f"trace={CALLS}", "-e", f"inject={CALLS}:signal=SIGKILL:when={number}")


def counting() -> tuple[str, ...]:
    return ("-e", f"trace={CALLS}")


def calls(log: Path) -> dict[str, int]:
    """How many of them each thread made."""
    lines = (line.split(maxsplit=1) for line in log.read_text().splitlines())
    return Counter(thread for thread, call in lines if call.startswith(tuple(CALLS.split(","))))
