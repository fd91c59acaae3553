"""Lines of the access log of a case, as a screen gets them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Looked(StrEnum):
    """What somebody did with a case."""

    READ = "read"
    WRITE = "write"
    CREATE = "create"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LookLine:
    """Somebody opened a case, or tried to: `at` to the minute, names, and the roles they held.

    `on_behalf` is the name of the absent holder whom they stood in for; empty if nobody's.
    """

    at: datetime
    who: str
    what: Looked
    roles: tuple[str, ...] = ()
    on_behalf: str = ""
