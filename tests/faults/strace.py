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


Point = tuple[str, int]
"""A call, and how many of the same name the thread has made by then, itself included."""


def killing(point: Point) -> tuple[str, ...]:
    """Options to kill it before that call."""
    name, number = point
    return ("-e", f"trace={CALLS}", "-e", f"inject={name}:signal=SIGKILL:when={number}")


def counting() -> tuple[str, ...]:
    return ("-e", f"trace={CALLS}")


def points(log: Path) -> list[Point]:
    """At which it can be killed; strace counts each name apart, and in each thread."""
    begun = (line.partition("(")[0].split() for line in log.read_text().splitlines())
    made = Counter(tuple(one) for one in begun if len(one) > 1 and one[1] in CALLS.split(","))
    most: dict[str, int] = {}
    for (_thread, name), number in made.items():
        most[name] = max(most.get(name, 0), number)
    return [(name, number) for name, many in most.items() for number in range(1, many + 1)]
