import ast
import re
import sys
from collections.abc import Iterator

from tests.contracts.tree import ROOMS, comments, files, functions, read, trees

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
WRITTEN_BY_HAND = {".py", ".js", ".css", ".html"}
EXCUSE = re.compile(r"# (noqa: [A-Z]+\d+(, [A-Z]+\d+)*|type: ignore\[[^]]+\])(  #| -) \w.{8,}")


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the first word of every module that a file imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_no_file_is_too_long() -> None:
    """A file that nobody can take in at once is reported with its length."""
    lengths = {
        str(path): len(read(path).splitlines())
        for path in files()
        if path.suffix in WRITTEN_BY_HAND
    }

    assert {path: n for path, n in lengths.items() if n > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_too_long() -> None:
    """A function that does more than one thing shows it by its length."""
    lengths = {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, node in functions()
    }

    assert {name: n for name, n in lengths.items() if n > MOST_LINES_OF_A_FUNCTION} == {}


def test_rules_import_the_standard_library_only() -> None:
    """The rules of the Meldcode run anywhere Python runs, with nothing installed."""
    allowed = sys.stdlib_module_names | {"meldcode"}
    strangers = {
        (str(path), name)
        for path, tree in trees().items()
        if path.parts[0] == "meldcode"
        for name in imported(tree)
        if name not in allowed
    }

    assert strangers == set()


def test_nothing_prints() -> None:
    """Output goes through the log or the command line's echo, where it can be filtered."""
    prints = [
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "pprint"}
    ]

    assert prints == []


def test_every_room_has_its_tests() -> None:
    """Who opens a room finds its tests in the folder of the same name."""
    tested = {path.parts[1] for path in files() if path.match("tests/*/test_*.py")}

    assert set(ROOMS) - tested == set()


def test_every_folder_of_tests_is_a_package() -> None:
    """Two test files may have the same name, because each folder is a package."""
    folders = {path.parent for path in files() if path.match("tests/**/*.py")}

    assert {str(folder) for folder in folders if folder / "__init__.py" not in files()} == set()


def is_sentence(text: str) -> bool:
    return text.endswith(".") and "\n\n" not in text


def test_every_test_says_what_it_shows() -> None:
    """The list of docstrings of all tests reads as a description of the product."""
    silent = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in functions()
        if path.parts[0] == "tests" and node.name.startswith("test_")
        if not is_sentence(ast.get_docstring(node) or "")
    ]

    assert silent == []


def test_every_exception_to_a_check_says_why() -> None:
    """Switching a check off for one line names the check and, after it, the reason."""
    excuses = [
        (place, comment)
        for place, comment in comments()
        if comment.startswith(("# noqa", "# type: ignore", "# ruff:", "# mypy:"))
    ]

    assert [excuse for excuse in excuses if not EXCUSE.match(excuse[1])] == []
