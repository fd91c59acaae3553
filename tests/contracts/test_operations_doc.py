import re
from pathlib import Path

from bot.health.checks import CHECKS
from bot.health.metrics import Metrics, Outcome
from bot.health.server import LIVE, METRICS, READY
from bot.settings import KNOWN
from tests.contracts.tree import read

PAGE = read(Path("docs/operations.md"))
FIRST = re.compile(r"^\| `([\w/]+)` \|", re.MULTILINE)


def figures() -> set[str]:
    return {family.name for family in Metrics().registry.collect()}


def test_the_page_explains_every_figure_and_check_and_no_other() -> None:
    """Who adds or renames one is told to say what it means and what to do."""
    rows = set(FIRST.findall(PAGE))

    assert rows == {LIVE, READY, METRICS, *CHECKS, *figures()}


def test_alerts_are_about_figures_that_exist() -> None:
    """A name in an alert is that of a figure, perhaps with an ending of Prometheus."""
    named = set(re.findall(r"wegwijzer_\w+", PAGE))
    exposed = {f"{name}{end}" for name in figures() for end in ("", "_total", "_bucket")}

    assert named - exposed == set()


def test_the_page_names_every_outcome_and_known_settings_only() -> None:
    """What can come of a form stands there, and no setting that is not there."""
    settings = set(re.findall(r"\b(?:HEALTH|SLACK|LOG|MASTER)_[A-Z_]+\b", PAGE))

    assert [outcome for outcome in Outcome if outcome not in PAGE] == []
    assert settings - set(KNOWN) == set()


def test_the_page_is_found_from_the_first_page() -> None:
    """In both languages of the README."""
    assert all("docs/operations.md" in read(Path(name)) for name in ("README.md", "README.nl.md"))
