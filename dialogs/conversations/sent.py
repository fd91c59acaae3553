"""After sending a signal: what happens now, and whether it was told face to face as well."""

from dialogs.code import shown
from dialogs.desk import Desk
from dialogs.parts import alert, button, head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Line, Part, Screen
from meldcode.access import Relation


def sent(desk: Desk, *, again: bool = False) -> Screen:
    """What happens now and by when, and the code (a promise only if the board confirmed it)."""
    return Screen(
        name="sent",
        title=say("ok.title"),
        parts=(
            *((quiet("ok.dup"),) if again else ()),
            _promise(desk.room.policy.answer_promise),
            line("ok.next"),
            line("ok.relief"),
            head("ok.code", code=shown(desk.case.code)),
            quiet("ok.code.why"),
            *_in_person(desk),
            *_not_for_all(desk),
            alert("home.danger"),
        ),
    )


def _promise(days: int | None) -> Line:
    if days is None:
        return line("ok.body")
    return line("ok.body.day") if days == 1 else line("ok.body.days", n=days)


def _not_for_all(desk: Desk) -> tuple[Part, ...]:
    """Somebody may be involved: what waits for them is taken back before it goes out."""
    return (quiet("exclude.about"), *row(button(desk, "exclude")))


def _in_person(desk: Desk) -> tuple[Part, ...]:
    """A chat does not replace a conversation (domain.md row 81); not asked of the care team."""
    told = desk.case.record.in_person
    if told is not None:
        return (line("ok.in_person.yes" if told else "ok.in_person.no"),)
    if desk.relation is Relation.CARE:
        return ()
    return (line("ok.in_person"), *row(button(desk, "told"), button(desk, "not_told")))
