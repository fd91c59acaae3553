import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from storage.errors import TamperedError, UnknownKeyVersionError
from storage.keyfile import KeyFile
from storage.vault import Cipher, Place, Vault
from tests.storage.builders import CountedBytes

KEY = bytes(range(32))
PLACE = Place("case-1", "case_event", "body", "1")
PLACES = st.builds(Place, st.text(), st.text(), st.text(), st.text())


def cipher(key: bytes = KEY) -> Cipher:
    return Cipher(key, CountedBytes())


def vault(key: bytes = KEY) -> Vault:
    return Vault(KeyFile(key), CountedBytes())


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


@pytest.mark.parametrize("sealed", [b"", b"\x02" + bytes(40)])
def test_a_field_of_another_version_is_named_as_such(sealed: bytes) -> None:
    """A version byte that this program does not know asks for the newer program."""
    with pytest.raises(UnknownKeyVersionError):
        cipher().open(sealed, PLACE)


def test_no_two_fields_share_a_nonce() -> None:
    """The same text sealed twice gives two different fields."""
    one = cipher()

    assert one.seal(b"hungry", PLACE) != one.seal(b"hungry", PLACE)


def test_a_case_key_belongs_to_its_case() -> None:
    """A wrapped key that was put with another case does not open."""
    made = vault()
    wrapped = made.new_case_key("case-1")

    with pytest.raises(TamperedError):
        made.case_cipher("case-2", wrapped)


def test_each_case_has_its_own_key() -> None:
    """What is sealed for one case does not open with the key of another."""
    made = vault()
    first, second = (made.case_cipher(name, made.new_case_key(name)) for name in ("one", "two"))

    with pytest.raises(TamperedError):
        second.open(first.seal(b"hungry", PLACE), PLACE)


def test_the_check_tells_keys_apart() -> None:
    """A key fits its own check value and no other, and the value is not the key."""
    assert vault().fits(vault().check)
    assert not vault().fits(vault(bytes(32)).check)
    assert vault().check != KEY


def test_each_purpose_has_its_own_key() -> None:
    """The key of drafts opens no case key, and the check value is no key at all."""
    made = vault()
    wrapped = made.new_case_key("case-1")

    with pytest.raises(TamperedError):
        made.drafts.open(wrapped, Place("case-1", "case_key", "wrapped", ""))
    with pytest.raises(TamperedError):
        Cipher(made.check, CountedBytes()).open(made.drafts.seal(b"hungry", PLACE), PLACE)


def test_no_key_shows_in_a_printed_object() -> None:
    """Keys stay out of logs and error reports."""
    printed = repr(cipher()) + repr(KeyFile(KEY)) + repr(vault())

    assert repr(KEY) not in printed
    assert KEY.hex() not in printed
