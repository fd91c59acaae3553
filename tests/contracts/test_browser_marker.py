from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

BROWSER_TEST = """
import pytest

@pytest.mark.browser
def test_page() -> None:
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A small suite with one browser test, on a machine without a browser."""
    pytester.makeini("[pytest]\nmarkers = browser")
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(BROWSER_TEST)
    monkeypatch.setenv("PATH", str(pytester.path))
    for name in ("CI", "CHROMIUM"):
        monkeypatch.delenv(name, raising=False)
    return pytester


def test_without_a_browser_its_tests_are_skipped(suite: pytest.Pytester) -> None:
    """Someone without Chromium can run the suite and reads why a test was skipped."""
    run = suite.runpytest_subprocess("-rs")

    run.assert_outcomes(skipped=1)
    run.stdout.fnmatch_lines(["*No Chromium: install one of chromium,*"])


def test_in_ci_a_missing_browser_fails(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CI never passes because its browser tests quietly did not run."""
    monkeypatch.setenv("CI", "true")

    suite.runpytest_subprocess().assert_outcomes(errors=1)


def test_a_named_browser_is_used(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Chromium in an unusual place is found through the variable CHROMIUM."""
    browser = suite.path / "my-chromium"
    browser.touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))

    suite.runpytest_subprocess().assert_outcomes(passed=1)
