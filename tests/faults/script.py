"""What strace wrote down, read back as what happened to a disk, call by call."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.disk import Cut, Disk, File, Write

CALLS = "openat,pwrite64,write,ftruncate,fdatasync,fsync,rename,unlink"
OPTIONS = ("-e", f"trace={CALLS}", "-e", "signal=none", "-y", "-xx", "-s", "10000000")

LINE = re.compile(r"(?P<thread>\d+) +(?P<rest>.*)")
CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)(?P<opened>.*)")
RESUMED = re.compile(r"<\.\.\. \w+ resumed>")
BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
PLACE = re.compile(r"\d+<((?:\\x[0-9a-f]{2}|[^>\\])*)>")


@dataclass(frozen=True)
class Call:
    """A call that succeeded, with its arguments as they stand."""

    name: str
    arguments: str
    result: int
    opened: str

    @property
    def place(self) -> str:
        """The path of the file that it was about."""
        return self._path(self.arguments)

    @property
    def made(self) -> str:
        """The path of the file that it opened."""
        return self._path(f"{self.result}{self.opened}")

    @property
    def strings(self) -> list[bytes]:
        return [_bytes(one) for one in BYTES.findall(self.arguments)]

    @property
    def last(self) -> int:
        return int(self.arguments.rsplit(",", 1)[1])

    def _path(self, text: str) -> str:
        found = PLACE.match(text.strip())
        return _bytes(found[1]).decode() if found else ""


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def calls(log: Path) -> Iterator[Call]:
    """In the order in which they were over: what was not over when the power went may be lost."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            parts = LINE.match(line)
            if parts is None:
                continue
            thread, rest = parts["thread"], parts["rest"]
            if rest.endswith("<unfinished ...>"):
                begun[thread] = rest.removesuffix("<unfinished ...>")
                continue
            if resumed := RESUMED.match(rest):
                rest = begun.pop(thread, "") + rest[resumed.end() :]
            if (call := CALL.match(rest)) and int(call["result"]) >= 0:
                yield Call(call["name"], call["arguments"], int(call["result"]), call["opened"])


def happen(disk: Disk, call: Call, within: str) -> None:
    """What this call does to a disk, of which one folder counts."""
    if call.name in {"rename", "unlink"}:
        _rename(disk, [one.decode() for one in call.strings], within)
    elif call.name == "openat":
        _open(disk, call, within)
    elif f"{call.place}/".startswith(within):
        _change(disk, call)


def _rename(disk: Disk, paths: list[str], within: str) -> None:
    if paths[0].startswith(within):
        file = disk.names().get(paths[0])
        disk.name(paths[0], None)
        for to in paths[1:]:
            disk.name(to, file)


def _open(disk: Disk, call: Call, within: str) -> None:
    new = "O_CREAT" in call.arguments and call.made not in disk.names()
    if call.made.startswith(within) and new:
        disk.name(call.made, File())
    elif call.made.startswith(within) and "O_TRUNC" in call.arguments:
        disk.names()[call.made].since.append(Cut(0))


def _change(disk: Disk, call: Call) -> None:
    file = disk.names().get(call.place)
    if file is None:
        if call.name in {"fsync", "fdatasync"}:
            disk.sync_folder(call.place)
    elif call.name in {"fsync", "fdatasync"}:
        file.sync()
    elif call.name == "ftruncate":
        file.since.append(Cut(call.last))
    elif call.name == "pwrite64":
        file.since.append(Write(call.last, call.strings[0][: call.result]))
    else:
        file.since.append(Write(len(file.after(file.since)), call.strings[0][: call.result]))
