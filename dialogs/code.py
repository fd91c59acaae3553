"""The case code as people see and say it: K7T-4XM (texts.md 3.9)."""

LENGTH = 6
HALF = 3


def shown(code: str) -> str:
    """`code` is the six characters as stored."""
    return f"{code[:HALF]}-{code[HALF:]}"
