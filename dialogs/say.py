"""A text of ours by its key; the catalogues hold the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Say:
    """A text of the catalogues; `args` fill its {places} and are never a case's free text.

    How a place shows its value (as a day, as the word for a role) is said in the catalogue.
    """

    key: str
    args: Mapping[str, str] = field(default_factory=dict)


def say(key: str, **args: object) -> Say:
    return Say(key, {name: str(value) for name, value in args.items()})
