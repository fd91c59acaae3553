"""The case as each of its people may see it; all other screens come back here."""

from collections.abc import Callable, Mapping

from dialogs import menus
from dialogs.code import shown
from dialogs.conversations import (
    aside,
    beside,
    care,
    chair,
    confidential,
    follower,
    guest,
    member,
    owner,
    raiser,
)
from dialogs.conversations.chronology import OLDER, TIMELINE, conversation, timeline
from dialogs.conversations.facts import FACTS
from dialogs.conversations.facts import parts as facts_for_melding
from dialogs.conversations.hide import hide
from dialogs.conversations.looks import looks
from dialogs.desk import Desk
from dialogs.parts import here, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.access import LIMITED, Relation
from meldcode.choices import Trend
from meldcode.events import Entry, FollowingNoted

PARTS: Mapping[Relation, Callable[[Desk], tuple[Part, ...]]] = {
    Relation.CARE: care.parts,
    Relation.RAISER: raiser.parts,
    Relation.CHAIR: chair.parts,
    Relation.FOLLOWER: follower.parts,
    Relation.MEMBER: member.parts,
    Relation.OWNER: owner.parts,
    Relation.GUEST: guest.parts,
    Relation.EMERGENCY: confidential.opened,
}

ENTRIES: Mapping[Relation, Callable[[Desk], tuple[Entry, ...]]] = {
    Relation.CARE: lambda desk: desk.case.entries,
    Relation.RAISER: raiser.shared,
    Relation.CHAIR: lambda _desk: (),
    Relation.FOLLOWER: follower.shared,
    Relation.MEMBER: lambda _desk: (),
    Relation.OWNER: lambda _desk: (),
    Relation.GUEST: guest.own,
    Relation.EMERGENCY: lambda desk: desk.case.entries,
    **{relation: lambda _desk: () for relation in LIMITED},
}
"""What of the journal each may read."""


def case(desk: Desk) -> Screen:
    """The screen for the viewer's relation, with what waits for the viewer on top."""
    if desk.relation in LIMITED:
        return aside.aside(desk)
    above = (*aside.parts(desk), *guest.letter(desk))
    return _screen(desk, (*above, *PARTS[desk.relation](desk)))


def older(action: str, desk: Desk) -> Screen:
    """An earlier page of the conversation, with the way back."""
    entries = ENTRIES[desk.relation](desk)
    back = Button("open", say("case.newest.button"), here(desk))
    page = OLDER.index(action) + 1
    return _screen(desk, (*row(back), *conversation(desk, entries, page)))


def in_order(action: str, desk: Desk) -> Screen:
    """A page of the same in the order in which things happened, with the way back."""
    entries = ENTRIES[desk.relation](desk)
    back = Button("open", say("case.newest.button"), here(desk))
    return _screen(desk, (*row(back), *timeline(desk, entries, TIMELINE.index(action))))


def near(desk: Desk) -> Screen:
    """Other cases beside this one; only the care team knows of any."""
    if desk.relation is not Relation.CARE or desk.case.ended:
        return case(desk)
    return _screen(desk, beside.beside(desk))


def menu(name: str, desk: Desk) -> Screen:
    """A list of further actions; only the care team has any."""
    if desk.relation is not Relation.CARE or desk.case.ended:
        return case(desk)
    return _screen(desk, menus.menu(name, desk))


def page(make: Callable[[Desk], tuple[Part, ...]]) -> Callable[[Desk], Screen]:
    """A page of a case for the care team, also once it has ended; for all others the case."""

    def screen(desk: Desk) -> Screen:
        if desk.relation is not Relation.CARE:
            return case(desk)
        back = Button("open", say("menu.back.button"), desk.handle)
        return _screen(desk, (*row(back), *make(desk)))

    return screen


def care_form(make: Callable[[Desk], Screen]) -> Callable[[Desk], Screen]:
    """The same for a form."""

    def screen(desk: Desk) -> Screen:
        return make(desk) if desk.relation is Relation.CARE else case(desk)

    return screen


def facts(action: str, desk: Desk) -> Screen:
    """A page of the facts for a melding; only the care team makes one."""
    if desk.relation is not Relation.CARE:
        return case(desk)
    back = Button("open", say("menu.back.button"), here(desk))
    return _screen(desk, (*row(back), *facts_for_melding(desk, FACTS.index(action))))


def care_only(make: Callable[[Desk], Screen]) -> Callable[[Desk], Screen]:
    """The screen for the care team of an open case; for all others the case as they see it."""

    def screen(desk: Desk) -> Screen:
        able = desk.relation is Relation.CARE and not desk.case.ended
        return make(desk) if able else case(desk)

    return screen


def looked(desk: Desk) -> Screen:
    """The access log, also of a case that ended; only the care team reads it."""
    return _screen(desk, looks(desk)) if desk.relation is Relation.CARE else case(desk)


def told_or_care(make: Callable[[Desk], Screen]) -> Callable[[Desk], Screen]:
    """The screen for the care team and for the one who told, also of a case that ended."""

    def screen(desk: Desk) -> Screen:
        able = desk.relation in {Relation.CARE, Relation.RAISER}
        return make(desk) if able else case(desk)

    return screen


def noted(desk: Desk) -> Screen:
    """After a look: with more worries, the answer says who looks along and whom to call."""
    last = desk.case.entries[-1].event
    worse = isinstance(last, FollowingNoted) and last.trend is Trend.WORSE
    return case(desk).with_alert(say("nud.worse.body")) if worse else case(desk)


def _screen(desk: Desk, parts: tuple[Part, ...]) -> Screen:
    """The phone numbers are never further away than the screen one is on (domain.md R4)."""
    title = say("case.title", code=shown(desk.case.code))
    danger = quiet("home.danger")
    whole = (*hide(here(desk)), *parts, danger)
    return Screen(name="case", title=title, parts=whole, handle=here(desk))
