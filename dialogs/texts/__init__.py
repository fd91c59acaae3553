"""The text catalogues: nl is the source, en must hold the same keys (checked when loaded).

Numbers to call, names of functions and terms are the board's: see `dialogs.texts.facts`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dialogs.say import Say
from dialogs.texts.facts import stated
from dialogs.texts.places import Places

LANGUAGES = ("nl", "en")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C reads the catalogues in 12 ms instead of 130, which counts at every start."""


Preset = str | list[str] | Say | tuple[str | Say, ...]
"""A value that a field starts with (`Screen.preset`)."""


class TextsError(ValueError):
    """The catalogues do not hold the same keys; the message names the keys."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of one language; `of` raises KeyError for a key that is not there."""

    language: str
    entries: Mapping[str, str]

    def of(self, text: Say) -> str:
        return Places(self.language, self.entries).vformat(self.entries[text.key], (), text.args)

    def shown(self, text: str | Say) -> str:
        """An Option's words."""
        return self.of(text) if isinstance(text, Say) else text

    def filled(self, value: Preset) -> str | list[str]:
        """A preset value in words: a Say, or a tuple of lines of which some are a Say."""
        if isinstance(value, tuple):
            return "\n".join(self.shown(line) for line in value)
        return self.of(value) if isinstance(value, Say) else value


def load(language: str, facts: Mapping[str, str]) -> Texts:
    """The catalogue of `language` ("nl" or "en"), with `facts` of the policy (`Policy.told`) in it.

    Raises TextsError if the two languages differ.
    """
    catalogues = {name: _read(name) for name in LANGUAGES}
    odd = set(catalogues["nl"]) ^ set(catalogues["en"])
    if odd:
        raise TextsError(f"Keys that are in one language only: {', '.join(sorted(odd))}")
    return Texts(language, stated(catalogues[language], facts))


@cache
def _read(language: str) -> Mapping[str, str]:
    folder = resources.files("dialogs.texts") / language
    files = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    found: dict[str, str] = {}
    for name in files:
        text = (folder / name).read_text(encoding="utf-8")
        found |= yaml.load(text, LOADER)  # noqa: S506 - both loaders are safe ones
    return found
