"""Step 6 after a melding: Veilig Thuis tells what was done, or is asked for it.

Protocol, "Melden bij Veilig Thuis": "Veilig Thuis is verplicht om de melder te informeren".
"""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def receive(case: Case, command: commands.RecordFeedback, asking: Asking) -> Ruling:
    """Without a day on which more will come, the clock stops."""
    wrong = first(
        _reported(case),
        asking.past(command.on, "on"),
        asking.text(command.text, "text", "err.talk"),
        asking.future(command.next_by, "next_by") if command.next_by else None,
    )
    return wrong or (events.FeedbackReceived(command.on, command.text.strip(), command.next_by),)


def chase(case: Case, command: commands.ChaseFeedback, asking: Asking) -> Ruling:
    wrong = first(
        _reported(case),
        asking.past(command.on, "on"),
        asking.text(command.text, "text", "err.talk"),
        asking.future(command.next_by, "next_by"),
    )
    return wrong or (events.FeedbackChased(command.on, command.text.strip(), command.next_by),)


def _reported(case: Case) -> Refusal | None:
    return None if case.melding.done else Refusal("err.not_reported")


RULES: Rules = {
    commands.RecordFeedback: receive,
    commands.ChaseFeedback: chase,
}
