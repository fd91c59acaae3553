"""Letting the bot remove one's own messages: a page of the chat platform asks for that."""

from dialogs.desk import HomeDesk
from dialogs.parts import line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen

LINK, UNLINK, PAGE = "account_link", "account_unlink", "account_page"


def account_link(page: str) -> Screen:
    """What is asked and what for, and the way to the page where that is allowed."""
    allow = Button(PAGE, say("account_page.button"), primary=True, page=page)
    told = (line("account.note"), line("account.only"))
    parts = (*told, *row(allow), quiet("home.danger"))
    return Screen("account", say("account.title"), parts)


def on_home(desk: HomeDesk) -> tuple[Part, ...]:
    """Nothing where accounts cannot be linked."""
    if desk.linked is None:
        return ()
    action = UNLINK if desk.linked else LINK
    told = (quiet("account.on"),) if desk.linked else ()
    return (*told, *row(Button(action, say(f"{action}.button"))))
