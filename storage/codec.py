"""Events as bytes and back: `["SignalRaised", {...}]` in JSON, to be encrypted as a whole.

The name of an event class is part of the stored format: renaming one makes old cases unreadable.
"""

from functools import cache
from types import GenericAlias
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, from_json

from meldcode.events import Event
from storage.errors import UnreadableEventError, UnwritableEventError

KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
STRICT = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)


def encode(event: Event) -> bytes:
    """UnwritableEventError for text that is no Unicode (a lone surrogate)."""
    name = type(event).__name__
    try:
        return _adapter(name).dump_json((name, event))
    except PydanticSerializationError:
        raise UnwritableEventError from None


def decode(body: bytes) -> Event:
    """UnreadableEventError for an unknown kind, or for fields that this version does not have."""
    try:
        return _adapter(from_json(body)[0]).validate_json(body)[1]
    except (ValidationError, ValueError, LookupError, TypeError):
        raise UnreadableEventError from None


@cache
def _adapter(name: str) -> TypeAdapter[tuple[str, Event]]:
    pair: Any = GenericAlias(tuple, (str, KINDS[name]))
    return TypeAdapter(pair, config=STRICT)
