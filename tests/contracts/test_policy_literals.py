"""Numbers, law and wordings live in the policy, with a date and an owner (domain.md R14)."""

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from dialogs.conversations.questions import WORDING
from tests.contracts.tree import ROOMS, files, read, texts, trees

PHONE = re.compile(r"(?<![\w.:#-])(?:112|0[89]00[- ]?\d[\d ]*|0\d{1,3}-\d{6,8})(?![\w-])")
QUESTIONS = Path("dialogs/texts/nl/questions.yaml")
WORDS = {"2026-11-23": "1448d4075bc77a2b"}
"""Version of the wording -> the digest of the five questions in those words."""

DUTY = "meldplicht"


def product() -> Iterator[tuple[Path, str]]:
    """What the product itself is made of, except for the board's data."""
    for path, text in texts():
        if path.parts[0] in ROOMS and (path.suffix != ".yaml" or "texts" in path.parts):
            yield path, text


def test_no_telephone_number_stands_in_code_or_catalogues() -> None:
    """A number that changes is changed in one file, by whoever answers for it."""
    found = {str(path): PHONE.findall(text) for path, text in product() if PHONE.search(text)}

    assert found == {}


def test_the_scan_knows_a_telephone_number() -> None:
    """It would see every number that the policy holds."""
    for number in ("112", "0800-2000", "0900-111 3 111", "020-0000000", "0800-0432"):
        assert PHONE.fullmatch(number), number
    assert not PHONE.search("#112 x-112 1120 line 3112 12:112")


def test_reporting_is_nowhere_called_a_legal_duty() -> None:
    """It is a professional norm; no text, note or name says otherwise."""
    said = [str(path) for path, text in texts() if DUTY in text.lower()]

    assert [path for path in said if not path.startswith("tests/")] == []


def test_no_text_of_the_law_stands_in_code() -> None:
    """Articles and acts are cited in the policy and in documents, and shown from there."""
    law = re.compile(r"\bart(?:ikel|\.) \d|\bWet (?:vrij|op)\b|\bUAVG\b|\bJeugdwet\b|\bWmo\b")
    shown = {
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        if path.parts[0] in ROOMS
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if law.search(node.value)
    }
    catalogues = {str(path) for path in files() if path.match("dialogs/texts/*/*.yaml")}

    assert shown == set()
    assert [path for path in catalogues if law.search(read(Path(path)))] == []


def test_other_words_of_a_question_have_another_version() -> None:
    """Two roles confirm a wording by its version, so no word changes under the same version."""
    asked = {k: v for k, v in yaml.safe_load(read(QUESTIONS)).items() if "{" not in v}
    digest = hashlib.sha256(repr(sorted(asked.items())).encode()).hexdigest()[:16]

    assert WORDS[WORDING] == digest
