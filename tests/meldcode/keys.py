"""The text keys that the rules can answer with, read from their source."""

import ast
import re
from collections.abc import Iterator

from tests.contracts.tree import trees

KEY = re.compile(r"[a-z]+(\.[a-z_]+)+")


def refusal_keys() -> frozenset[str]:
    """Every key that a Refusal of `meldcode/` can carry."""
    return frozenset(
        key
        for path, tree in trees().items()
        if path.parts[0] == "meldcode"
        for key in keys_in(tree)
    )


def keys_in(tree: ast.AST) -> Iterator[str]:
    """Yield the strings that have the shape of a text key."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if KEY.fullmatch(text):
                yield text
