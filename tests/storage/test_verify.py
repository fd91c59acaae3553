from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from meldcode.events import Answered, SignalRead
from storage.erasing import Erasure
from storage.errors import BrokenChainError, MalformedPublicKeyError, TamperedError
from storage.signed import SignedFile
from storage.store import Store
from storage.unit import Unit
from storage.verify import Report, parse_public_key, verify
from tests.storage.builders import DAY, HOUR, NOW, Place, raise_signal
from tests.storage.rewriting import cut_tail, guard, rechain, take_away, unguard

pytestmark = pytest.mark.both_databases

CASES = {"case-1": "K7T4XM", "case-2": "B2C3D4", "case-3": "F5G6H7"}
ERASED = Erasure("case-3", "term", "director", NOW + DAY)


def fill(unit: Unit) -> None:
    """Three cases of three entries."""
    for case_id, code in CASES.items():
        case = raise_signal(unit, case_id, code)
        unit.cases.save(case, [SignalRead(), Answered("come by")], "ib", NOW + HOUR)


def more(unit: Unit) -> None:
    case = unit.cases.fold("case-1")
    assert case is not None
    unit.cases.save(case, [Answered("thanks")], "teacher", NOW + 2 * HOUR)


@pytest.fixture
async def signed(store: Store, place: Place) -> Place:
    """Two checkpoints; in between one case grew and another one was erased."""
    await store.write(fill, whole_board=True)
    await store.checkpoint(NOW + HOUR)
    await store.write(more, whole_board=True)
    await store.erase(lambda _unit: [ERASED])
    await store.checkpoint(NOW + 2 * HOUR)
    return place


def report(place: Place) -> Report:
    return verify(place.places, parse_public_key(place.places.public_key.read_text()))


async def test_an_untouched_store_is_whole(signed: Place) -> None:
    """What was looked at is counted, the erased case among it, and nothing is broken."""
    assert report(signed) == Report(3, 10, 3, 1, 2, None)


async def test_what_was_never_signed_is_checked_too(place: Place, store: Store) -> None:
    """Before the first checkpoint the chains are all there is."""
    await store.write(fill, whole_board=True)
    key = place.vault.signing.public_key()
    whole = verify(place.places, key)
    unguard(place)
    place.sql("UPDATE case_event SET by = 'x' WHERE case_id = 'case-2' AND seq = 2")
    guard(place)

    assert whole == Report(3, 9, 3, 0, 0, None)
    assert verify(place.places, key).broken == "Entry 2 of case B2C3D4 is broken."


def statement(sql: str) -> Callable[[Place], None]:
    def attack(place: Place) -> None:
        place.sql(sql)

    return attack


def rewrite(place: Place) -> None:
    place.sql("UPDATE case_event SET by = 'x' WHERE case_id = 'case-1' AND seq = 1")
    rechain(place, "case-1")


def cut(place: Place) -> None:
    cut_tail(place, "case-1")


def vanish(place: Place) -> None:
    for table in ("case_event", "access_line", "child_name"):
        place.sql(f"DELETE FROM {table} WHERE case_id = 'case-2'")  # noqa: S608 - names from above
    place.sql("DELETE FROM \"case\" WHERE id = 'case-2'")


def shorten(place: Place) -> None:
    place.places.erased.unlink()


def bring_back(place: Place) -> None:
    place.sql("UPDATE \"case\" SET status = 'new' WHERE id = 'case-3'")


def line_of(name: str, change: bytes) -> Callable[[Place], None]:
    def attack(place: Place) -> None:
        path = getattr(place.places, name)
        path.write_bytes(path.read_bytes().replace(b"case-", change, 1))

    return attack


