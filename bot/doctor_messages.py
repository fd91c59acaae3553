"""Whether messages go out: those that were given up, and those that wait for too long."""

from datetime import datetime, timedelta

from bot.delivery import LESSON
from bot.finding import Finding
from storage.unit import Unit

LATE = timedelta(minutes=10)
"""Longer than Slack's own pauses; a message that waits for a lesson to end is not late."""


def examine_given_up(unit: Unit) -> Finding:
    reasons, waiting = unit.outbox.given_up(), unit.outbox.counts().get("waiting", 0)
    if reasons:
        why = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
        return Finding(
            "messages",
            ok=False,
            says=f"that could not be delivered: {sum(reasons.values())}",
            repair="Check that everybody in the organisation file has a Slack account with that "
            f"e-mail address; their Home tab shows what they missed. Reasons: {why}.",
        )
    return Finding("messages", ok=True, says=f"were all delivered, or wait their turn ({waiting})")


def examine_waiting(unit: Unit, now: datetime) -> Finding:
    """How long the message has waited that could have gone out first."""
    age = waiting_for(unit, now)
    says = f"has a message that waits since {round(age.total_seconds())} seconds"
    if age > LATE:
        repair = "Look whether wegwijzer serve runs, and whether this machine reaches Slack."
        return Finding("outbox", ok=False, says=says, repair=repair)
    return Finding("outbox", ok=True, says=says if age else "has nothing that could have gone out")


def waiting_for(unit: Unit, now: datetime) -> timedelta:
    since = unit.outbox.waits_since(now, LESSON)
    return max(now - since, timedelta()) if since else timedelta()
