"""The form of a signal: what it becomes once we know who asks, and its drafts."""

from datetime import timedelta

from bot.service import looks, rooms, signals
from bot.service.tools import Work
from dialogs.conversations import colleague as about_colleague
from dialogs.conversations import conduct, signal
from dialogs.conversations.signal import SignalForm
from dialogs.fields import Raw
from dialogs.screen import Screen
from meldcode.people import Person


def opening(work: Work, person: Person, typed: str) -> Screen | None:
    """The form with the draft, or with a question for the school; None if it may stay as it is."""
    dead_end = _dead_end(work, person)
    if dead_end:
        return dead_end
    draft = work.unit.drafts.load(person.id, SignalForm.name, work.now)
    if draft:
        return _placed(work, person, signal.resumed(draft, typed))
    several = len(person.schools) > 1
    return _placed(work, person, signal.opening(typed)) if several else None


def filled_in(work: Work, person: Person, text: str) -> Screen:
    """The form with `text` after what the draft held, in place of an empty one."""
    draft = work.unit.drafts.load(person.id, SignalForm.name, work.now) or {}
    dead_end = _dead_end(work, person)
    return dead_end or _placed(work, person, signal.resumed(draft, text))


def _dead_end(work: Work, person: Person) -> Screen | None:
    """What to show if there is nobody to send a signal to."""
    missing = [school for school in person.schools if signals.receiver_missing(work, school)]
    if len(missing) < len(person.schools):
        return None
    return signal.no_one_to_route_to(rooms.words(work.unit.people.school(missing[0])))


def _placed(work: Work, person: Person, screen: Screen) -> Screen:
    """The form; of somebody of several schools it also asks where this is about."""
    if len(person.schools) == 1:
        return screen
    schools = tuple(rooms.words(work.unit.people.school(school)) for school in person.schools)
    return signal.at_school(screen, schools)


def keep_draft(work: Work, person: Person, raw: Raw) -> None:
    expires = work.now + timedelta(hours=work.tools.policy.draft_hours)
    work.unit.drafts.save(person.id, SignalForm.name, raw, expires)


def keep_typed(work: Work, person: Person, typed: str) -> None:
    """Words that came with the command; they follow what the draft held already."""
    draft = work.unit.drafts.load(person.id, SignalForm.name, work.now) or {}
    keep_draft(work, person, {**signal.resumed(draft, typed).preset})


def colleague(work: Work, person: Person) -> Screen:
    """Nothing is stored of this; a draft that typing left behind goes too (domain.md R5)."""
    work.unit.drafts.drop(person.id, SignalForm.name)
    contact = rooms.words(work.unit.people.school(person.schools[0]))
    return about_colleague.colleague(contact, work.tools.policy)


def link(work: Work, account: str, email: str) -> bool:
    """Remember whose account this is; False if nobody of ours has this address."""
    person = work.unit.people.by_email(email, work.today)
    if person is None:
        return False
    work.unit.people.link(person.id, work.tools.platform, account)
    return True


def stranger(work: Work) -> Screen:
    """Somebody we do not know; with one school we know whom they must call."""
    schools = work.unit.people.schools()
    return signal.unknown_person(rooms.words(schools[0]) if len(schools) == 1 else None)


def practised(work: Work, person: Person) -> None:
    """That somebody has practised today, for the director's count."""
    work.unit.practised.add(person.id, work.today)


def understand(work: Work, person: Person) -> Screen:
    """Home without the lines on how this is used, now that they were read."""
    work.unit.agreed.add(person.id, conduct.VERSION, work.now)
    return looks.home_screen(work, person)
