"""The organisation file: which schools there are, who works there in what role, and when they meet.

Every message names a line and a place in the file, never a value: those are of real people.
"""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.checked_file import checked, lines, refuse, text_of
from bot.organisation_checks import errors, warnings
from bot.organisation_file import FileBlock
from bot.organisation_records import organisation_of
from storage.records import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationFile:
    """What a valid file says; `warnings` are sentences about what is allowed but unwise."""

    organisation: Organisation
    warnings: tuple[str, ...] = ()


def load(path: Path, zone: ZoneInfo) -> OrganisationFile:
    """Read and check the file at `path`; its times are of `zone`. Raises FileError."""
    return parse(text_of(path, "ORGANISATION_FILE"), zone)


def parse(text: str, zone: ZoneInfo) -> OrganisationFile:
    """The same for the text of a file. Raises FileError with everything that is wrong."""
    document, file = checked(text, FileBlock)
    refuse(document, errors(file, zone))
    return OrganisationFile(organisation_of(file, zone), lines(document, warnings(file)))
