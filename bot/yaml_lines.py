"""YAML as plain data that remembers its lines, so that a mistake can be pointed at.

Every scalar stays text. YAML 1.1 makes a number of `15:30` and of a telephone number, and True of
the name `on`; here the schema says what a text is to become.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

Path = tuple[str | int, ...]
"""The way from the top: names in blocks, and numbers in lists from 0 on."""

Data = str | list["Data"] | dict[str, "Data"] | None
EMPTY = {"", "~", "null"}
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The one in C reads a policy in 2 ms instead of 50, which counts at every start."""


class YamlError(Exception):
    """The text is no YAML that we read; the sentence does not repeat it."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}")


@dataclass(frozen=True, slots=True)
class Document:
    data: Data
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Where `path` stands, or else the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str) -> Document:
    """Blocks, lists and texts; a name without a value is left out.

    Raises:
        YamlError: no YAML, more than one document, a name given twice, or a reference (`*name`).
    """
    lines: dict[Path, int] = {}
    try:
        _refuse_references(text)
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise YamlError(
            line, "this is no YAML. Check the indentation, colons and quotes here and above."
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError(line, "there is a character that no text holds. Take it out.") from None
    return Document(None if node is None else _data(node, (), lines), lines)


def _refuse_references(text: str) -> None:
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, yaml.AliasToken):
            raise YamlError(
                token.start_mark.line + 1, "references (*) are not used. Write it out in full."
            )


def _data(node: yaml.Node, path: Path, lines: dict[Path, int]) -> Data:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(node, path, lines))
    if isinstance(node, yaml.SequenceNode):
        return [_data(item, (*path, n), lines) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and (node.style or node.value not in EMPTY):
        return str(node.value)
    return None


def _entries(
    node: yaml.MappingNode, path: Path, lines: dict[Path, int]
) -> Iterator[tuple[str, Data]]:
    seen = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise YamlError(line, "a name is missing before the colon.")
        if key.value in seen:
            raise YamlError(line, "this name stands twice in the same block. Keep one of them.")
        seen.add(key.value)
        data = _data(value, (*path, key.value), lines)
        lines[(*path, key.value)] = line
        if data is not None:
            yield key.value, data
