import os
import shutil
from collections.abc import Iterator
from typing import TypedDict

import pytest
from hypothesis import settings

from tests.storage.server import NoServerError, Server, running

# Slow machines must not turn a property red, and a red property in CI must be red again at home.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


class LaunchOptions(TypedDict):
    """What to pass to playwright's `chromium.launch(**chromium)`."""

    executable_path: str
    chromium_sandbox: bool
    args: list[str]


def find_chromium() -> str | None:
    """Return the path of `CHROMIUM`, or of the first known browser on the `PATH`."""
    names = (os.environ.get("CHROMIUM"), *CHROMIUM_NAMES)
    return next((path for name in names if name and (path := shutil.which(name))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") is None or find_chromium() is not None:
        return
    reason = f"No Chromium: install one of {', '.join(CHROMIUM_NAMES)} or set CHROMIUM to its path."
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> LaunchOptions:
    """Launch options for a browser that talks to nobody but our own page."""
    path = find_chromium()
    assert path is not None, "A test that uses this fixture carries the marker `browser`."
    return {
        "executable_path": path,
        # Chromium refuses to make its sandbox for root, which CI is.
        "chromium_sandbox": os.geteuid() != 0,
        "args": [
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--no-first-run",
        ],
    }


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; without one these tests are skipped, but never in CI."""
    try:
        with running() as found:
            yield found
    except NoServerError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))
