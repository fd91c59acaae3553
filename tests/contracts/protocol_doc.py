"""Writes docs/protocol.md from docs/protocol.yaml: `python -m tests.contracts.protocol_doc`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter

from dialogs.registry import COMMANDS, FORMS, PROCESS, SCREENS
from meldcode.decide import RULES
from tests.contracts.tree import ROOT, functions, read

SOURCE, PAGE = Path("docs/protocol.yaml"), Path("docs/protocol.md")
PROTOCOL = ROOT.parent / "shared" / "protocol" / "meldcode-innoord.txt"
"""The text of the board; it is no part of this repository."""

HEAD = """\
# The protocol, paragraph by paragraph

Made by `make docs` from [protocol.yaml](protocol.yaml); tests compare both, and fail when a screen,
a rule or a test that is named here does not exist.

The protocol is that of the board (Meldcode Huiselijk Geweld en Kindermishandeling scholen Innoord).
It is no part of this repository: the line numbers are those of its plain text, what it says is put
in our own words, and the headings are its own. A *screen* is the name of a form, view or button in
`dialogs/registry`, a *rule* that of a command in `meldcode/commands`.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the protocol, from its first line to its last, and what carries it.

    `people` says what is left to them; the software alone carries nothing that it is not said of.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    lines: tuple[int, int]
    title: str
    says: str
    screens: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    people: str = ""

    @property
    def place(self) -> str:
        first, last = self.lines
        return f"line {first}" if first == last else f"lines {first}-{last}"


@cache
def parts() -> tuple[Part, ...]:
    """What docs/protocol.yaml holds, in its order; a key that a part does not have is an error."""
    return TypeAdapter(tuple[Part, ...]).validate_python(yaml.safe_load(read(SOURCE)))


def known_screens() -> frozenset[str]:
    """The names that a screen can have: of forms, and of buttons that open or do something."""
    return frozenset({*FORMS, *SCREENS, *COMMANDS, *PROCESS})


def known_rules() -> frozenset[str]:
    return frozenset(command.__name__ for command in RULES)


def known_tests() -> frozenset[str]:
    """Every test as `file::function`."""
    return frozenset(
        f"{path}::{node.name}" for path, node in functions() if node.name.startswith("test_")
    )


def page() -> str:
    """The whole page, in Markdown."""
    found = (
        line
        for title, alike in groupby(parts(), lambda part: part.title)
        for line in (f"## {title}\n", *(row for part in alike for row in _part(part)))
    )
    return "\n".join((HEAD, *found, *_end()))


def _part(part: Part) -> Iterator[str]:
    yield f"**{part.place}** {part.says.strip()}\n"
    carried = {
        "Screens": _code(part.screens),
        "Rules": _code(part.rules),
        "Tests": ", ".join(map(_link, part.tests)),
        "Left to people": part.people.strip(),
    }
    yield from (f"- {name}: {what}" for name, what in carried.items() if what)
    yield ""


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _link(test: str) -> str:
    path, _, name = test.partition("::")
    return f"[`{name}`](../{path})"


def _end() -> Iterator[str]:
    """How much the software carries, in figures."""
    carried = [part for part in parts() if part.tests]
    alone = [part.place for part in parts() if not part.tests]
    yield "## In figures\n"
    yield f"Of {len(parts())} pieces {len(carried)} are carried by something that a test shows."
    yield f"The other {len(alone)} are context, or left to people alone: {', '.join(alone)}.\n"


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), encoding="utf-8")
