from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.files import VALID

Say = Callable[..., str]


@pytest.fixture
def installed(told: Say, empty_folder: Path) -> Say:
    """`wegwijzer` in a folder with a store and its school."""
    told("init")
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    told("org", "apply")
    return told


def test_the_page_for_the_inspectorate_is_printed(installed: Say) -> None:
    """In the words of the screen, heads set apart, and no person is named."""
    page = installed("evidence", "--school", "regenboog")

    assert page.startswith("School: De Regenboog.\n\n1. Er is een meldcode\n")
    assert "Signalen: minder dan 5\n" in page
    assert "Versie 2026-1 van de afspraken." in page
    assert "Maria" not in page


def test_a_school_that_is_not_there_is_said(installed: Say) -> None:
    """With where its id can be found."""
    assert "organisation file" in installed("evidence", "--school", "nowhere", code=2)


def test_the_board_gets_its_numbers(installed: Say) -> None:
    """Each school and all together, for this school year or another."""
    page = installed("numbers")

    assert "School: De Regenboog.\nSignalen: minder dan 5\n" in page
    assert "Alle scholen samen\nSignalen: minder dan 9\n" in page
    assert "1 augustus 2020" in installed("numbers", "--year", "2020")
    assert "Maria" not in page


def test_a_year_that_is_none_is_refused(installed: Say) -> None:
    """The exit code is that of a command that was given something wrong."""
    assert "2000" in installed("numbers", "--year", "20", code=2)