ATTACKS: dict[str, tuple[Callable[[Place], None], str]] = {
    "entry": (
        statement("UPDATE case_event SET by = 'x' WHERE case_id = 'case-1' AND seq = 2"),
        "Entry 2 of case K7T4XM is broken.",
    ),
    "erased entry": (
        statement("UPDATE case_event SET by = 'x' WHERE case_id = 'case-3' AND seq = 1"),
        "Entry 1 of case F5G6H7 is broken.",
    ),
    "all written anew": (rewrite, "Entry 3 of case K7T4XM is not what checkpoint 1 signed."),
    "tail cut": (cut, "Entry 4 of case K7T4XM is not what checkpoint 2 signed."),
    "vanished": (vanish, "Entry 3 of case that is gone is not what checkpoint 1 signed."),
    "a look taken away": (
        statement("DELETE FROM access_line WHERE id = 2"),
        "The access log between lines 0 and 3 is not what checkpoint 1 signed.",
    ),
    "a look changed": (
        statement("UPDATE access_line SET person_id = 'ib' WHERE id = 3"),
        "The access log between lines 0 and 3 is not what checkpoint 1 signed.",
    ),
    "ledger gone": (
        shorten,
        "The ledger of erasures is shorter than when checkpoint 2 was signed.",
    ),
    "brought back": (bring_back, "Case F5G6H7 was erased and is there again."),
    "ledger changed": (
        line_of("erased", b"case_"),
        "Line 1 of erased.jsonl was changed. Put the file in PROOF_FOLDER back from its copy.",
    ),
    "checkpoint changed": (
        line_of("checkpoints", b"case_"),
        "Line 1 of checkpoints.jsonl was changed. Put the file in PROOF_FOLDER back from its copy.",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
async def test_the_first_broken_link_is_named(signed: Place, attack: str) -> None:
    """Whatever somebody does who has every file and no key, it is found and named."""
    act, expected = ATTACKS[attack]
    unguard(signed)
    act(signed)
    guard(signed)

    assert report(signed).broken == expected


@pytest.mark.parametrize("change", ["update", "delete"])
async def test_a_missing_guard_is_named(signed: Place, change: str) -> None:
    """A migration that drops a trigger, or somebody who does, is found before any harm is."""
    take_away(signed, "case_event", change)

    assert report(signed).broken == f"The guard against {change} on case_event is missing."


async def test_nothing_new_is_not_signed_again(signed: Place, store: Store) -> None:
    """While nobody does anything the file does not grow."""
    before = signed.places.checkpoints.read_bytes()

    assert not await store.checkpoint(NOW + 3 * HOUR)
    assert signed.places.checkpoints.read_bytes() == before


@pytest.mark.parametrize("act, entry", [(rewrite, 4), (cut, 4), (vanish, 3)])
async def test_what_was_broken_is_not_signed(
    signed: Place, store: Store, act: Callable[[Place], None], entry: int
) -> None:
    """A checkpoint over a store that lost something would hide it: none is made."""
    unguard(signed)
    act(signed)
    await store.write(lambda unit: raise_signal(unit, "case-4", "J8K9M2"), whole_board=True)
    before = signed.places.checkpoints.read_bytes()

    with pytest.raises(BrokenChainError) as broken:
        await store.checkpoint(NOW + 3 * HOUR)
    assert broken.value.entry == entry
    assert signed.places.checkpoints.read_bytes() == before


async def test_history_written_anew_does_not_open(signed: Place, store: Store) -> None:
    """Also without any checkpoint, the key of a case tells who wrote what after what."""
    unguard(signed)
    rewrite(signed)

    with pytest.raises(TamperedError):
        await store.read(lambda unit: unit.cases.fold("case-1"), whole_board=True)


async def test_a_checkpoint_says_nothing_about_a_case(signed: Place) -> None:
    """It holds ids, numbers and hashes; no code, no name, no text."""
    said = signed.places.checkpoints.read_text() + signed.places.erased.read_text()

    assert not any(word in said for word in ("hungry", "M., group", "come by", "Name of"))
    assert "K7T4XM" not in said


@pytest.mark.parametrize("content", ["", "xyz", "00" * 31])
def test_a_damaged_public_key_says_so(content: str) -> None:
    """The sentence tells where to get a good one."""
    with pytest.raises(MalformedPublicKeyError, match="kept elsewhere"):
        parse_public_key(content)


async def test_a_forged_file_does_not_pass_for_ours(signed: Place) -> None:
    """Checkpoints that somebody else signed, however well, are refused with our public key."""
    forged = Ed25519PrivateKey.from_private_bytes(bytes(32))
    records = list(SignedFile(signed.places.checkpoints).read(signed.vault.signing.public_key()))
    signed.places.checkpoints.unlink()
    SignedFile(signed.places.checkpoints).append(records, forged)

    assert str(report(signed).broken).startswith("Line 1 of checkpoints.jsonl was changed.")
