import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from bot import cli
from tests.bot.files import VALID, changed
from tests.contracts.tree import ROOT

MARKER = "Marker-7Q"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def wegwijzer(empty_folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the script with these arguments, in an empty folder."""

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        said = capsys.readouterr()
        code = stopped.value.code
        return Ran(code if isinstance(code, int) else 0, said.out, said.err)

    return run


def test_every_command_explains_itself(wegwijzer: Run) -> None:
    """Without arguments the commands are listed, each with a sentence."""
    listed = wegwijzer("--help")

    for command in (
        "init",
        "serve",
        "demo",
        "key",
        "org",
        "doctor",
        "verify",
        "migrate",
        "version",
    ):
        assert command in listed.out
        assert wegwijzer(command, "--help").code == 0


def test_the_version_is_told(wegwijzer: Run) -> None:
    """A report of a mistake can name the version."""
    assert wegwijzer("version").out.startswith("wegwijzer 0.")


def test_init_makes_a_key_and_a_store_for_their_owner_only(
    wegwijzer: Run, empty_folder: Path
) -> None:
    """After init the installation needs tokens and an organisation, and says so."""
    made = wegwijzer("init")

    assert made.code == 0
    assert "wegwijzer doctor" in made.out
    for name in ("wegwijzer.key", "wegwijzer.sqlite"):
        assert (empty_folder / name).stat().st_mode & 0o777 == 0o600


def test_init_never_overwrites(wegwijzer: Run, empty_folder: Path) -> None:
    """A second init changes neither the key nor the store."""
    wegwijzer("init")
    files = (empty_folder / "wegwijzer.key", empty_folder / "wegwijzer.sqlite")
    before = [file.read_bytes() for file in files]
    again = wegwijzer("init")

    assert again.code == 2
    assert "There is a store" in again.err
    assert [file.read_bytes() for file in files] == before


@pytest.mark.parametrize(
    "left, lost, says",
    [
        ("wegwijzer.key", "wegwijzer.sqlite", "There are keys of cases"),
        ("wegwijzer.sqlite", "wegwijzer.key", "There is a store"),
    ],
)
def test_init_does_not_complete_half_an_installation(
    wegwijzer: Run, empty_folder: Path, left: str, lost: str, says: str
) -> None:
    """A new key for an old store, or a new store for an old key, is never made by accident."""
    wegwijzer("init")
    (empty_folder / lost).unlink()
    again = wegwijzer("init")

    assert again.code == 2
    assert says in again.err
    assert (empty_folder / left).exists()
    assert not (empty_folder / lost).exists()


def test_init_binds_the_key_to_the_store(wegwijzer: Run, empty_folder: Path) -> None:
    """Another key is refused from then on, also if nothing was stored yet."""
    wegwijzer("init")
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    (empty_folder / "wegwijzer.key").rename(empty_folder / "old.key")
    for name in ("wegwijzer.sqlite", "wegwijzer.keys.sqlite"):
        (empty_folder / name).rename(empty_folder / f"old.{name}")
    wegwijzer("init")
    (empty_folder / "old.key").replace(empty_folder / "wegwijzer.key")
    refused = wegwijzer("org", "apply")

    assert refused.code == 2
    assert "does not belong to this store" in refused.err


def test_migrate_brings_a_store_to_this_version(wegwijzer: Run, empty_folder: Path) -> None:
    """It can be run again and again."""
    first, second = wegwijzer("migrate"), wegwijzer("migrate")

    assert first == second
    assert first.code == 0
    assert "is at version" in first.out


def test_an_organisation_is_checked_and_applied(wegwijzer: Run, empty_folder: Path) -> None:
    """Applying twice changes nothing the second time."""
    wegwijzer("init")
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    checked, first, second = (
        wegwijzer("org", "check"),
        wegwijzer("org", "apply"),
        wegwijzer("org", "apply"),
    )

    assert checked.out == "Schools: 2. People: 3. Meetings: 1.\nIt can be used.\n"
    assert first.out.endswith("\n12 added, 0 changed, 0 removed.\n")
    assert second.out.endswith("\n0 added, 0 changed, 0 removed.\n")


def test_another_file_than_that_of_the_settings_is_only_for_now(
    wegwijzer: Run, empty_folder: Path
) -> None:
    """Who applies another file is told that the next start reads ORGANISATION_FILE."""
    wegwijzer("init")
    (empty_folder / "other.yaml").write_text(VALID, encoding="utf-8")
    applied = wegwijzer("org", "apply", "other.yaml")

    assert applied.out.endswith("At its start Wegwijzer reads organisation.yaml again.\n")


def test_warnings_are_told_and_do_not_stop(wegwijzer: Run, empty_folder: Path) -> None:
    """A school whose signals nobody would get can be loaded, but not in silence."""
    text = changed("kompas: [intern_begeleider]", "kompas: [oka]")
    (empty_folder / "organisation.yaml").write_text(text, encoding="utf-8")
    checked = wegwijzer("org", "check")

    assert checked.code == 0
    assert checked.out.startswith("Warning: line 11: schools[1]: has no intern_begeleider")


def test_mistakes_in_the_organisation_are_lines_without_names(
    wegwijzer: Run, empty_folder: Path
) -> None:
    """Each mistake is a line on standard error; nobody's name or address is repeated."""
    text = changed("sam@example.org", MARKER).replace("2026-12-08", "2026-12-32")
    (empty_folder / "organisation.yaml").write_text(text, encoding="utf-8")
    checked = wegwijzer("org", "check")

    assert checked.code == 2
    assert [line.partition(":")[0] for line in checked.err.splitlines()] == ["line 18", "line 31"]
    assert MARKER not in checked.err


def test_wrong_settings_are_sentences(wegwijzer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command refuses settings that it cannot read, by name."""
    monkeypatch.setenv("PORT", MARKER)
    refused = wegwijzer("migrate")

    assert refused == Ran(2, "", "PORT: must be a number from 0 up to 65535.\n")


def test_serve_says_which_tokens_it_needs(wegwijzer: Run) -> None:
    """Without tokens nothing is opened or connected."""
    refused = wegwijzer("serve")

    assert refused.code == 2
    assert refused.err.startswith("SLACK_BOT_TOKEN: is not set")


def test_a_command_without_its_store_says_what_to_run(wegwijzer: Run, empty_folder: Path) -> None:
    """A missing key gets the sentence of the store."""
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    refused = wegwijzer("org", "apply")

    assert refused.code == 2
    assert "wegwijzer init" in refused.err


def test_what_nobody_foresaw_is_told_without_its_text(
    wegwijzer: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text of an unknown error may hold what somebody wrote, so only its class is told."""

    def fail(_name: str) -> str:
        raise LookupError(MARKER)

    monkeypatch.setattr(cli, "installed_version", fail)
    failed = wegwijzer("version")

    assert failed == Ran(
        2, "", "Stopped by a LookupError. Look for the cause with: wegwijzer doctor\n"
    )


def test_a_folder_that_cannot_be_written_is_named(wegwijzer: Run, empty_folder: Path) -> None:
    """An error of the file system says where and what."""
    (empty_folder / "taken").write_text("", encoding="utf-8")
    failed = wegwijzer("demo", "--reset", "--dir", "taken")

    assert failed == Ran(2, "", "taken: Not a directory.\n")


def test_only_what_the_demo_made_is_emptied(wegwijzer: Run, empty_folder: Path) -> None:
    """A mistyped folder is not deleted."""
    (empty_folder / "precious").write_text("", encoding="utf-8")
    refused = wegwijzer("demo", "--reset", "--dir", str(empty_folder))
    emptied = wegwijzer("demo", "--reset")

    assert refused.code == 2
    assert (empty_folder / "precious").exists()
    assert emptied.out == "Emptied .wegwijzer.\n"


def demo_process(port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from bot.cli import main; main()", "demo"]
    return subprocess.Popen(
        [*command, "--port", str(port)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_port_that_is_in_use_is_told(empty_folder: Path) -> None:
    """A second demo on the same port says how to choose another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        demo = demo_process(taken.getsockname()[1])
        out, err = demo.communicate()

    assert (demo.returncode, out) == (2, "")
    assert err.startswith("The port is in use.")


def test_the_demo_plays_until_it_is_stopped(empty_folder: Path) -> None:
    """It prints one address, answers there, and ends in peace."""
    with demo_process(0) as demo:
        assert demo.stdout
        address = demo.stdout.readline().rpartition(" ")[2].strip()
        with urlopen(address) as page:  # noqa: S310 - the address of our own page
            status = page.status
        demo.send_signal(signal.SIGINT)
        code = demo.wait()

    assert address.startswith("http://127.0.0.1:")
    assert status == 200
    assert code == 0


def test_codes_are_made_once_and_forgotten(wegwijzer: Run, empty_folder: Path) -> None:
    """Each secret is another, and is shown only when it is made; who is unknown gets none."""
    wegwijzer("init")
    (empty_folder / "organisation.yaml").write_text(VALID, encoding="utf-8")
    wegwijzer("org", "apply")
    first, second = (wegwijzer("codes", "new", "maria@example.org") for _ in range(2))
    stranger = wegwijzer("codes", "new", "nobody@example.org")

    assert first.out.startswith("otpauth://totp/Wegwijzer:maria%40example.org?")
    assert first.out != second.out
    assert wegwijzer("codes", "drop", "maria@example.org").code == 0
    assert (stranger.code, stranger.out) == (2, "")
    assert "e-mail address" in stranger.err
