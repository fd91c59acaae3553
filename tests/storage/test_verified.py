from pathlib import Path

import pytest

from storage.errors import UnknownTokenError
from storage.store import Store
from storage.verified import Head, Verified
from storage.verify import verify
from tests.storage.backups import Told
from tests.storage.builders import Place
from tests.storage.rewriting import guard, unguard
from tests.storage.test_verify import fill, more

HEAD: Head = (3, bytes(range(32)))


def test_what_was_kept_is_read_back_with_its_token(tmp_path: Path) -> None:
    """It knows the chains by their last entry, and forgets them when it is told to."""
    file = tmp_path / "verified"
    first = Verified(file)
    first.add("case-1", HEAD)
    token = first.save()
    again = Verified.read(file, token)

    assert (again.before, again.holds("case-1", HEAD)) == (1, True)
    assert not again.holds("case-1", (4, HEAD[1]))
    assert not again.holds("case-2", HEAD)
    again.forget()
    with pytest.raises(UnknownTokenError):
        Verified.read(file, token)


def test_no_other_content_has_its_token(tmp_path: Path) -> None:
    """Also not what the same check had kept before."""
    file = tmp_path / "verified"
    known = Verified(file)
    known.add("case-1", HEAD)
    earlier = known.save()
    known.add("case-2", HEAD)
    later = known.save()

    assert earlier != later
    with pytest.raises(UnknownTokenError):
        Verified.read(file, earlier)


@pytest.mark.both_databases
async def test_only_what_is_as_it_was_is_skipped(store: Store, place: Place) -> None:
    """A case that grew since, or of which the end was cut off, is read again."""
    await store.write(fill, whole_board=True)
    key, known, told = place.vault.signing.public_key(), Verified(place.places.verified), Told()
    whole = verify(place.places, key, told, known)
    await store.write(more, whole_board=True)
    grown = verify(place.places, key, told, known)
    unguard(place)
    place.sql("UPDATE case_event SET body = x'00' WHERE case_id = 'case-1' AND seq = 1")
    place.sql("DELETE FROM case_event WHERE case_id = 'case-1' AND seq = 4")
    guard(place)
    cut = verify(place.places, key, told, known)

    assert (whole.broken, grown.broken) == (None, None)
    assert cut.broken == "Entry 1 of case K7T4XM is broken."
    assert {(done, total) for _what, done, total in told.seen} == {(3, 3)}


async def test_a_case_without_its_entries_is_never_skipped(store: Store, place: Place) -> None:
    """What the row of a case says it has is asked for, whatever was found before."""
    await store.write(fill, whole_board=True)
    key, known = place.vault.signing.public_key(), Verified(place.places.verified)
    verify(place.places, key, verified=known)
    place.sql("UPDATE \"case\" SET version = 4 WHERE id = 'case-2'")

    assert verify(place.places, key, verified=known).broken == "Entry 4 of case B2C3D4 is broken."
