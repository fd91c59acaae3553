"""Lengths that tell little: what is sealed is first made as long as many other texts.

The lengths are those of PADMÉ (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files
and Communication with PURBs", 2019), with a floor: at most 12% is added, and all short texts are
equally long.
"""

from storage.errors import TamperedError

FLOOR = 256
"""Bytes. An answer of one line and an event without text look the same."""

END = b"\x80"
"""What stands between text and padding (ISO/IEC 7816-4)."""


def pad(plain: bytes) -> bytes:
    return (plain + END).ljust(padded(len(plain) + 1), b"\0")


def unpad(long: bytes) -> bytes:
    """TamperedError for bytes that `pad` did not make."""
    plain, end, _ = long.rpartition(END)
    if not end:
        raise TamperedError
    return plain


def padded(length: int) -> int:
    """The length that something of `length` bytes gets."""
    if length <= FLOOR:
        return FLOOR
    exponent = length.bit_length() - 1
    kept = exponent.bit_length()
    mask = (1 << (exponent - kept)) - 1
    return (length + mask) & ~mask
