"""The organisation file: which schools there are, who works there in what role, and when they meet.

Every message names a line and a place in the file, never a value: those are of real people.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.organisation_checks import Problem, errors, warnings
from bot.organisation_file import FileBlock
from bot.organisation_records import organisation_of
from bot.yaml_lines import Document, YamlError, read
from bot.yaml_lines import Path as Place
from meldcode.policy import Policy
from storage.records import Organisation

NAME = re.compile(r"[a-z0-9_-]+")
SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not a name that this block knows",
    "unexpected_keyword_argument": "is not a name that this block knows",
    "string_type": "must be a text",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most 80 characters",
    "tuple_type": "must be a list",
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be yes or no",
}
BLOCK = "must be a block of names and values"


class OrganisationError(Exception):
    """A file that cannot be used; `str()` has one line per problem, without any value."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class OrganisationFile:
    """What a valid file says; `warnings` are sentences about what is allowed but unwise."""

    organisation: Organisation
    policy: Policy
    warnings: tuple[str, ...] = ()


def load(path: Path, zone: ZoneInfo) -> OrganisationFile:
    """Read and check the file at `path`; its times are of `zone`. Raises OrganisationError."""
    try:
        return parse(path.read_text(encoding="utf-8"), zone)
    except FileNotFoundError:
        sentence = f"There is no file {path}. Make it, or correct ORGANISATION_FILE."
    except UnicodeDecodeError:
        sentence = f"{path} is no text in UTF-8. Save it as UTF-8."
    except OSError as error:
        sentence = f"{path} cannot be read: {error.strerror}."
    raise OrganisationError(sentence)


def parse(text: str, zone: ZoneInfo) -> OrganisationFile:
    """The same for the text of a file. Raises OrganisationError with everything that is wrong."""
    try:
        document = read(text)
        file = FileBlock.model_validate(document.data or {})
    except YamlError as error:
        raise OrganisationError(str(error)) from None
    except ValidationError as error:
        details = error.errors(include_input=False, include_url=False)
        raise OrganisationError(*_lines(document, map(_problem, details))) from None
    if wrong := _lines(document, errors(file, zone)):
        raise OrganisationError(*wrong)
    return OrganisationFile(
        organisation_of(file, zone),
        Policy(**asdict(file.policy)),
        _lines(document, warnings(file)),
    )


def _lines(document: Document, problems: Iterable[Problem]) -> tuple[str, ...]:
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
    if kind in {"model_type", "dict_type", "dataclass_type", "model_attributes_type"}:
        return place, BLOCK
    return place, SENTENCES.get(kind, "cannot be used")
