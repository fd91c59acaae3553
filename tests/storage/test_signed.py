from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.errors import BrokenProofError, UnwritableProofError
from storage.signed import SignedFile

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
NUMBERS = [{"n": 1}, {"n": 2}, {"n": 3}]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of three lines, the last two of which were added together."""
    path = tmp_path / "proof" / "lines.jsonl"
    SignedFile(path).append(NUMBERS[:1], KEY)
    SignedFile(path).append(NUMBERS[1:], KEY)
    return path


def read(path: Path) -> list[dict[str, object]]:
    return list(SignedFile(path).read(KEY.public_key()))


def broken_at(path: Path) -> int:
    with pytest.raises(BrokenProofError) as broken:
        read(path)
    return broken.value.line


def test_lines_come_back_in_order(path: Path) -> None:
    """What was added is read, also when a file is not there yet."""
    assert read(path) == NUMBERS
    assert read(path.with_name("none.jsonl")) == []


def test_only_its_owner_can_read_it(path: Path) -> None:
    """The file and its folder are closed to others."""
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("position", range(0, 600, 7))
def test_a_changed_byte_is_found(path: Path, position: int) -> None:
    """Whatever byte of a line changes, that line is named, or the one that lost its beginning."""
    content = bytearray(path.read_bytes())
    place = position % (len(content) - 1)
    line = content[:place].count(b"\n") + 1
    content[place] ^= 1
    path.write_bytes(content)

    assert broken_at(path) == line


@pytest.mark.parametrize("order, line", [((1, 2), 1), ((0, 2), 2), ((0, 2, 1), 2), ((0, 0, 1), 2)])
def test_a_line_taken_out_swapped_or_repeated_is_found(
    path: Path, order: tuple[int, ...], line: int
) -> None:
    """The first line that does not follow the one before it is named."""
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[number] for number in order))

    assert broken_at(path) == line


def test_nobody_else_can_add_a_line(path: Path) -> None:
    """A line that follows well but was signed with another key is refused."""
    SignedFile(path).append([{"n": 4}], OTHER)

    assert broken_at(path) == 4


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_line_that_a_crash_cut_off_counts_for_nothing(path: Path, cut: int) -> None:
    """It is passed over, and the next line goes in its place."""
    path.write_bytes(path.read_bytes()[:-cut])
    SignedFile(path).append([{"n": 9}], KEY)

    assert read(path) == [*NUMBERS[:2], {"n": 9}]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The sentence names the setting."""
    with pytest.raises(UnwritableProofError, match="PROOF_FOLDER"):
        SignedFile(tmp_path / "none" / "proof" / "lines.jsonl").append(NUMBERS, KEY)
