import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import ids
from bot.doctor_keys import examine_case_keys, examine_master
from bot.settings import Settings
from bot.stores import master_key, opened, places
from bot.transit import TransitKey
from storage.errors import KeyServiceError, KeyServiceRefusedError, WrongServiceKeyError
from storage.migrate import migrate
from storage.rotation import rotate
from tests.bot.fake_transit import TOKEN, FakeTransit, served

ROOT = b"r" * 32


@pytest.fixture
def transit() -> FakeTransit:
    return FakeTransit()


@pytest.fixture
def key(transit: FakeTransit) -> Iterator[TransitKey]:
    """A key in a running service."""
    with served(transit) as address:
        yield TransitKey(address, TOKEN, "wegwijzer")


@pytest.fixture
def settings(key: TransitKey, tmp_path: Path) -> Settings:
    """A store whose master key is in that service."""
    made = Settings(
        key_provider="vault",
        vault_addr=key.address,
        vault_token=SecretStr(TOKEN),
        database_url=f"sqlite:///{tmp_path / 'store.sqlite'}",
    )
    migrate(places(made))
    return made


def quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


def test_a_root_comes_back_as_it_was(key: TransitKey) -> None:
    """What the service wrapped it unwraps, and what is stored holds nothing of the root."""
    wrapped = key.wrap(ROOT, ids.random_bytes)

    assert key.unwrap(wrapped) == ROOT
    assert wrapped.startswith(b"vault:v1:")
    assert ROOT not in wrapped


REFUSALS = {
    "sealed": ((503, b'{"errors":["Vault is sealed"]}'), KeyServiceError),
    "nonsense": ((200, b"<html>"), KeyServiceError),
    "without data": ((200, b"{}"), KeyServiceError),
    "not allowed": ((403, b'{"errors":["permission denied"]}'), KeyServiceRefusedError),
    "no such key": ((404, b'{"errors":[]}'), KeyServiceRefusedError),
    "another key": ((400, b'{"errors":["authentication failed"]}'), WrongServiceKeyError),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_each_refusal_has_its_repair(key: TransitKey, transit: FakeTransit, kind: str) -> None:
    """What the service answers is told in a sentence that names a setting, without the token."""
    wrapped = key.wrap(ROOT, ids.random_bytes)
    transit.answer, expected = REFUSALS[kind]

    with pytest.raises(expected, match="VAULT_") as refused:
        key.unwrap(wrapped)
    assert TOKEN not in str(refused.value)
    assert TOKEN not in repr(key)


def test_a_service_that_is_not_there(transit: FakeTransit) -> None:
    """Nothing listens: the sentence says so, and names the address's setting."""
    with served(transit) as address:
        gone = TransitKey(address, TOKEN, "wegwijzer")

    with pytest.raises(KeyServiceError, match="VAULT_ADDR"):
        gone.wrap(ROOT, ids.random_bytes)


async def test_a_store_lives_on_it(settings: Settings, transit: FakeTransit) -> None:
    """The service is asked at a start, not for every look; its key is replaced as any other."""
    store = opened(settings)
    before = len(transit.asked)
    await store.write(lambda unit: unit.people.schools())
    used = len(transit.asked) - before
    transit.rotate()
    rotate(places(settings), master_key(settings), ids.random_bytes, quiet)
    await store.close()
    transit.versions[0] = b"x" * 32
    again = opened(settings)
    await again.close()

    assert used == 0


def test_another_service_does_not_open_the_store(settings: Settings, transit: FakeTransit) -> None:
    """A key of the same name elsewhere is refused, with the repair."""
    master_key(settings)
    opened(settings)
    transit.versions[0] = b"x" * 32

    with pytest.raises(WrongServiceKeyError, match="VAULT_KEY"):
        opened(settings)


def test_the_doctor_tries_the_key(settings: Settings, transit: FakeTransit) -> None:
    """It finds a key that works, and a service that refuses."""
    good = [examine_master(settings), examine_case_keys(settings)]
    transit.answer = REFUSALS["not allowed"][0]
    bad = examine_master(settings)

    assert [(one.name, one.ok) for one in good] == [("VAULT_KEY", True), ("CASE_KEYS_FILE", True)]
    assert not bad.ok
    assert "VAULT_TOKEN" in bad.repair


def test_the_doctor_misses_the_case_keys(settings: Settings) -> None:
    """A file that is gone, or that others can read, has its repair."""
    keys = places(settings).keys
    keys.chmod(0o644)
    opened_to_others = examine_case_keys(settings)
    shutil.move(keys, keys.with_name("elsewhere"))
    gone = examine_case_keys(settings)

    assert "chmod 600" in opened_to_others.repair
    assert "backup" in gone.repair
