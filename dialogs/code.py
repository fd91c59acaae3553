"""The case code as people see and say it: K7T-4XM (texts.md 3.9)."""

LENGTH = 6
HALF = 3


def shown(code: str) -> str:
    """`code` is the six characters as stored."""
    return f"{code[:HALF]}-{code[HALF:]}"


def stored(typed: str) -> str:
    """The characters of a code that somebody typed, with or without its dash."""
    return "".join(one for one in typed.upper() if one.isalnum())
