"""What a self-scan came to, for the privacy officer: how many messages, and never which words."""

from collections.abc import Mapping
from datetime import date

from dialogs.parts import alert, line, quiet
from dialogs.say import say
from dialogs.screen import Screen


def scanned(day: date, counts: Mapping[str, int]) -> Screen:
    """`counts`: read, strange, named and quoted."""
    found = (line(f"scan.{name}", n=counts.get(name, 0)) for name in ("strange", "named", "quoted"))
    clean = not any(count for name, count in counts.items() if name != "read")
    return Screen(
        name="selfscan",
        title=say("scan.title"),
        parts=(
            line("scan.read", on=day, n=counts.get("read", 0)),
            *found,
            quiet("scan.clean") if clean else alert("scan.next"),
            quiet("home.danger"),
        ),
    )
