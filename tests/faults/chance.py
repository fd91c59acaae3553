"""Where the moments of faults come from: drawn, but the same again with the same seed."""

from random import Random  # noqa: TID251 - seeded, and named in a failure

__all__ = ["Random", "drawn", "new_seed"]


def drawn(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - nothing is kept secret with it


def new_seed(given: str | None) -> str:
    """A seed to name in a failure, or the one that somebody wants to see again."""
    return given or str(Random().randrange(10**6))  # noqa: S311 - only where to begin
