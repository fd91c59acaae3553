"""What somebody with the database, and without its keys, can do to the history of a case."""

from datetime import UTC, datetime
from hashlib import sha256

from storage.verify import CHANGES
from tests.storage.builders import Place

GUARDED = ("case_event", "access_line", "erased_case")
GUARDS = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid"
    " WHERE NOT tgisinternal",
}
LOOK = "SELECT case_id, seq, at, by, body FROM case_event WHERE case_id = ? AND seq = ?"


def guards(place: Place) -> set[tuple[object, ...]]:
    """Of each trigger its table and its name."""
    return set(place.sql(GUARDS[place.database]))


def unguard(place: Place) -> None:
    for table in GUARDED:
        for change in CHANGES[place.database]:
            take_away(place, table, change)


def take_away(place: Place, table: str, change: str) -> None:
    on = f" ON {table}" if place.server else ""
    place.sql(f"DROP TRIGGER {table}_no_{change}{on}")


def guard(place: Place) -> None:
    """Put the guards back, as somebody would who does not want to be noticed."""
    body = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    if place.server:
        body = "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
    for table in GUARDED:
        for change in CHANGES[place.database]:
            name = f"{table}_no_{change}"
            place.sql(f"CREATE TRIGGER {name} BEFORE {change} ON {table} {body}")
            if place.server:
                place.sql(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")


def digest(row: tuple[object, ...]) -> bytes:
    """The hash of a row as documented: over the one before, and each field with its length."""
    before, case_id, seq, at, by, body = row
    moment = datetime.fromisoformat(str(at)).replace(tzinfo=UTC).isoformat(timespec="microseconds")
    texts = [str(text).encode() for text in (case_id, seq, moment, by)]
    assert isinstance(before, bytes)
    assert isinstance(body, bytes)
    fields = b"".join(len(field).to_bytes(4) + field for field in (*texts, body))
    return sha256(before + fields).digest()


def rechain(place: Place, case_id: str) -> None:
    """Give every entry the hashes that belong to what now stands there."""
    before: object = bytes(32)
    (count,) = place.sql("SELECT count(*) FROM case_event WHERE case_id = ?", case_id)[0]
    for seq in range(1, int(str(count)) + 1):
        after = digest((before, *place.sql(LOOK, case_id, seq)[0]))
        place.sql(
            "UPDATE case_event SET prev_hash = ?, hash = ? WHERE case_id = ? AND seq = ?",
            *(before, after, case_id, seq),
        )
        before = after


def cut_tail(place: Place, case_id: str) -> None:
    """Take the last entry away, and count down."""
    place.sql(
        "DELETE FROM case_event WHERE case_id = ? AND seq ="
        " (SELECT max(seq) FROM case_event AS other WHERE other.case_id = case_event.case_id)",
        case_id,
    )
    place.sql('UPDATE "case" SET version = version - 1 WHERE id = ?', case_id)
