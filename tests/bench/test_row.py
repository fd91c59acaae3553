import pytest

from tests.bench.row import Row, table


@pytest.mark.parametrize(
    "aim, at_least, kept",
    [(2.0, False, "yes"), (1.4, False, "**no**"), (1.4, True, "yes"), (1.6, True, "**no**")],
)
def test_an_aim_that_is_missed_is_said(aim: float, at_least: bool, kept: str) -> None:  # noqa: FBT001 - a parameter
    """Whichever way it points, the last column says whether the ratio of 1.5 keeps to it."""
    row = Row("ack", 3, 2, "limit", aim=aim, at_least=at_least)

    assert row.kept == kept
    assert (
        table([row])
        .splitlines()[-1]
        .endswith(f"| 1.50 | {'>=' if at_least else '<='} {aim:g} | {kept} |")
    )


def test_without_an_aim_nothing_is_kept_or_missed() -> None:
    """A figure that only informs claims nothing."""
    assert Row("ack", 3, 2, "peer").kept == "-"
