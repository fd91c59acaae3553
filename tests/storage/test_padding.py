import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import TamperedError
from storage.padding import FLOOR, pad, padded, unpad


@given(st.binary(max_size=3000))
def test_padding_takes_nothing_away(plain: bytes) -> None:
    """Whatever the bytes, also those that look like padding, they come back."""
    assert unpad(pad(plain)) == plain


@given(st.integers(min_value=1, max_value=10_000_000))
def test_lengths_are_few_and_near(length: int) -> None:
    """At most 12% is added, never anything taken, and a padded length stays as it is."""
    found = padded(length)

    assert length <= found <= max(FLOOR, length * 1.12)
    assert padded(found) == found


def test_short_texts_are_equally_long() -> None:
    """A thank you, an event without text and a short paragraph cannot be told apart."""
    assert len({len(pad(b"x" * length)) for length in range(FLOOR)}) == 1


def test_long_texts_have_few_lengths() -> None:
    """Of ten thousand lengths about a hundred are left."""
    assert len({padded(length) for length in range(1, 10_001)}) < 100


def test_what_was_never_padded_is_refused() -> None:
    """Bytes without the mark are no text of ours."""
    with pytest.raises(TamperedError):
        unpad(bytes(FLOOR))
