import os
from pathlib import Path

import pytest

from bot.settings import KNOWN, OUR_PREFIXES


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
