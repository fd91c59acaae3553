"""What an examination found, as the doctor shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`ok` is None for what cannot be seen from here; `repair` says in one sentence what to do.

    `says` completes a sentence that begins with `name`. Neither holds a secret.
    """

    name: str
    ok: bool | None
    says: str
    repair: str = ""


def refused(name: str, error: Exception) -> Finding:
    """From an error of ours: a sentence about what is wrong, and one about what to do."""
    says, _, repair = str(error).partition(". ")
    return Finding(name, ok=False, says=says.removesuffix("."), repair=repair)
