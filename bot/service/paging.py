"""Where a page of a list begins, as the button that leads to it says."""

import re

NUMBER = re.compile(r"\d{1,4}")


def first(page: str) -> int:
    """The number of the first line; whatever else came back is the beginning."""
    return int(page) if NUMBER.fullmatch(page) else 0
