"""What a complaint about a melding would find missing: a list to work on, never a score."""

from dialogs.parts import head, line, quiet
from dialogs.screen import Part
from meldcode.case import Case
from meldcode.complaint import missing


def gaps(case: Case) -> tuple[Part, ...]:
    found = missing(case)
    if not found:
        return (quiet("gap.none"),)
    return (head("gap.head"), *(line(f"gap.{gap}") for gap in found), quiet("gap.note"))
