"""How an event changes a case: the fields that get a new value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.events import Entry

Change = dict[str, Any]
Changes = Mapping[type, "Callable[[Case, Entry, Any], Change]"]
"""Event type -> what it changes."""
