"""How a {place} in a text shows its value: as a day, a name, or the word for a choice.

`{on:day}` dinsdag 12 januari · `{on:weekday}` dinsdag · `{at:moment}` dinsdag 12 januari om 13:30 ·
`{at:stamp}` 12 jan 2027 13:30 · `{who:who}` a name, or "iemand" · `{list:each.F}` the text `F.x` of
every x in a list with spaces · `{x:F}` the text with the key `F.<x>`. Days and instants are in ISO
format, instants in the wall clock of the school.
"""

from collections.abc import Mapping
from datetime import date, datetime
from string import Formatter
from typing import Any

from babel.dates import format_date, format_datetime

DAYS = {"day": "EEEE d MMMM", "weekday": "EEEE"}
MOMENTS = {
    "nl": {"moment": "EEEE d MMMM 'om' HH:mm", "stamp": "d MMM y HH:mm"},
    "en": {"moment": "EEEE d MMMM 'at' HH:mm", "stamp": "d MMM y HH:mm"},
}
EACH = "each."


class Places(Formatter):
    """Raises KeyError for a choice that has no text."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self.entries = entries

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as in Formatter
        if not format_spec:
            return str(value)
        if format_spec in DAYS:
            return format_date(date.fromisoformat(value), DAYS[format_spec], self.language)
        if format_spec in MOMENTS[self.language]:
            pattern = MOMENTS[self.language][format_spec]
            return format_datetime(datetime.fromisoformat(value), pattern, locale=self.language)
        if format_spec == "who":
            return value or self.entries["word.someone"]
        if format_spec.startswith(EACH):
            family = format_spec.removeprefix(EACH)
            return ", ".join(self.entries[f"{family}.{one}"] for one in value.split())
        return self.entries[f"{format_spec}.{value}"]
