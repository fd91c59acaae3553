"""The files of this repository, as the tests of the house rules read them."""

import ast
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "dialogs", "meldcode", "storage")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or is about to be, under version control; paths from the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(path for name in listed.splitlines() if (ROOT / (path := Path(name))).is_file())


@cache
def read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def texts() -> Iterator[tuple[Path, str]]:
    """Every file that can be read as text; pictures and archives are passed over."""
    for path in files():
        if path.suffix not in {".png", ".ico", ".woff2", ".xz"}:
            yield path, read(path)


@cache
def trees() -> dict[Path, ast.Module]:
    """The syntax tree of every Python file."""
    return {path: ast.parse(read(path)) for path in files() if path.suffix == ".py"}


def functions() -> Iterator[tuple[Path, Function]]:
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield path, node


def comments() -> Iterator[tuple[str, str]]:
    """Yield the place, as `file:line`, and the text of every comment in Python code."""
    for path in trees():
        for token in tokenize.generate_tokens(StringIO(read(path)).readline):
            if token.type == tokenize.COMMENT:
                yield f"{path}:{token.start[0]}", token.string
