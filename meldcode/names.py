"""Whether a text gives away a name."""

import re

WORD = re.compile(r"[^\W\d_]+")


def mentions(text: str, name: str | None) -> bool:
    """Whether a word of `name` stands in `text`, however it is written.

    Of a name in which some words have a capital, only those count: not every word that people
    type in a box for a name is one ("Kim uit groep 5").
    """
    words = WORD.findall(name or "")
    telling = [word for word in words if word[0].isupper()] or words
    said = {word.casefold() for word in WORD.findall(text)}
    return not said.isdisjoint(word.casefold() for word in telling)
