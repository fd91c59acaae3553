import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.contracts.tree import ROOT, files, read, texts

LOCKS = tuple(Path(f"requirements{part}.lock") for part in ("", "-dev", "-postgres"))
PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)
# In pieces, so that this file does not hold what it looks for.
HOSTS = ("pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js", "deb." + "debian")
FOLDERS = tuple(f"/{folder}/" for folder in ("work", "root", "home"))
UNWANTED = re.compile("|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.*-]){f}\w" for f in FOLDERS)]))


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(read(lock)))


def test_no_file_names_a_machine_or_a_registry() -> None:
    """The repository works on every machine and with every mirror, so it names none."""
    found = {
        f"{path}:{number}": line.strip()
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if UNWANTED.search(line)
    }

    assert found == {}


def test_no_secret_file_is_under_version_control() -> None:
    """Keys, local settings and databases stay out of the repository."""
    secret = {
        str(path)
        for path in files()
        if path.name == ".env" or path.suffix in {".key", ".pem", ".sqlite", ".sqlite3", ".db"}
    }

    assert secret == set()


@pytest.mark.parametrize("lock", LOCKS, ids=str)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    """An installation takes exactly the files that were locked, and nothing from elsewhere."""
    entries = re.split(r"\n(?=\S)", read(lock).strip())

    assert len(entries) == len(pins(lock)) > len(("an", "empty", "lock"))
    for entry in entries:
        first, *rest = entry.replace(" \\", "").splitlines()
        assert PIN.match(first), first
        assert rest, f"{first} has no hash"
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in rest), first


def test_locks_agree_with_the_project() -> None:
    """What pyproject.toml asks for is what all locks hold, in the same version."""
    project = tomllib.loads(read(Path("pyproject.toml")))
    asked = dict(name.split("==") for name in project["project"]["dependencies"])
    (driver,) = project["dependency-groups"]["postgres"]
    runtime, development, postgres = map(pins, LOCKS)

    assert {name: runtime.get(name) for name in asked} == asked
    assert driver == f"psycopg[binary]=={postgres['psycopg']}"
    assert {name: development.get(name) for name in runtime | postgres} == runtime | postgres


def test_make_help_lists_every_target() -> None:
    """A newcomer finds every command of the Makefile with `make help`."""
    makefile = read(Path("Makefile"))
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    run = subprocess.run(
        ["make", "help"], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )

    assert targets == set(phony.split())
    assert targets == set(re.findall(r"^  make (\S+) +\S", run.stdout, re.MULTILINE))
