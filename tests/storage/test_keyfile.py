import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import (
    KeyExistsError,
    MalformedKeyError,
    MissingKeyError,
    UnreadableKeyError,
    UnsafeKeyError,
    UnwritableKeyError,
)
from storage.keyfile import HEADER, KeyFile
from tests.storage.builders import CountedBytes, key_file


def write(folder: Path, content: bytes) -> Path:
    path = folder / "some.key"
    path.touch(0o600)
    path.write_bytes(content)
    return path


def test_a_key_that_was_created_can_be_loaded(tmp_path: Path) -> None:
    """The file gives back the key that was made, and only its owner may read it."""
    path = tmp_path / "new.key"
    made = KeyFile.create(path, CountedBytes())

    assert KeyFile.load(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    """Making a key where one is, is refused and leaves that one as it was."""
    path = key_file(tmp_path)
    before = path.read_bytes()

    with pytest.raises(KeyExistsError):
        KeyFile.create(path, CountedBytes("other"))
    assert path.read_bytes() == before


def test_a_missing_key_says_what_to_do(tmp_path: Path) -> None:
    """Without a key file the sentence names the setting and the command."""
    with pytest.raises(MissingKeyError, match=r"KEY_FILE.*wegwijzer init"):
        KeyFile.load(tmp_path / "none.key")


def test_a_key_that_cannot_be_made_or_read_says_so(tmp_path: Path) -> None:
    """A missing folder, or a folder in the place of the file, is named in one sentence."""
    with pytest.raises(UnwritableKeyError, match="folder of KEY_FILE"):
        KeyFile.create(tmp_path / "nowhere" / "new.key", CountedBytes())
    with pytest.raises(UnreadableKeyError, match="cannot be opened"):
        KeyFile.load(tmp_path)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o777])
def test_a_key_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    """Any right for the group or for others makes the key unusable."""
    path = key_file(tmp_path)
    path.chmod(mode)

    with pytest.raises(UnsafeKeyError, match="chmod 600"):
        KeyFile.load(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.binary(max_size=60).map(lambda body: HEADER.encode() + b"\n" + body))
def test_a_damaged_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever stands in the file, it is a key or a clear refusal."""
    path = write(tmp_path, content)

    with pytest.raises(MalformedKeyError):
        KeyFile.load(path)


def test_no_refusal_shows_a_part_of_the_key(tmp_path: Path) -> None:
    """The sentence about a damaged file holds nothing of that file."""
    path = write(tmp_path, b"almost-a-key\nc2VjcmV0")

    with pytest.raises(MalformedKeyError) as refused:
        KeyFile.load(path)
    assert "c2VjcmV0" not in str(refused.value)
    assert "almost" not in str(refused.value)
