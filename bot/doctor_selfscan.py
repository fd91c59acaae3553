"""When what was sent was last read back and searched for what does not belong there."""

from datetime import date, timedelta

from bot.finding import Finding
from bot.service.scans import LOOK_BACK, last
from storage.unit import Unit

NAME = "self-scan"
LATE = timedelta(days=2)
"""It runs each day; a day on which Slack was away may be missed."""

REPAIR = "See that Wegwijzer is running, or do it now with: wegwijzer selfscan"


def examine_selfscan(unit: Unit, today: date) -> Finding:
    """A new installation has none yet, so that is only worth a look."""
    found = last(unit, today)
    if found is None:
        says = f"has not run in the last {LOOK_BACK} days"
        return Finding(NAME, ok=None, says=says, repair=REPAIR)
    day, _ = found
    return Finding(NAME, ok=today - day <= LATE, says=f"ran last on {day}", repair=REPAIR)
