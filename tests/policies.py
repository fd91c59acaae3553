"""Policies for tests: the file that comes along, as it is or confirmed throughout."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import yaml

from bot.policy_file import PLACES, PolicyFile, parse
from bot.yaml_lines import read
from meldcode.policy import Policy

Data = dict[str, Any]

TODAY = date(2026, 11, 24)
TEXT = PLACES[0].read_text(encoding="utf-8")
"""Nothing in it is confirmed."""


def data() -> Data:
    """The file that comes along, as plain texts."""
    found: Any = deepcopy(read(TEXT).data)
    return dict(found)


def items(found: Data) -> Iterator[tuple[str, str, Data]]:
    """Group, name and item."""
    for group, block in found["items"].items():
        for name, item in block.items():
            yield group, name, item


def confirmed(*names: str) -> Data:
    """The same with these items confirmed, all if none is named; each then has a value."""
    found = data()
    for _, name, item in items(found):
        if not names or name in names:
            number = name.endswith(("_days", "_minutes"))
            item.setdefault("value", "3" if number else "Nog onbekend.")
            item["confirmed"] = TODAY.isoformat()
    found["items"]["phones"]["board_contact"]["value"] = "Ans Bestuur, 020-0000000"
    second = {"role": "bestuurder", "on": TODAY.isoformat()}
    found["items"]["wordings"]["questions"]["second"] = second
    return found


def written(found: Data) -> str:
    return yaml.safe_dump(found, allow_unicode=True)


def read_in(found: Data) -> PolicyFile:
    return parse(written(found), TODAY)


def policy(*names: str) -> Policy:
    """What holds when these items are confirmed; all if none is named."""
    return read_in(confirmed(*names)).policy


PACKAGED = parse(TEXT, TODAY).policy
