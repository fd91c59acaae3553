from collections import Counter
from itertools import pairwise

import pytest

from tests.contracts.protocol_doc import (
    PAGE,
    PROTOCOL,
    known_rules,
    known_screens,
    known_tests,
    page,
    parts,
)
from tests.contracts.tree import read


def test_the_page_of_the_protocol_says_what_the_source_says() -> None:
    """Who reads docs/protocol.md reads its source; `make docs` writes it anew."""
    assert read(PAGE) == page()


KNOWN = {"screens": known_screens, "rules": known_rules, "tests": known_tests}


@pytest.mark.parametrize("kind", KNOWN)
def test_what_the_page_names_exists(kind: str) -> None:
    """A screen, rule or test that is renamed or gone is named with the lines that rest on it."""
    known = KNOWN[kind]()
    gone = {
        part.place: missing
        for part in parts()
        if (missing := [name for name in getattr(part, kind) if name not in known])
    }

    assert gone == {}


def test_every_piece_is_carried_or_left_to_people() -> None:
    """No piece of the protocol is passed over: software carries it, people do, or both."""
    assert [part.place for part in parts() if not (part.tests or part.people)] == []


def test_what_software_carries_is_shown_by_a_test() -> None:
    """A screen or rule that is named without a test would be a claim that nobody checked."""
    bare = [part.place for part in parts() if (part.screens or part.rules) and not part.tests]

    assert bare == []


def test_pieces_come_in_order_and_once() -> None:
    """Each piece begins after the one before, so no line is explained twice."""
    spans = [part.lines for part in parts()]

    assert all(first <= last for first, last in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


@pytest.mark.skipif(not PROTOCOL.exists(), reason="the protocol lies beside the repository")
def test_every_line_of_the_protocol_is_covered_once() -> None:
    """Beside the text of the board: each line that is not blank belongs to exactly one piece."""
    text = PROTOCOL.read_text(encoding="utf-8").splitlines()
    written = [number for number, line in enumerate(text, start=1) if line.strip()]
    covered = Counter(n for part in parts() for n in range(part.lines[0], part.lines[1] + 1))

    assert [number for number in written if covered[number] != 1] == []
    assert max(covered) <= len(text)
