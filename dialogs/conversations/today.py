"""What is open for somebody: what a digest in chat is about, shown behind its button."""

from dialogs.code import shown
from dialogs.desk import DueLine, TodayDesk
from dialogs.parts import alert, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.duties import Kind

MOST = 30


def today(desk: TodayDesk) -> Screen:
    told = tuple(part for due in desk.due[:MOST] for part in _line(due))
    more = len(desk.due) - MOST
    return Screen(
        name="today",
        title=say("today.title"),
        parts=(
            *(told or (line("today.empty"),)),
            *((quiet("case.more", n=more),) if more > 0 else ()),
            alert("home.danger"),
        ),
    )


def _line(due: DueLine) -> tuple[Part, ...]:
    """Who may not open the case reads only that a task is open; who has a small part, no code."""
    if not due.handle:
        return (alert("today.task.now") if due.kind is Kind.ACUTE else line("today.task"),)
    if not due.code:
        return (line("home.aside.today"), *row(Button("open", say("push.button"), due.handle)))
    code = shown(due.code)
    button = Button("open", say("home.open.button", code=code), due.handle)
    return (line("today.line", code=code, kind=due.kind), *row(button))
