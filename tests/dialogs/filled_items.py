"""Forms about an agenda item that waits: what a person fills in, and the command it means."""

from datetime import timedelta
from typing import Any

from meldcode import commands
from meldcode.commands import Command
from tests.school import MEETING_ON

NEXT, NEXT_ON = "next", MEETING_ON + timedelta(7)

FILLED: dict[str, tuple[dict[str, Any], Command]] = {
    "move_item": (
        {"meeting": NEXT, "reason": "No time."},
        commands.MoveItem("item", NEXT, NEXT_ON, "No time."),
    ),
    "take_off": ({"reason": "Help began."}, commands.TakeOffAgenda("item", "Help began.")),
}
