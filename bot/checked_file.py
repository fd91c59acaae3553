"""Files that people write by hand: read, held against their shape, and refused line by line.

Every message names a line and a place in the file, never a value: those are of real people.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.yaml_lines import Document, YamlError, read
from bot.yaml_lines import Path as Place

M = TypeVar("M", bound=BaseModel)
Problem = tuple[Place, str]
"""A place in the file, and a sentence without its subject."""

NAME = re.compile(r"[a-z0-9_-]+")
SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not a name that this block knows",
    "string_type": "must be a text",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most {max_length} characters",
    "tuple_type": "must be a list",
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be yes or no",
}
BLOCK = "must be a block of names and values"


class FileError(Exception):
    """A file that cannot be used; `str()` has one line per problem, without any value."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def text_of(path: Path, setting: str) -> str:
    """The text of the file that `setting` names. Raises FileError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        sentence = f"There is no file {path}. Make it, or correct {setting}."
    except UnicodeDecodeError:
        sentence = f"{path} is no text in UTF-8. Save it as UTF-8."
    except OSError as error:
        sentence = f"{path} cannot be read: {error.strerror}."
    raise FileError(sentence)


def checked(text: str, model: type[M]) -> tuple[Document, M]:
    """The text as `model`, with its lines. Raises FileError with everything that is wrong."""
    try:
        document = read(text)
        return document, model.model_validate(document.data or {})
    except YamlError as error:
        raise FileError(str(error)) from None
    except ValidationError as error:
        details = error.errors(include_input=False, include_url=False)
        raise FileError(*lines(document, map(_problem, details))) from None


def refuse(document: Document, problems: Iterable[Problem]) -> None:
    """Raise FileError if there is any problem."""
    if wrong := lines(document, problems):
        raise FileError(*wrong)


def lines(document: Document, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Sentences in the order of the file."""
    placed = sorted((document.line(place), _shown(place), says) for place, says in problems)
    return tuple(f"line {line}: {shown}: {says}." for line, shown, says in placed)


def _shown(place: Place) -> str:
    """`people[3].email`; a name that the file may have made up out of somebody's is left out."""
    parts = (
        f"[{n}]" if isinstance(n, int) else f".{n if NAME.fullmatch(n) else '?'}" for n in place
    )
    return "".join(parts).removeprefix(".") or "the file"


def _problem(details: ErrorDetails) -> Problem:
    kind, context = details["type"], details.get("ctx", {})
    place = tuple(part for part in details["loc"] if part != "[key]")
    if kind == "value_error":
        return place, str(context["error"])
    if kind in {"enum", "literal_error"}:
        return place, f"must be {context['expected']}"
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return place, BLOCK
    return place, SENTENCES.get(kind, "cannot be used").format(**context)
