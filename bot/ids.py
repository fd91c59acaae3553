"""The one place that makes randomness; everything else is handed these functions."""

import secrets
import string

CODE_SYMBOLS = "BCDFGHJKMNPQRSTVWXZ23456789"
"""No vowels or Y, so no words; no L, 0 or 1, so nothing that is misread (texts.md 3.9)."""

CODE_LENGTH = 6
TOKEN_BYTES = 16
SLACK_SYMBOLS = string.ascii_uppercase + string.digits
SLACK_LENGTH = 10
FRACTIONS = 1 << 20


def random_bytes(count: int) -> bytes:
    return secrets.token_bytes(count)


def token() -> str:
    """128 random bits, safe in an address: 22 characters that nobody guesses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_id(prefix: str) -> str:
    """An identifier that shows in a database what it belongs to: `case-` and a token."""
    return f"{prefix}-{token()}"


def slack_like(prefix: str) -> str:
    """An identifier as Slack makes them, for the local workspace: U, V or D and capitals."""
    return prefix + _drawn(SLACK_SYMBOLS, SLACK_LENGTH)


def case_code() -> str:
    """One of 387 million codes; whoever stores it checks that it is free."""
    return _drawn(CODE_SYMBOLS, CODE_LENGTH)


def fraction() -> float:
    """From 0 up to 1, so that what failed together is not tried again together."""
    return secrets.randbelow(FRACTIONS) / FRACTIONS


def _drawn(symbols: str, count: int) -> str:
    return "".join(secrets.choice(symbols) for _ in range(count))
