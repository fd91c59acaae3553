"""Step 2: observing in class, and discussing in a group of colleagues."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.parts_consultation import Visit
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def plan(case: Case, command: commands.PlanClassObservation, asking: Asking) -> Ruling:
    """Asked again, as when a message is delivered twice, it is the same observation."""
    if _found(case, command.visit):
        return ()
    wrong = first(
        asking.text(command.observer, "observer", "err.observer"),
        asking.future(command.on, "on"),
        _at_school(command, asking),
    )
    planned = events.ClassObservationPlanned(command.visit, command.observer, command.on)
    return wrong or (planned,)


def _at_school(command: commands.PlanClassObservation, asking: Asking) -> Refusal | None:
    at_school = asking.calendar.is_school_day(command.on)
    return None if at_school else Refusal("err.no_school", "on")


def note(case: Case, command: commands.NoteClassObservation, asking: Asking) -> Ruling:
    wrong = first(asking.past(command.on, "on"), asking.text(command.text, "text"))
    visit = _found(case, command.visit)
    name = visit.id if visit and not visit.settled else None
    return wrong or (events.ClassObserved(command.on, command.text.strip(), name),)


def cancel(case: Case, command: commands.CancelClassObservation, asking: Asking) -> Ruling:
    visit = _found(case, command.visit)
    if visit is None:
        return Refusal("err.old")
    if visit.settled:
        return ()
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.ClassObservationCancelled(visit.id, command.reason.strip()),)


def discuss(_case: Case, command: commands.RecordDiscussion, asking: Asking) -> Ruling:
    wrong = first(
        asking.past(command.on, "on"),
        None if command.present else Refusal("err.who_present", "present"),
        asking.text(command.text, "text"),
    )
    return wrong or (
        events.DiscussionHeld(command.on, command.place, command.present, command.text.strip()),
    )


def _found(case: Case, name: str | None) -> Visit | None:
    return next((one for one in case.visits if one.id == name), None)


RULES: Rules = {
    commands.PlanClassObservation: plan,
    commands.NoteClassObservation: note,
    commands.CancelClassObservation: cancel,
    commands.RecordDiscussion: discuss,
}
