from datetime import UTC, datetime, timedelta

import pytest

from bot.one_time_codes import address, code_at, step_at, taken

SECRET = b"12345678901234567890"
"""Of the examples in RFC 6238, appendix B."""

NOW = datetime(2005, 3, 18, 1, 58, 31, tzinfo=UTC)
STEP = step_at(NOW)
HALF_A_MINUTE = timedelta(seconds=30)


@pytest.mark.parametrize(
    "seconds, code",
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """The last six digits of the examples in RFC 6238, so that any app makes the same."""
    assert code_at(SECRET, seconds // 30) == code


def test_a_code_counts_once() -> None:
    """What was taken, and whatever came before it, is not taken again."""
    code = code_at(SECRET, STEP)

    assert taken(SECRET, code, NOW, used=0) == STEP
    assert taken(SECRET, code, NOW, used=STEP) is None
    assert taken(SECRET, code_at(SECRET, STEP - 1), NOW, used=STEP) is None


@pytest.mark.parametrize("halves, right", [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_clock_may_differ_by_half_a_minute(halves: int, *, right: bool) -> None:
    """A code that was typed slowly counts, an old one does not."""
    code = code_at(SECRET, STEP)

    assert (taken(SECRET, code, NOW + halves * HALF_A_MINUTE, used=0) == STEP) is right


def test_an_app_learns_the_secret_from_an_address() -> None:
    """The form that authenticator apps read."""
    told = address(SECRET, "maria@example.org")

    assert told.startswith("otpauth://totp/Wegwijzer:maria%40example.org?")
    assert "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" in told
