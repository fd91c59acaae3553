"""Writes the second half of SECURITY.md: `python -m tests.contracts.security_doc`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter

from tests.contracts.tree import ROOT, read

SOURCE, PAGE = Path("docs/security.yaml"), Path("SECURITY.md")
MARK = "<!-- `make docs` writes what follows from docs/security.yaml. -->\n"


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody to stop, or a requirement; `left` says what nothing here does about it."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    what: str
    says: str
    tests: tuple[str, ...]
    how: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    __pydantic_config__ = ConfigDict(extra="forbid")

    title: str
    head: str
    rows: tuple[Row, ...]


@cache
def parts() -> tuple[Part, ...]:
    """What docs/security.yaml holds, in its order; an unknown key is an error."""
    return TypeAdapter(tuple[Part, ...]).validate_python(yaml.safe_load(read(SOURCE)))


def page() -> str:
    """The whole page: what people wrote as far as the mark, and what is made after it."""
    written, _, _ = read(PAGE).partition(MARK)
    return written + MARK + "".join(line for part in parts() for line in _part(part))


def _part(part: Part) -> Iterator[str]:
    yield f"\n## {part.title}\n\n{part.head.strip()}\n\n"
    for row in part.rows:
        told = (row.says, row.how, row.left and f"*Left:* {row.left}")
        says = " ".join(one.strip() for one in told if one)
        shown = ", ".join(_link(test) for test in row.tests)
        yield f"- **{row.what}.** {says} Shown by {shown}.\n"


def _link(test: str) -> str:
    """To a test, or to a file of tests that show it together."""
    path, _, name = test.partition("::")
    return f"[`{name or Path(path).name}`]({path})"


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), encoding="utf-8")
