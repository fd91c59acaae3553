import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.contracts.tree import read, trees

ROW = re.compile(
    r"^\| `(?P<word>\w+)` \| (?P<meaning>[^|]+) \| (?P<source>[^|]+) \|$", re.MULTILINE
)

# Words that cannot be English; the long ones are also looked for inside longer words.
DUTCH = frozenset(read(Path("tests/contracts/dutch.txt")).split())
STEMS = tuple(word for word in DUTCH if len(word) >= len("signaal"))


def listed() -> dict[str, re.Match[str]]:
    """The rows of the closed list, by word."""
    return {row["word"]: row for row in ROW.finditer(read(Path("docs/woordenlijst.md")))}


def names(path: Path, tree: ast.Module) -> Iterator[str]:
    """Yield every name that a file gives: its own, and those it defines, binds or takes."""
    yield path.stem
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.arg(arg=name) | ast.alias(asname=str(name)):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def split(name: str) -> list[str]:
    """Split snake_case, CamelCase and CONSTANTS into lower-case words."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_").split("_")


def strangers(name: str, terms: frozenset[str]) -> list[str]:
    """Return the Dutch words in a name that no term of the closed list accounts for."""
    words = "_".join(split(name))
    for term in sorted(terms, key=len, reverse=True):
        words = re.sub(rf"(?:^|(?<=_)){term}(?=_|$)", "", words)
    return [
        word for word in words.split("_") if word in DUTCH or any(stem in word for stem in STEMS)
    ]


def test_dutch_words_in_names_are_listed() -> None:
    """A Dutch word in code is one that the list explains; all others are translated."""
    terms = frozenset(listed())
    found = {
        (str(path), name): words
        for path, tree in trees().items()
        for name in names(path, tree)
        if (words := strangers(name, terms))
    }

    assert found == {}


def test_every_listed_word_has_one_sentence_and_a_source() -> None:
    """A reader of the list learns what a word means and can look it up."""
    rows = listed()

    assert len(rows) >= len(("meldcode", "afwegingskader", "veilig_thuis"))
    for word, row in rows.items():
        assert row["meaning"].endswith("."), word
        assert row["source"].startswith(("Protocol, ", "National ", "Law, ")), word


def test_half_translated_names_are_found() -> None:
    """The check sees a Dutch word in any position, case or compound, and lets listed terms pass."""
    terms = frozenset({"veilig_thuis", "melding", "afwegingskader"})

    assert strangers("ask_veilig_thuis_advice", terms) == []
    assert strangers("AfwegingskaderAnswer", terms) == []
    assert strangers("veilig_home", terms) == ["veilig"]
    assert strangers("MeldingBesluit", terms) == ["besluit"]
    assert strangers("zorgoverleggen", terms) == ["zorgoverleggen"]
