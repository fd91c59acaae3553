"""A master key that somebody hands over: the process holds it, and cannot change it."""

from dataclasses import dataclass, field

from storage.errors import (
    MalformedHeldKeyError,
    MissingHeldKeyError,
    OneHeldKeyError,
    WrongHeldKeyError,
    WrongKeyError,
)
from storage.keyfile import decode_masters
from storage.master import RandomBytes, derive, unwrap_with, wrap_with


@dataclass(frozen=True, slots=True)
class HeldKey:
    """Master keys of 32 bytes, oldest first."""

    masters: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "HeldKey":
        """From base64, with commas between two keys; MissingHeldKeyError, MalformedHeldKeyError."""
        if not text.strip():
            raise MissingHeldKeyError
        parts = [part.strip().encode() for part in text.split(",")]
        return cls(decode_masters(parts, MalformedHeldKeyError))

    def wrap(self, root: bytes, random_bytes: RandomBytes) -> bytes:
        return wrap_with(self.masters[-1], root, random_bytes)

    def unwrap(self, wrapped: bytes) -> bytes:
        try:
            return unwrap_with(self.masters, wrapped)
        except WrongKeyError:
            raise WrongHeldKeyError from None

    def derived(self, purpose: str) -> bytes | None:
        return derive(self.masters[0], purpose)

    def renew(self, random_bytes: RandomBytes) -> None:  # noqa: ARG002 - whoever handed it over makes the next one
        if len(self.masters) == 1:
            raise OneHeldKeyError

    def retire(self) -> None:
        """Whoever handed the keys over takes the old one away."""
