"""Which texts are ours: what the catalogues can say, as patterns to hold a finished text against.

A place for a name only takes names that the process was told: those of people in the organisation
file, of schools and of whom to call. A child or a parent is never among them.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from string import Formatter

from babel.dates import get_day_names, get_month_names

from dialogs.texts import Texts
from dialogs.texts.places import AT, EACH

IN_MESSAGES = ("push.", "chat.")
"""Families of texts that may stand in a message."""

BUTTON = ".button"
NAME = "(.{0,160}?)"
PLACES = {"code": r"[A-Z0-9]{3}-[A-Z0-9]{3}", "step": r"\d"} | dict.fromkeys(
    ("n", "minutes", "low", "high"), r"\d{0,6}"
)
"""Name of a place -> what stands in it; a name in all others."""


class Words:
    """The texts of one language, and the names that may stand in their places."""

    def __init__(self, texts: Texts) -> None:
        ours = {key: text for key, text in texts.entries.items() if key.startswith(IN_MESSAGES)}
        buttons = {key for key in ours if key.endswith(BUTTON)}
        self._names = frozenset({texts.entries["word.someone"]})
        patterns = _Patterns(texts)
        self._all = _Said(patterns, texts.entries.values())
        self._envelopes = _Said(
            patterns, (text for key, text in ours.items() if key not in buttons)
        )
        self._buttons = _Said(patterns, (ours[key] for key in buttons))

    def know(self, names: Iterable[str]) -> None:
        """From now on these names may be said too."""
        self._names |= frozenset(names)

    def ours(self, text: str) -> bool:
        """Whether the catalogue says this, with nothing in its places but our own values."""
        return self._all.holds(text, self._names)

    def envelope(self, text: str) -> bool:
        """Whether it is a text that may stand in a message, on any screen that hangs on a wall."""
        return self._envelopes.holds(text)

    def button(self, text: str) -> bool:
        """Whether it is what the button of a message says."""
        return self._buttons.holds(text)


class _Said:
    """Some texts and each of their lines: as they are, or a pattern if there is a place in it."""

    def __init__(self, patterns: "_Patterns", entries: Iterable[str]) -> None:
        said = {one for text in entries for one in (text, *text.splitlines())}
        self._whole = frozenset(text for text in said if "{" not in text)
        self._placed = [patterns.of(text) for text in said - self._whole]

    def holds(self, text: str, names: frozenset[str] = frozenset()) -> bool:
        if text in self._whole:
            return True
        found = (pattern.fullmatch(text) for pattern in self._placed)
        return any(names.issuperset(match.groups()) for match in found if match)


class _Patterns:
    """Texts with places as patterns; texts of several surfaces have many in common."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._moments = _moments(texts.language)
        self._made: dict[str, re.Pattern[str]] = {}
        self._choices: dict[str, str] = {}

    def of(self, text: str) -> re.Pattern[str]:
        if text not in self._made:
            parts = Formatter().parse(text)
            self._made[text] = re.compile("".join(self._part(*part) for part in parts))
        return self._made[text]

    def _part(self, said: str, name: str | None, spec: str | None, _: str | None) -> str:
        return re.escape(said) + ("" if name is None else self._place(name, spec or ""))

    def _place(self, name: str, spec: str) -> str:
        if spec in self._moments:
            return self._moments[spec]
        if spec.startswith(EACH):
            one = self._choice(spec.removeprefix(EACH))
            return f"(?:{one}(?:, {one})*)?"
        if spec in {"", "who"}:
            return PLACES.get(name, NAME)
        return self._choice(spec)

    def _choice(self, family: str) -> str:
        """Any of the texts of a family."""
        if family not in self._choices:
            entries = self._texts.entries.items()
            said = (text for key, text in entries if key.startswith(f"{family}."))
            self._choices[family] = f"(?:{'|'.join(map(re.escape, said))})"
        return self._choices[family]


@cache
def _moments(language: str) -> Mapping[str, str]:
    day, month = _any(get_day_names(locale=language)), _any(get_month_names(locale=language))
    short = _any(get_month_names("abbreviated", locale=language))
    return {
        "day": rf"{day} \d{{1,2}} {month}",
        "date": rf"{day} \d{{1,2}} {month} \d{{4}}",
        "weekday": day,
        "moment": rf"{day} \d{{1,2}} {month} {AT[language]} \d\d:\d\d",
        "stamp": rf"\d{{1,2}} {short} \d{{4}} \d\d:\d\d",
        "number": r"[\d.,]{1,12}",
    }


def _any(names: Mapping[int, str]) -> str:
    return f"(?:{'|'.join(map(re.escape, names.values()))})"
