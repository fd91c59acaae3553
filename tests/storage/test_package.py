import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from storage.migrate import current, head

ROOT = Path(__file__).parents[2]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with what an installed wheel puts there."""
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory")
    subprocess.run([*build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    folder = tmp_path / "installed"
    zipfile.ZipFile(next(tmp_path.glob("*.whl"))).extractall(folder)
    return folder


def test_an_installed_package_can_migrate(installed: Path, tmp_path: Path) -> None:
    """The migrations travel in the wheel: away from the repository a store can be made too."""
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    program = f"import storage.migrate as m; m.migrate({url!r}); print(m.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=installed,
        env=os.environ | {"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )

    assert Path(done.stdout.strip()).is_relative_to(installed)
    assert current(url) == head()
