from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import assume, example, given
from hypothesis import strategies as st

from storage.errors import TamperedError, UnknownKeyVersionError
from storage.keyfile import KeyFile
from storage.vault import Cipher, Place
from tests.storage.builders import CountedBytes
from tests.storage.builders import Place as StorePlace

KEY = bytes(range(32))
PLACE = Place("case-1", "case_event", "body", "1")
PLACES = st.builds(Place, *[st.text()] * 6)


def cipher(key: bytes = KEY) -> Cipher:
    return Cipher(key, CountedBytes())


@given(st.binary(), PLACES)
def test_what_was_sealed_opens_in_its_place(plain: bytes, where: Place) -> None:
    """Sealing and opening in the same place gives back every byte."""
    opened = cipher().open(cipher().seal(plain, where), where)

    assert opened == plain


@given(PLACES, PLACES)
@example(Place("case", "1", "", ""), Place("case1", "", "", ""))
def test_a_moved_field_does_not_open(where: Place, elsewhere: Place) -> None:
    """A field that was copied to any other case, table, column or row is refused."""
    assume(where != elsewhere)
    sealed = cipher().seal(b"hungry", where)

    with pytest.raises(TamperedError):
        cipher().open(sealed, elsewhere)


@given(st.integers(min_value=1, max_value=34), st.integers(min_value=1, max_value=255))
def test_a_changed_field_does_not_open(position: int, change: int) -> None:
    """Changing any byte of the nonce, the text or the tag is noticed."""
    sealed = bytearray(cipher().seal(b"hungry", PLACE))
    sealed[position] ^= change

    with pytest.raises(TamperedError):
        cipher().open(bytes(sealed), PLACE)


@pytest.mark.parametrize("length", range(1, 35))
def test_a_shortened_field_does_not_open(length: int) -> None:
    """A field of which a part is missing is refused, however much is left."""
    with pytest.raises(TamperedError):
        cipher().open(cipher().seal(b"hungry", PLACE)[:length], PLACE)


@pytest.mark.parametrize("sealed", [b"", b"\x03" + bytes(40)])
def test_a_field_of_another_version_is_named_as_such(sealed: bytes) -> None:
    """A version byte that this program does not know asks for the newer program."""
    with pytest.raises(UnknownKeyVersionError):
        cipher().open(sealed, PLACE)


def test_no_two_fields_share_a_nonce() -> None:
    """The same text sealed twice gives two different fields."""
    one = cipher()

    assert one.seal(b"hungry", PLACE) != one.seal(b"hungry", PLACE)


def test_a_field_of_the_first_version_still_opens() -> None:
    """What was sealed without padding and without its school is read as before."""
    head, nonce = b"\x01", bytes(12)
    bound = head + b"".join(
        len(part).to_bytes(4) + part for part in (b"case-1", b"case_event", b"body", b"1")
    )
    old = head + nonce + AESGCM(KEY).encrypt(nonce, b"hungry", bound)

    assert cipher().open(old, replace(PLACE, school="s1", context="now")) == b"hungry"
    with pytest.raises(TamperedError):
        cipher().open(b"\x02" + old[1:], PLACE)


def test_a_case_key_belongs_to_its_case(place: StorePlace) -> None:
    """A wrapped key that was copied to another case does not open."""
    for name in ("case-1", "case-2"):
        place.vault.new_case(name)
    place.keys_sql(
        "UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE name = 'case-1')"
        " WHERE name = 'case-2'"
    )

    with pytest.raises(TamperedError):
        place.vault.case_cipher("case-2")


def test_each_case_has_its_own_key(place: StorePlace) -> None:
    """What belongs to one case cannot be opened with the key of another."""
    for name in ("one", "two"):
        place.vault.new_case(name)
    first, second = map(place.vault.case_cipher, ("one", "two"))

    with pytest.raises(TamperedError):
        second.open(first.seal(b"hungry", PLACE), PLACE)


def test_a_key_is_given_once(place: StorePlace) -> None:
    """A submission that is tried again does not take away what the first try was sealed with."""
    place.vault.new_case("case-1")
    first = place.vault.case_cipher("case-1")
    place.vault.new_case("case-1")

    assert place.vault.case_cipher("case-1").key == first.key


def test_each_purpose_has_its_own_key(place: StorePlace) -> None:
    """Drafts, slips, names and the check value share nothing."""
    made = place.vault

    assert len({made.drafts.key, made.slips.key, made.names, made.check}) == 4


def test_no_key_shows_in_a_printed_object(place: StorePlace) -> None:
    """Keys stay out of logs and error reports."""
    master = KeyFile.load(place.key_path)
    printed = repr(cipher()) + repr(master) + repr(place.vault)

    for key in (KEY, *master.masters):
        assert repr(key) not in printed
        assert key.hex() not in printed
