"""A child that goes to another school: reported, and then handled.

Protocol, "Melden bij Veilig Thuis": parents may take a child to another school "waar men van niets
weet", which is not in its interest.
"""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def report(_case: Case, command: commands.ReportMove, asking: Asking) -> Ruling:
    """Reported again, as when the new school becomes known, a move is open again."""
    wrong = first(asking.near(command.on, "on"), asking.short(command.new_school, "new_school"))
    school = (command.new_school or "").strip() or None
    return wrong or (events.ChildMoves(command.on, school, command.sudden),)


def handle(case: Case, command: commands.HandleMove, asking: Asking) -> Ruling:
    if case.move is None or case.move.handled:
        return Refusal("err.no_move")
    wrong = first(
        _told(asking, "vt_reason", command.vt_reason, told=command.vt_told),
        _told(asking, "parents_reason", command.parents_reason, told=command.parents_told),
        _passed_on(case, command, asking),
    )
    return wrong or (
        events.MoveHandled(
            vt_told=command.vt_told,
            vt_reason=command.vt_reason,
            parents_told=command.parents_told,
            parents_reason=command.parents_reason,
            passed_on=command.passed_on,
        ),
    )


def _told(asking: Asking, field: str, reason: str | None, *, told: bool) -> Refusal | None:
    """Whoever was not told must be accounted for."""
    return asking.short(reason, field) if told else asking.text(reason, field, "err.why_not_told")


def _passed_on(case: Case, command: commands.HandleMove, asking: Asking) -> Refusal | None:
    if command.passed_on and case.move and case.move.new_school is None:
        return Refusal("err.new_school", "passed_on")
    return asking.short(command.passed_on, "passed_on")


RULES: Rules = {
    commands.ReportMove: report,
    commands.HandleMove: handle,
}
