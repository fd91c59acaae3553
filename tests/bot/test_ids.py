import re
from datetime import UTC

from bot.clock import system_clock
from bot.ids import CODE_SYMBOLS, case_code, new_id, random_bytes, slack_like, token

DRAWS = 200


def test_a_case_code_is_six_of_the_symbols() -> None:
    """Every symbol is used, and no code can be read as a word or misread."""
    codes = [case_code() for _ in range(DRAWS)]

    assert {len(code) for code in codes} == {6}
    assert set("".join(codes)) == set(CODE_SYMBOLS)
    assert len(CODE_SYMBOLS) == 27
    assert not set("AEIOUYL01") & set(CODE_SYMBOLS)


def test_tokens_are_all_different() -> None:
    """A token can stand in an address and is never given twice."""
    tokens = {token() for _ in range(DRAWS)}

    assert len(tokens) == DRAWS
    assert all(len(drawn) == 22 for drawn in tokens)
    assert new_id("case").startswith("case-")
    assert new_id("case") != new_id("case")


def test_the_local_workspace_numbers_as_slack_does() -> None:
    """The letter in front tells what it is; what follows is capitals and digits."""
    assert re.fullmatch(r"V[A-Z0-9]{10}", slack_like("V"))
    assert slack_like("V") != slack_like("V")


def test_random_bytes_are_as_many_as_asked() -> None:
    """Keys get exactly the bytes they need, and other ones each time."""
    assert len(random_bytes(32)) == 32
    assert random_bytes(32) != random_bytes(32)


def test_the_clock_is_aware() -> None:
    """Nothing ever has to guess a time zone."""
    assert system_clock().tzinfo is UTC
