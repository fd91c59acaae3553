"""A store as the first version left it: the keys of cases beside the cases, nothing padded."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from alembic import command
from alembic.config import Config
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.codec import encode
from storage.engine import create_file, migrating, on_server, one_transaction
from storage.keyfile import KeyFile
from storage.master import derive
from storage.places import Places
from tests.storage.builders import SIGNAL, key_file

SECRET = b"k" * 32
NONCE = b"n" * 12
RAISED = datetime(2026, 11, 1, 9)  # noqa: DTZ001 - as SQLite keeps an instant in UTC
CASE = (
    'INSERT INTO "case" (id, code, school_id, status, raised_by, raised_at, stage, asked, version,'
    " updated_at) VALUES ('case-1', 'K7T4XM', 's1', 'new', 'teacher', ?, 'signal', 0, 1, ?)"
)
AT = f"{RAISED:%Y-%m-%d %H:%M:%S.%f}"


def upgrade(url: str, revision: str) -> None:
    """Make a store of an older version."""
    if not on_server(url):
        create_file(url)
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    # An empty store has no keys to move.
    config.attributes["move_keys"] = list
    with migrating(url) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def sealed(key: bytes, plain: bytes, *place: str) -> bytes:
    head = b"\x01"
    bound = b"".join(len(part).to_bytes(4) + part.encode() for part in place)
    return head + NONCE + AESGCM(key).encrypt(NONCE, plain, head + bound)


@dataclass(frozen=True)
class FirstVersion:
    """A store with one case, one draft and one name; `wrapped` is the key of the case in it."""

    places: Places
    key_path: Path
    wrapped: bytes


def first_version(folder: Path) -> FirstVersion:
    places = Places.of(f"sqlite:///{folder / 'old.sqlite'}")
    key_path = key_file(folder)
    master = KeyFile.load(key_path).masters[0]
    upgrade(places.url, "0003")
    wrapped = sealed(derive(master, "case keys"), SECRET, "case-1", "case_key", "wrapped", "")
    body = sealed(SECRET, encode(SIGNAL), "case-1", "case_event", "body", "1")
    draft = sealed(
        derive(master, "drafts"), b'{"text":"tired"}', "", "draft", "body", '["teacher", "signal"]'
    )
    rows: tuple[tuple[object, ...], ...] = (
        ("INSERT INTO setting VALUES ('key_check', ?)", derive(master, "key check")),
        ("INSERT INTO school VALUES ('s1', 'S', 'R', '0', '{}', 1)",),
        ("INSERT INTO person VALUES ('teacher', 'T', 't@school.example', 1)",),
        (
            CASE,
            AT,
            AT,
        ),
        ("INSERT INTO case_key VALUES ('case-1', ?)", wrapped),
        (
            "INSERT INTO case_event VALUES ('case-1', 1, ?, 'teacher', ?, ?, ?)",
            *(AT, body, bytes(32), _hash(body)),
        ),
        ("INSERT INTO draft VALUES ('teacher', 'signal', ?, '2099-01-01 00:00:00.000000')", draft),
    )
    with one_transaction(places.url, read_only=False) as connection:
        for statement, *values in rows:
            connection.exec_driver_sql(str(statement), tuple(values))
    return FirstVersion(places, key_path, wrapped)


def _hash(body: bytes) -> bytes:
    moment = f"{RAISED.isoformat(timespec='microseconds')}+00:00"
    parts = (b"case-1", b"1", moment.encode(), b"teacher", body)
    return sha256(bytes(32) + b"".join(len(part).to_bytes(4) + part for part in parts)).digest()
