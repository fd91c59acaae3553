from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.policies import TEXT, confirmed, written

Say = Callable[..., str]


@pytest.fixture
def told(told: Say) -> Say:
    """What `wegwijzer policy ...` says."""
    return partial(told, "policy")


def test_the_file_that_comes_along_is_checked_by_default(told: Say) -> None:
    """Without a file of its own a board reads how much of ours it has yet to confirm."""
    assert told("check") == "It can be used. Items: 59, of which nog niet bevestigd: 59.\n"


def test_a_file_of_the_board_goes_before(
    told: Say, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """POLICY_FILE names it; a file named in the command goes before that."""
    (empty_folder / "own.yaml").write_text(written(confirmed()), encoding="utf-8")
    (empty_folder / "ours.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("POLICY_FILE", "own.yaml")

    assert told("check").endswith("nog niet bevestigd: 0.\n")
    assert told("check", "ours.yaml").endswith("nog niet bevestigd: 59.\n")


def test_mistakes_are_lines(told: Say, empty_folder: Path) -> None:
    """A wrong item is a line on standard error, with where it stands."""
    text = TEXT.replace("value: 24\n", "value: 2400\n", 1)
    (empty_folder / "own.yaml").write_text(text, encoding="utf-8")

    says = told("check", "own.yaml", code=2)

    assert says.endswith("items.terms.draft_hours.value: must be from 1 up to 168.\n")


def test_every_item_is_shown_with_its_owner(told: Say, empty_folder: Path) -> None:
    """Who goes through the list reads what each is, whom to ask, and since when it holds."""
    found = confirmed("answer_promise", "thread_replies", "zbo")
    (empty_folder / "own.yaml").write_text(written(found), encoding="utf-8")

    rows = [line.split() for line in told("show", "own.yaml").splitlines()]

    assert rows[0] == ["Version", "2026-1,", "valid", "from", "2026-11-24."]
    assert ["promises"] in rows
    assert ["item", "value", "owner", "confirmed"] in rows
    assert ["answer_promise", "1", "bestuurder", "2026-11-24"] in rows
    assert ["thread_replies", "ja", "FG", "2026-11-24"] in rows
    assert ["zbo", "ZBO,", "zorgbreedteoverleg", "bestuurder", "2026-11-24"] in rows
    assert ["draft_hours", "24", "FG", "nog", "niet", "bevestigd"] in rows
    assert ["advice_duty", "-", "bestuurder", "nog", "niet", "bevestigd"] in rows


def test_the_table_fits_a_screen(told: Say) -> None:
    """Long wordings are cut off there; the file has them in full."""
    assert max(map(len, told("show").splitlines())) <= 100
