"""The ZBO as a story."""

from dialogs.conversations.about_item import informed
from dialogs.parts import line
from dialogs.telling.approach import approach
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _scheduled(tell: Telling, event: events.ZboScheduled) -> Parts:
    key = "chr.scheduled.with" if event.parents_invited else "chr.scheduled.without"
    asked = tell.quote(event.question, key, on=event.meeting_on)
    names = ", ".join(filter(None, map(tell.name, event.guests)))
    guests = (line("zbo.guests", names=names),) if names else ()
    return (
        *asked,
        *also("chr.parents_reason", event.parents_reason),
        *informed(known=event.parents_informed, reason=event.not_informed),
        *guests,
    )


def _moved(tell: Telling, event: events.ItemMoved) -> Parts:
    return tell.quote(event.reason, "chr.item_moved", on=event.meeting_on)


def _taken_off(tell: Telling, event: events.ItemTakenOff) -> Parts:
    return tell.quote(event.reason, "chr.item_off")


def _discussed(tell: Telling, event: events.ZboDiscussed) -> Parts:
    return (*tell.quote(event.outcome, "chr.discussed"), *approach(tell.shown(event), tell.name))


def _agreed(tell: Telling, event: events.AgreementMade) -> Parts:
    key = "chr.agreed.vt" if event.with_veilig_thuis else "chr.agreed"
    key = "chr.agreed.tells" if event.tells_parents else key
    return tell.quote(event.what, key, owner=tell.name(event.owner), due=event.due)


def _kept(tell: Telling, event: events.AgreementKept) -> Parts:
    made = (one.what for one in tell.desk.case.agreements if one.id == event.agreement)
    return tell.quote(next(made, None), "chr.kept")


TELL: Tell = {
    events.ZboScheduled: _scheduled,
    events.ItemMoved: _moved,
    events.ItemTakenOff: _taken_off,
    events.ZboDiscussed: _discussed,
    events.AgreementMade: _agreed,
    events.AgreementKept: _kept,
}
