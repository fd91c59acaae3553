"""What a benchmark found, and the table that it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`ours` is set against `limit`, both in `unit`; `aim` is the ratio that should be kept."""

    what: str
    ours: float
    limit: float
    against: str
    unit: str = "ms"
    aim: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.limit

    @property
    def kept(self) -> str:
        """What stands in the last column: an aim that is missed is never silent."""
        if self.aim is None:
            return "-"
        met = self.ratio >= self.aim if self.at_least else self.ratio <= self.aim
        return "yes" if met else "**no**"


HEAD = ("what", "ours", "against", "its value", "ratio", "aim", "kept")


def table(rows: Iterable[Row]) -> str:
    """In Markdown."""
    lines = [HEAD, ("---",) * len(HEAD), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(row: Row) -> tuple[str, ...]:
    sign = ">=" if row.at_least else "<="
    return (
        row.what,
        f"{row.ours:.3g} {row.unit}",
        row.against,
        f"{row.limit:.3g} {row.unit}",
        f"{row.ratio:.2f}",
        f"{sign} {row.aim:g}" if row.aim is not None else "-",
        row.kept,
    )
