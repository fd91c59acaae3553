"""Linking somebody's own account, so that the bot can remove what they type to it."""

from datetime import timedelta

from bot.service.tools import Work
from dialogs.conversations import account, stop
from dialogs.screen import Screen
from meldcode.people import Person

LIFE = timedelta(minutes=10)
"""How long somebody may take to allow it; then the button gives a new way in."""


def ask(work: Work, person: Person) -> Screen:
    """The way to the page where it is allowed: good once, for a while, and for this person."""
    if not work.tools.link_page:
        return stop.old()
    state = work.tools.ids.new_id("link")
    work.unit.linked.ask(person.id, state, work.now + LIFE)
    return account.account_link(f"{work.tools.link_page}&state={state}")


def asked(work: Work, state: str) -> str | None:
    """The account of who was sent to that page with this state; it counts once."""
    person_id = work.unit.linked.take(state, work.now)
    person = work.unit.people.get(person_id, work.today) if person_id else None
    if person is None or not person.schools:
        return None
    return work.unit.people.platform_id(person.id, work.tools.platform)


def keep(work: Work, person: Person, token: str) -> None:
    work.unit.linked.put(person.id, token)


def undo(work: Work, person: Person) -> str | None:
    """Keep nothing with which a message could be removed; the token that it was, if any."""
    token = work.unit.linked.token(person.id)
    work.unit.linked.drop(person.id)
    return token


def forget(work: Work) -> None:
    """Throw away the tokens of who left, or of everybody where this was switched off."""
    work.unit.linked.purge(work.now)
    for person_id in work.unit.linked.people():
        person = work.unit.people.get(person_id, work.today)
        if not work.tools.link_page or person is None or not person.schools:
            work.unit.linked.drop(person_id)
