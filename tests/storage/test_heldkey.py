from base64 import b64encode

import pytest

from storage.errors import (
    MalformedHeldKeyError,
    MissingHeldKeyError,
    OneHeldKeyError,
    WrongHeldKeyError,
)
from storage.heldkey import HeldKey
from storage.rotation import rotate
from storage.store import open_store
from tests.storage.builders import CountedBytes, Place, raise_signal

OLD, NEW = (b64encode(bytes([number]) * 32).decode() for number in (1, 2))
ROOT = b"r" * 32


def quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


@pytest.mark.parametrize("text", ["nonsense", "c2hvcnQ=", f"{OLD},", f"{OLD};{NEW}", "€"])
def test_what_is_no_key_is_refused(text: str) -> None:
    """The sentence names the setting and nothing of its value."""
    with pytest.raises(MalformedHeldKeyError, match="MASTER_KEY") as refused:
        HeldKey.of(text)
    assert text not in str(refused.value)


def test_without_a_key_it_says_how_to_get_one() -> None:
    """An empty setting is told apart from a wrong one."""
    with pytest.raises(MissingHeldKeyError, match="wegwijzer key make"):
        HeldKey.of(" ")


def test_the_newest_locks_and_every_one_opens() -> None:
    """While a key is replaced both can be held; alone, the old one opens nothing new."""
    old, both = HeldKey.of(OLD), HeldKey.of(f"{OLD}, {NEW}")
    before, after = (one.wrap(ROOT, CountedBytes()) for one in (old, both))

    assert both.unwrap(before) == both.unwrap(after) == ROOT
    with pytest.raises(WrongHeldKeyError, match="MASTER_KEY"):
        old.unwrap(after)


def test_with_one_key_there_is_nothing_to_replace_it_by() -> None:
    """The sentence says how to add the new one."""
    with pytest.raises(OneHeldKeyError, match="wegwijzer key make"):
        HeldKey.of(OLD).renew(CountedBytes())


async def test_a_store_is_opened_and_its_key_replaced(place: Place) -> None:
    """A store of which the environment has the key goes from one key to the next."""
    place.vault.close()
    place.places.keys.unlink()
    place.sql("DELETE FROM setting")
    place.remake_keys()
    store = open_store(place.places, HeldKey.of(OLD), random_bytes=place.random_bytes)
    made = await store.write(raise_signal)
    rotate(place.places, HeldKey.of(f"{OLD},{NEW}"), CountedBytes("new"), quiet)
    await store.close()
    again = open_store(place.places, HeldKey.of(NEW), random_bytes=place.random_bytes)
    read = await again.read(lambda unit: unit.cases.fold("case-1"))
    await again.close()

    assert read == made
    with pytest.raises(WrongHeldKeyError):
        open_store(place.places, HeldKey.of(OLD), random_bytes=place.random_bytes)
