"""The facts for a melding: what was seen and done, apart from what people think of it.

Protocol, "Melden bij Veilig Thuis": a melding rests on "zoveel mogelijk feiten en gebeurtenissen".
Cases that are joined as the same child are in it together. It is shown in a modal and never sent;
whoever stays anonymous is not in it (domain.md R6).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from dialogs.code import shown
from dialogs.conversations.chronology import out_of_pages, pages
from dialogs.desk import Desk
from dialogs.parts import alert, head, here, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Line, Part, Quote
from dialogs.telling import whole
from meldcode import events
from meldcode.choices import CareFor, Origin
from meldcode.chronology import by_event
from meldcode.events import Entry
from meldcode.shielding import shielded

Parts = tuple[Part, ...]
Dated = tuple[date, Desk, Entry]

FACTS = ("facts", *(f"facts{page}" for page in range(1, 21)))
"""Actions that open its pages."""

MORE = say("facts.more.button")

SEEN, DONE, THOUGHT = "facts.seen", "facts.done", "facts.thought"
HEADINGS = (SEEN, DONE, THOUGHT)
OBSERVED = (events.SignalRaised, events.ObservationAdded)
OF_KIND: dict[type, str] = {
    **dict.fromkeys((events.ClassObserved, events.ColleagueAnswered, events.FollowerWrote), SEEN),
    events.GuestWrote: SEEN,
    **dict.fromkeys((events.FollowingNoted, events.TalkHeld, events.ParentsTold), SEEN),
    events.InjuryNoted: SEEN,
    **dict.fromkeys((events.DiscussionHeld, events.AdviceReceived, events.TalkNotHeld), DONE),
    **dict.fromkeys((events.ZboDiscussed, events.AgreementMade, events.AgreementKept), DONE),
    **dict.fromkeys((events.HelpArranged, events.HelpEvaluated, events.OkaContacted), DONE),
    **dict.fromkeys((events.ChildMoves, events.MoveHandled, events.MeldingDone), DONE),
    events.FormsSet: THOUGHT,
    events.Weighed: THOUGHT,
    events.QuestionAnswered: THOUGHT,
    events.Decided: THOUGHT,
}
"""Event type -> under which heading it stands; all else is no fact about child or family."""


def parts(desk: Desk, page: int) -> Parts:
    """One page, with what to mind on top and a button to the next."""
    found = pages(_told(desk))
    page = min(page, len(found) - 1)
    more = page + 1 < min(len(found), len(FACTS))
    onward = Button(FACTS[page + 1], MORE, here(desk)) if more else None
    note = (head("facts.head"), line("facts.note"), *_mind(desk))
    return (*note, *leaf(found, page, onward), *out_of_pages(found, page, len(FACTS)))


def leaf(found: Sequence[Parts], page: int, onward: Button | None) -> Parts:
    """What stands on one page, with the way to the next."""
    told = (*_goes_on(found, page), *found[page])
    return (*(told or (line("facts.none"),)), *row(onward))


def _goes_on(found: Sequence[Parts], page: int) -> Parts:
    """The heading again where a page begins in the midst of what stands under it."""
    if not found[page] or _is_heading(found[page][0]):
        return ()
    before = [part for parts in found[:page] for part in parts if _is_heading(part)]
    return tuple(before[-1:])


def _is_heading(part: Part) -> bool:
    return isinstance(part, Line) and part.text.key in HEADINGS


def _mind(desk: Desk) -> Parts:
    """With an anonymous signaller or reporter even a fact can tell who it was."""
    if not _shield(desk):
        return ()
    return (quiet("facts.shielded"), alert("anonymous.one"))


def _told(desk: Desk) -> Iterator[Parts]:
    child = desk.case.signal.child if desk.case.signal else None
    if child:
        yield (Quote(child, say("case.child")),)
    shield = _shield(desk)
    for top in HEADINGS:
        for number, (day, beside, entry) in enumerate(_under(desk, top)):
            above = () if number else (head(top),)
            yield (*above, _day(desk, day, beside), *_entry(beside, entry, shield))


def _under(desk: Desk, top: str) -> list[Dated]:
    """By day, over all cases of this child; what people think of another case stays there."""
    tables = (desk,) if top == THOUGHT else (desk, *desk.others)
    dated = (
        (day, table, entry)
        for table in tables
        for day, entry in by_event(table.case, table.case.entries, table.room.calendar)
        if heading(table, entry) == top
    )
    return sorted(dated, key=lambda one: one[0])


def _day(desk: Desk, day: date, beside: Desk) -> Part:
    """What comes from another case says so."""
    if beside is desk:
        return quiet("timeline.day", on=day)
    return quiet("joined.day", on=day, code=shown(beside.case.code))


def _shield(desk: Desk) -> frozenset[str]:
    """Whoever stays anonymous in one of the cases of a child is in none of its facts."""
    return shielded(desk.case).union(*(shielded(other.case) for other in desk.others))


def heading(desk: Desk, entry: Entry) -> str | None:
    """What a teacher thinks of it stands with what others think, if that was said.

    What was put right stands where the words that it puts right stand.
    """
    if isinstance(entry.event, events.EntryCorrected):
        return heading(desk, desk.case.entries[entry.event.seq - 1])
    if isinstance(entry.event, OBSERVED):
        mark = desk.case.record.mark(entry.seq)
        return THOUGHT if mark and mark.origin is Origin.OWN else SEEN
    if isinstance(entry.event, events.AftercareDone):
        return None if entry.event.whom is CareFor.TEACHER else DONE
    return OF_KIND.get(type(entry.event))


def _entry(desk: Desk, entry: Entry, shield: frozenset[str]) -> Parts:
    known = (quiet("facts.known"),) if entry.by in shield else ()
    return (*whole(desk, entry, shield), *known)
