"""Every kind of sealed field: changed, cut, swapped, moved or put back, it does not open."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import LargeBinary
from sqlmodel import SQLModel

from meldcode.choices_training import TrainingKind
from meldcode.training import Training
from storage.errors import KeyFileError, TamperedError, UnknownKeyVersionError
from storage.keyfile import KeyFile
from storage.keystore import METADATA, KeyStore
from storage.records import SecondFactor, Slip
from storage.unit import Unit
from storage.vault import Vault
from tests.storage.builders import DAY, HOUR, NOW, TODAY, Place, raise_signal
from tests.storage.rewriting import unguard

REFUSALS = (TamperedError, UnknownKeyVersionError, KeyFileError)
Rows = Callable[..., list[tuple[object, ...]]]


def slip(slip_id: str, school: str = "s1", owner: str = "teacher") -> Slip:
    return Slip(slip_id, "note", owner, school, {"text": "tired"}, NOW + DAY)


def fill(unit: Unit) -> None:
    """Two of every kind."""
    raise_signal(unit)
    raise_signal(unit, "case-2", "B2C3D4", by="other-teacher")
    unit.drafts.save("teacher", "signal", {"text": "tired"}, NOW + DAY)
    unit.drafts.save("ib", "signal", {"text": "tired"}, NOW + DAY)
    unit.slips.put(slip("slip-1"))
    unit.slips.put(slip("slip-2", "s2", "other-teacher"))
    unit.second_factors.put("teacher", SecondFactor(b"a secret of twenty b"))
    unit.second_factors.put("ib", SecondFactor(b"another, just as long"))
    unit.linked.put("teacher", "a token of the same length")
    unit.linked.put("ib", "another one of this length")
    unit.trainings.put(Training("t1", "teacher", TrainingKind.CODE, TODAY, "A course"))
    unit.trainings.put(Training("t2", "ib", TrainingKind.CODE, TODAY, "Another"))


def read_case(place: Place) -> None:
    with place.unit() as unit:
        unit.cases.fold("case-1")


def read_draft(place: Place) -> None:
    with place.unit() as unit:
        unit.drafts.load("teacher", "signal", NOW)


def read_slip(place: Place) -> None:
    with place.unit() as unit:
        unit.slips.get("slip-1", NOW)


def read_factor(place: Place) -> None:
    with place.unit() as unit:
        unit.second_factors.get("teacher")


def read_token(place: Place) -> None:
    with place.unit() as unit:
        unit.linked.token("teacher")


def read_training(place: Place) -> None:
    with place.unit() as unit:
        unit.trainings.get("t1")


def open_again(place: Place) -> None:
    keys = KeyStore(place.places)
    try:
        Vault(keys, KeyFile.load(place.key_path), place.random_bytes)
    finally:
        keys.close()


@dataclass(frozen=True)
class Kind:
    """A sealed column, the row that is attacked, another one of its kind, and who reads it."""

    table: str
    column: str
    mine: str
    other: str
    read: Callable[[Place], None]

    def rows(self, place: Place) -> Rows:
        return place.keys_sql if self.table in METADATA.tables else place.sql

    def stored(self, place: Place, which: str) -> bytes:
        query = f"SELECT {self.column} FROM {self.table} WHERE {which}"  # noqa: S608 - names from below
        ((value,),) = self.rows(place)(query)
        assert isinstance(value, bytes)
        return value

    def store(self, place: Place, value: bytes) -> None:
        self.rows(place)(f"UPDATE {self.table} SET {self.column} = ? WHERE {self.mine}", value)  # noqa: S608 - names from below


KINDS = (
    Kind("case_event", "body", "case_id = 'case-1'", "case_id = 'case-2'", read_case),
    Kind("draft", "body", "person_id = 'teacher'", "person_id = 'ib'", read_draft),
    Kind("slip", "body", "id = 'slip-1'", "id = 'slip-2'", read_slip),
    Kind("second_factor", "secret", "person_id = 'teacher'", "person_id = 'ib'", read_factor),
    Kind("linked_account", "token", "person_id = 'teacher'", "person_id = 'ib'", read_token),
    Kind("training", "what", "id = 't1'", "id = 't2'", read_training),
    Kind("data_key", "wrapped", "name = 'case-1'", "name = 'case-2'", read_case),
    Kind("data_key", "wrapped", "name = 'drafts'", "name = 'slips'", open_again),
    Kind("root_key", "wrapped", "id = 1", "id = 1", open_again),
)
NAMES = [f"{kind.table}-{number}" for number, kind in enumerate(KINDS)]
UNSEALED = {
    ("case_event", "prev_hash"),
    ("case_event", "hash"),
    ("child_name", "token"),
    ("setting", "value"),
}
"""Hashes, which hold nothing to read; test_journal, test_names and test_opening are about them."""


@pytest.fixture
def filled(place: Place) -> Place:
    with place.unit() as unit:
        fill(unit)
    unguard(place)
    return place


def refused(place: Place, kind: Kind) -> bool:
    try:
        kind.read(place)
    except REFUSALS:
        return True
    return False


def test_no_kind_is_forgotten() -> None:
    """Whoever adds a column of bytes adds it here, or says why not."""
    tables = (*SQLModel.metadata.tables.values(), *METADATA.tables.values())
    columns = {
        (table.name, column.name)
        for table in tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }

    assert columns == {(kind.table, kind.column) for kind in KINDS} | UNSEALED


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_no_byte_can_be_changed(filled: Place, kind: Kind) -> None:
    """Of every kind, whatever byte somebody changes, it is refused; as it was, it opens."""
    whole = kind.stored(filled, kind.mine)
    opened = []
    for position in range(len(whole)):
        changed = bytearray(whole)
        changed[position] ^= 1
        kind.store(filled, bytes(changed))
        if not refused(filled, kind):
            opened.append(position)
    kind.store(filled, whole)

    assert opened == []
    assert not refused(filled, kind)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_nothing_can_be_cut_off_or_put_behind(filled: Place, kind: Kind) -> None:
    """Of every kind a part, or more than the whole, is refused."""
    whole = kind.stored(filled, kind.mine)
    wrong = [whole[:length] for length in range(0, len(whole), 5)] + [whole + b"\0", whole[1:]]
    for value in wrong:
        kind.store(filled, value)

        assert refused(filled, kind)


@pytest.mark.parametrize("kind", KINDS[:-1], ids=NAMES[:-1])
def test_nothing_can_take_the_place_of_another(filled: Place, kind: Kind) -> None:
    """What belongs to another case, person, school or purpose is refused."""
    kind.store(filled, kind.stored(filled, kind.other))

    assert refused(filled, kind)


MOVES = {
    "case to a school": ("UPDATE \"case\" SET school_id = 's2' WHERE id = 'case-1'", read_case),
    "entry to an author": ("UPDATE case_event SET by = 'ib' WHERE case_id = 'case-1'", read_case),
    "entry in time": (
        "UPDATE case_event SET at = '2020-01-01 00:00:00.000000' WHERE case_id = 'case-1'",
        read_case,
    ),
    "draft in time": ("UPDATE draft SET expires_at = '2099-01-01 00:00:00.000000'", read_draft),
    "training to somebody": ("UPDATE training SET person_id = 'ib'", read_training),
    "training in time": ("UPDATE training SET \"on\" = '2030-01-01'", read_training),
    "slip to an owner": ("UPDATE slip SET owner_id = 'ib' WHERE id = 'slip-1'", read_slip),
    "slip to a school": ("UPDATE slip SET school_id = 's2' WHERE id = 'slip-1'", read_slip),
    "slip in time": ("UPDATE slip SET expires_at = '2099-01-01 00:00:00.000000'", read_slip),
    "slip to waiting": ("UPDATE slip SET waiting = 1 WHERE id = 'slip-1'", read_slip),
}


@pytest.mark.parametrize("move", MOVES)
def test_what_stands_beside_it_cannot_be_changed(filled: Place, move: str) -> None:
    """A case cannot be handed to another school, nor words to another author or a later day."""
    statement, read = MOVES[move]
    filled.sql(statement)

    with pytest.raises(TamperedError):
        read(filled)


def test_an_older_draft_cannot_be_put_back(filled: Place) -> None:
    """What somebody typed before does not open in the place of what they typed since."""
    kind = KINDS[1]
    before = kind.stored(filled, kind.mine)
    with filled.unit() as unit:
        unit.drafts.save("teacher", "signal", {"text": "better"}, NOW + DAY + HOUR)
    kind.store(filled, before)

    assert refused(filled, kind)


def test_a_root_cannot_be_replayed_under_another_number(filled: Place) -> None:
    """A key that says it is wrapped by another root does not open."""
    filled.keys_sql("INSERT INTO root_key SELECT 2, wrapped FROM root_key WHERE id = 1")
    filled.keys_sql("UPDATE data_key SET root = 2 WHERE name = 'case-1'")

    with pytest.raises(TamperedError):
        read_case(filled)
