"""A child that goes to another school, as a story."""

from dialogs.parts import line
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _moves(tell: Telling, event: events.ChildMoves) -> Parts:
    told = tell.line("chr.moves.sudden" if event.sudden else "chr.moves", on=event.on)
    return (*told, *also("move.school", event.new_school))


def _handled(tell: Telling, event: events.MoveHandled) -> Parts:
    return (
        *tell.line("chr.move"),
        line("chr.move.vt.yes" if event.vt_told else "chr.move.vt.no"),
        *also("chr.reason", event.vt_reason),
        line("chr.move.parents.yes" if event.parents_told else "chr.move.parents.no"),
        *also("chr.reason", event.parents_reason),
        *also("chr.passed_on", event.passed_on),
    )


TELL: Tell = {
    events.ChildMoves: _moves,
    events.MoveHandled: _handled,
}
