"""Facts of the board in the catalogues: `{emergency}`, `{ib}`, `{draft_hours}` and so on.

They are filled in once, when a catalogue is loaded. Where a text needs one that the board has not
confirmed, its `.plain` form takes its place, which does without; a text that has none is left out.
"""

import re
from collections.abc import Iterator, Mapping

from meldcode.policy import SAYABLE

PLACE = re.compile(r"\{(\w+)\}")
PLAIN = ".plain"


def needed(text: str) -> frozenset[str]:
    """The facts that a text needs."""
    return SAYABLE.intersection(PLACE.findall(text))


def stated(entries: Mapping[str, str], facts: Mapping[str, str]) -> dict[str, str]:
    """The texts with the facts in them, each in the form for what is known."""
    return {key: _filled(text, facts) for key, text in _chosen(entries, facts)}


def _chosen(entries: Mapping[str, str], facts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, text in entries.items():
        if key.endswith(PLAIN):
            continue
        for form in (text, entries.get(key + PLAIN)):
            if form is not None and needed(form) <= facts.keys():
                yield key, form
                break


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """Places that are no facts stay, for the arguments of a `Say`."""
    return PLACE.sub(lambda place: facts.get(place[1], place[0]), text)
