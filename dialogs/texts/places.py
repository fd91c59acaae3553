"""How a {place} in a text shows its value: as a day, a name, or the word for a choice.

`{on:day}` dinsdag 12 januari · `{on:date}` dinsdag 12 januari 2027 · `{on:weekday}` dinsdag ·
`{at:moment}` dinsdag 12 januari om 13:30 ·
`{at:stamp}` 12 jan 2027 13:30 · `{n:number}` 1,5 · `{who:who}` a name, or "iemand" ·
`{list:each.F}` the text `F.x` of every x in a list with spaces · `{x:F}` the text `F.<x>`.
Days and instants are in ISO format, instants in the wall clock of the school.
"""

from collections.abc import Mapping
from datetime import date, datetime
from string import Formatter
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

DAYS = {"day": "EEEE d MMMM", "date": "EEEE d MMMM y", "weekday": "EEEE"}
AT = {"nl": "om", "en": "at"}
MOMENTS = {"moment": "EEEE d MMMM '{at}' HH:mm", "stamp": "d MMM y HH:mm"}
EACH = "each."


class Places(Formatter):
    """Raises KeyError for a choice that has no text."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self.entries = entries

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as in Formatter
        if format_spec in DAYS:
            return format_date(date.fromisoformat(value), DAYS[format_spec], self.language)
        if format_spec in MOMENTS:
            return self._moment(value, MOMENTS[format_spec])
        if format_spec == "number":
            return format_decimal(value, locale=self.language)
        return self._words(str(value), format_spec)

    def _moment(self, value: str, pattern: str) -> str:
        at = pattern.format(at=AT[self.language])
        return format_datetime(datetime.fromisoformat(value), at, locale=self.language)

    def _words(self, value: str, family: str) -> str:
        if family.startswith(EACH):
            return ", ".join(self._words(one, family[len(EACH) :]) for one in value.split())
        if family == "who":
            return value or self.entries["word.someone"]
        return self.entries[f"{family}.{value}"] if family else value
