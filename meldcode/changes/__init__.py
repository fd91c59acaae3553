"""Every event's effect on a case; an event that is missing here only stands in the record."""

from meldcode.changes import (
    circle,
    classroom,
    colleagues,
    consultation,
    decision,
    ending,
    following,
    handling,
    handover,
    helping,
    melding,
    moving,
    nature,
    parents,
    record,
    retention,
    rights,
    signal,
    talks,
    zbo,
)
from meldcode.changes.change import Changes

CHANGES: Changes = {
    **signal.CHANGES,
    **record.CHANGES,
    **consultation.CHANGES,
    **colleagues.CHANGES,
    **classroom.CHANGES,
    **nature.CHANGES,
    **parents.CHANGES,
    **talks.CHANGES,
    **zbo.CHANGES,
    **decision.CHANGES,
    **helping.CHANGES,
    **melding.CHANGES,
    **following.CHANGES,
    **moving.CHANGES,
    **handover.CHANGES,
    **ending.CHANGES,
    **retention.CHANGES,
    **rights.CHANGES,
    **handling.CHANGES,
    **circle.CHANGES,
}
"""Event type -> what it changes; the second table of contents beside decide.RULES."""
