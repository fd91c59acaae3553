"""Deliver to a Slack in which very much goes wrong; SENDS says how many messages."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.faltering import Trouble
from tests.sending import Sending, Size, limit_of, send
from tests.simulated import in_simulated_time

SENDS = int(os.environ.get("SENDS", "150"))
PEOPLE = max(5, SENDS // 250)
ALL = PEOPLE + SENDS
MUCH = Trouble(limited=0.20, failed=0.10, hangs=0.05, reset=0.05)

Record = Callable[[str, object], None]


def told(record_property: Record, found: Sending) -> None:
    record_property("sends", ALL)
    record_property("lost", ALL - len(found.arrived))
    record_property("doubled", found.doubled)
    record_property("people out of order", found.order)
    record_property("simulated hours", round(found.seconds / 3600, 1))
    record_property("calls", found.ledger.calls.total())
    record_property("answered 429", found.ledger.trouble["limited"])
    record_property("calls faster than Slack allows", found.ledger.too_fast)


def test_nothing_is_lost_or_doubled(
    furnished: Path, tmp_path: Path, record_property: Record
) -> None:
    """Each message arrives once and in its order, though four in ten calls go wrong."""
    run = send(furnished, tmp_path / "house", Size(SENDS, PEOPLE, 200), MUCH, "faltering")
    found = in_simulated_time(run)
    told(record_property, found)

    assert (found.states["sent"], found.states["waiting"], found.states["dead"]) == (ALL, 0, 0)
    assert (len(found.arrived), found.doubled, found.order) == (ALL, 0, 0)
    assert found.ledger.too_fast == 0


def test_a_burst_goes_as_fast_as_slack_allows(
    furnished: Path, tmp_path: Path, record_property: Record
) -> None:
    """Where nothing goes wrong no call comes too early, and no second is left unused."""
    many = min(SENDS, 1_000)
    limit = limit_of(many)
    run = send(furnished, tmp_path / "house", Size(many, 40), Trouble(), "burst")
    found = in_simulated_time(run)
    record_property("ratio to the limit", round(found.seconds / limit, 3))

    assert found.ledger.too_fast == 0
    assert found.seconds <= 1.05 * limit
