import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from storage.version import current, head

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what an installed wheel puts there."""
    wheel = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory")
    subprocess.run([*build, str(wheel)], cwd=ROOT, check=True, capture_output=True)
    folder = wheel / "installed"
    zipfile.ZipFile(next(wheel.glob("*.whl"))).extractall(folder)
    return folder


def run(installed: Path, program: str) -> str:
    """What a program says that sees the installed package only."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=installed,
        env=os.environ | {"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def test_an_installed_package_can_migrate(installed: Path, tmp_path: Path) -> None:
    """The migrations travel in the wheel: away from the repository a store can be made too."""
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    program = f"import storage.migrate as m; m.migrate(m.Places.of({url!r})); print(m.__file__)"
    place = run(installed, program)

    assert Path(place).is_relative_to(installed)
    assert current(url) == head()


def test_an_installed_package_brings_the_files_that_a_board_copies(installed: Path) -> None:
    """Away from the repository the bot still has a policy to start with, and its manifest."""
    policy = "import bot.policy_file as p; print(next(one for one in p.PLACES if one.exists()))"
    manifest = "import bot.slack.manifest as m; print(next(p for p in m.PLACES if p.exists()))"

    for program, source in ((policy, "policies/innoord.yaml"), (manifest, "manifest.yaml")):
        place = Path(run(installed, program))

        assert place.is_relative_to(installed)
        assert place.read_bytes() == (ROOT / source).read_bytes()
