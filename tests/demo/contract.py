"""What others wrote down about Slack's answers and payloads, when that folder is beside ours."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "contracts" / "slack"

# Content that the app itself wrote, checked elsewhere; its keys are not Slack's.
OF_THE_APP = frozenset({"blocks", "state", "event_payload"})


def read(name: str) -> dict[str, Any]:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"The folder shared/contracts/slack with {name} is not beside this one.")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def shapes(value: object, path: str = "") -> Iterator[str]:
    """Every `path:type` in a value; null says nothing about a type."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in OF_THE_APP:
                yield from shapes(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from shapes(item, f"{path}[]")
    elif value is not None:
        kind = {bool: "bool", int: "num", float: "num", str: "str"}[type(value)]
        yield f"{path}:{kind}"
