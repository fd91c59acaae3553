"""It is about somebody who works at the school: another route, and nothing is stored (R5).

Protocol, "Seksuele intimidatie in de school": "Daarover gaat deze meldcode niet."
"""

from dialogs.desk import School
from dialogs.parts import alert, line, quiet
from dialogs.say import say
from dialogs.screen import Line, Screen
from meldcode.policy import Policy


def colleague(contact: School | None = None, policy: Policy | None = None) -> Screen:
    """From memory without `contact` and `policy`; with them it also says whom to call.

    The board is told directly, never by way of somebody else (domain.md 1.11).
    """
    known = policy or Policy()
    return Screen(
        name="colleague",
        title=say("col.title"),
        parts=(
            alert("sig.danger"),
            line("col.body"),
            *_board(contact, known),
            line("col.director"),
            _inspector(known),
            quiet("col.nothing"),
        ),
    )


def _board(contact: School | None, policy: Policy) -> tuple[Line, ...]:
    """The board itself if its number is known, else who at school knows it."""
    if policy.board_contact:
        return (alert("col.board.call", contact=policy.board_contact),)
    if contact is None:
        return ()
    return (line("col.board", name=contact.contact_name, phone=contact.contact_phone),)


def _inspector(policy: Policy) -> Line:
    """The number comes with its hours or not at all: it is closed at night and at weekends."""
    if not (policy.inspector_phone and policy.inspector_hours):
        return line("col.inspector")
    phone, hours = policy.inspector_phone, policy.inspector_hours
    return line("col.inspector.call", phone=phone, hours=hours)
