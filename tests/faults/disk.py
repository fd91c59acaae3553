"""A disk that forgets: what a process wrote, and what of it is there after the power went.

What was written is only safe once the file was synced, and a name only once its folder was. Of the
rest any part may have come on the disk: whole writes in any order, or some sectors of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.chance import Random

SECTOR = 512


@dataclass(frozen=True)
class Write:
    offset: int
    data: bytes

    def on(self, content: bytearray) -> None:
        if len(content) < self.offset:
            content.extend(bytes(self.offset - len(content)))
        content[self.offset : self.offset + len(self.data)] = self.data

    def torn(self, random: Random) -> "Iterable[Write]":
        """Some of its sectors."""
        for at in range(0, len(self.data), SECTOR):
            if random.random() < 0.5:
                yield Write(self.offset + at, self.data[at : at + SECTOR])


@dataclass(frozen=True)
class Cut:
    """The file gets this length."""

    length: int

    def on(self, content: bytearray) -> None:
        Write(self.length, b"").on(content)
        del content[self.length :]

    def torn(self, random: Random) -> "Iterable[Cut]":
        if random.random() < 0.5:
            yield self


Change = Write | Cut


@dataclass
class File:
    """What is safe of it, and what was changed since."""

    safe: bytes = b""
    since: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        self.safe = self.after(self.since)
        self.since = []

    def after(self, changes: Iterable[Change]) -> bytes:
        content = bytearray(self.safe)
        for change in changes:
            change.on(content)
        return bytes(content)


@dataclass(frozen=True)
class Naming:
    """A name that a file got in its folder, or (None) lost."""

    path: str
    file: File | None


@dataclass
class Disk:
    """Files by the names that are safe, and the changes of names since, by folder."""

    safe: dict[str, File] = field(default_factory=dict)
    since: dict[str, list[Naming]] = field(default_factory=dict)

    def names(self) -> dict[str, File]:
        """As the process sees it."""
        found = dict(self.safe)
        for namings in self.since.values():
            _apply(found, namings)
        return found

    def name(self, path: str, file: File | None) -> None:
        self.since.setdefault(str(Path(path).parent), []).append(Naming(path, file))

    def sync_folder(self, folder: str) -> None:
        _apply(self.safe, self.since.pop(folder, []))

    def lost(self, random: Random) -> dict[str, bytes]:
        """What is on it after the power went now."""
        found = dict(self.safe)
        for namings in self.since.values():
            _apply(found, namings[: random.randint(0, len(namings))])
        how = random.choice((_nothing, _some, _sectors))
        return {path: file.after(how(file.since, random)) for path, file in found.items()}


def _apply(names: dict[str, File], namings: Iterable[Naming]) -> None:
    for naming in namings:
        names.pop(naming.path, None)
        if naming.file is not None:
            names[naming.path] = naming.file


def _nothing(_changes: list[Change], _random: Random) -> list[Change]:
    return []


def _some(changes: list[Change], random: Random) -> list[Change]:
    """Any of them, in any order."""
    some = [change for change in changes if random.random() < 0.5]
    return random.sample(some, len(some))


def _sectors(changes: list[Change], random: Random) -> list[Change]:
    return [part for change in changes for part in change.torn(random)]
