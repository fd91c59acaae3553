"""A case for the chair of the ZBO: the agenda item, and nothing of the signal behind it."""

from collections.abc import Iterable

from dialogs.conversations.about_item import informed, put_off
from dialogs.conversations.care import together
from dialogs.conversations.pending import agreements, own, unfounded
from dialogs.desk import Desk, Room
from dialogs.parts import RULE, button, head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Part, Quote
from dialogs.telling.approach import approach
from meldcode.access import Relation
from meldcode.case import Case
from meldcode.choices import ItemKind
from meldcode.parts import Item

Parts = tuple[Part, ...]


def parts(desk: Desk) -> Parts:
    """The item looked at; without one, those that wait."""
    item = looked_at(desk, desk.case.items)
    if item is None:
        return waiting(desk, desk.case.items)
    return (
        *unfounded(desk.case),
        *about(desk, item),
        *(() if item.handled else _to_do(desk, item)),
        *_weighed(desk.case),
        *_together(desk, item),
        RULE,
        *agreements(desk, desk.case.agreements),
        *earlier(desk.case.items, item),
    )


def looked_at(desk: Desk, items: Iterable[Item]) -> Item | None:
    """The item that the screen is about, unless it has come off."""
    found = (item for item in items if item.id == desk.part and not item.taken_off)
    return next(found, None)


def _to_do(desk: Desk, item: Item) -> Parts:
    return row(button(desk, "outcome", item.id, primary=True), button(desk, "move_item", item.id))


def waiting(desk: Desk, items: Iterable[Item]) -> Parts:
    """Those of `items` that have yet to be discussed, each with its button."""
    found = [item for item in items if not item.handled]
    if not found:
        return (line("zbo.handled"), *agreements(desk, own(desk)))
    told = (
        (Quote(item.question, say("item.above", on=item.meeting_on)), button(desk, "open", item.id))
        for item in found
    )
    return tuple(part for quote, one in told for part in (quote, *row(one)))


def about(desk: Desk, item: Item) -> Parts:
    """The item itself: what is asked, who is expected, and what came of it."""
    return (
        quiet("zbo.note"),
        *((quiet("zbo.evaluation"),) if item.kind is ItemKind.EVALUATION else ()),
        Quote(item.question, say("item.above", on=item.meeting_on)),
        line("zbo.takes", n=item.minutes),
        *put_off(item.put_off, item.first_on),
        parents(invited=item.parents_invited, reason=item.parents_reason),
        *informed(known=item.parents_informed, reason=_why_not(desk, item)),
        *(named(desk.room, "zbo.guests", item.guests)),
        *_came(desk, item),
    )


def named(room: Room, key: str, people: Iterable[str]) -> Parts:
    """A line with the names of who still works at the school; none without any."""
    names = ", ".join(filter(None, map(room.name_of, people)))
    return (line(key, names=names),) if names else ()


def _came(desk: Desk, item: Item) -> Parts:
    told = item.discussed
    if told is None:
        return named(desk.room, "zbo.expected", desk.expected)
    missed = [one for one in desk.expected if one not in told.present] if told.present else []
    return (
        Quote(told.outcome, say("outcome.above")),
        *approach(told, desk.room.name_of),
        *named(desk.room, "approach.missed", missed),
    )


def parents(*, invited: bool, reason: str | None) -> Part:
    """Whether the parents come; if not, why."""
    return line("zbo.parents.yes") if invited else Quote(reason or "", say("zbo.parents.no"))


def _why_not(desk: Desk, item: Item) -> str | None:
    """Why the parents do not know may tell of danger at home: a member does not read it."""
    return None if desk.relation is Relation.MEMBER else item.not_informed


def _weighed(case: Case) -> Parts:
    """How far the weighing has come, without the reasons that stand in the case."""
    if not case.weighings:
        return ()
    answers = (
        line("zbo.answer", n=number, answer=answer)
        for number, answer in enumerate(case.questions, start=1)
    )
    decision = (line("case.decision", decision=case.decision.decision),) if case.decision else ()
    return (head("zbo.weighed"), *answers, *decision)


def _together(desk: Desk, item: Item) -> Parts:
    if desk.case.ended:
        return (line("zbo.closed"),)
    return row(*(button(desk, action, item.id) for action in together(desk.case)))


def earlier(items: Iterable[Item], item: Item) -> Parts:
    """What came of the items before this one."""
    before = [one for one in items if one.outcome and one.id != item.id]
    told = (Quote(one.outcome or "", say("item.above", on=one.meeting_on)) for one in before[-3:])
    return (head("zbo.earlier"), *told) if before else ()
