import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot import cli
from bot.delivery import Delivery
from bot.settings import KNOWN, OUR_PREFIXES
from tests.bot.house import House, furnish, housed
from tests.bot.postman import FakePostman


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.upper() in KNOWN or name.upper().startswith(OUR_PREFIXES):
            monkeypatch.delenv(name)


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of the test, where relative paths of settings begin."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def told(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What `wegwijzer ...` says; its exit code must be the expected one."""

    def run(*arguments: str, code: int = 0) -> str:
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        said = capsys.readouterr()

        assert (stopped.value.code or 0) == code
        return said.err if code else said.out

    return run


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `furnish` makes it, to copy."""
    return furnish(tmp_path_factory.mktemp("furnished"))


@pytest.fixture
async def house(furnished: Path, tmp_path: Path) -> AsyncIterator[House]:
    """That store, opened, with the service on it."""
    async with housed(furnished, tmp_path / "house") as made:
        yield made


@pytest.fixture
def postman() -> FakePostman:
    return FakePostman()


@pytest.fixture
def delivery(house: House, postman: FakePostman) -> Delivery:
    return Delivery(house.tools, postman)
