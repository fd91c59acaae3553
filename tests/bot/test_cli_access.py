from collections.abc import Callable
from pathlib import Path

import pytest

from bot import cli
from bot.nen7513 import FIELDS

Say = Callable[..., str]


@pytest.fixture
def told(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """What `wegwijzer access export ...` writes on an empty store in this folder."""
    assert empty_folder.exists()
    with pytest.raises(SystemExit):
        cli.main(["init"])
    capsys.readouterr()

    def run(*arguments: str, code: int = 0) -> str:
        with pytest.raises(SystemExit) as stopped:
            cli.main(["access", "export", *arguments])

        assert (stopped.value.code or 0) == code
        return capsys.readouterr().out

    return run


def test_an_empty_log_has_a_head_line(told: Say) -> None:
    """The fields are there also when nobody looked yet; of JSON lines there are none."""
    assert told() == ",".join(FIELDS) + "\n"
    assert told("--format", "jsonl", "--since", "2026-01-01", "--school", "s1") == ""


def test_a_day_that_is_none_is_refused(told: Say) -> None:
    """The exit code is that of a command that was given something wrong."""
    assert told("--since", "yesterday", code=2) == ""
