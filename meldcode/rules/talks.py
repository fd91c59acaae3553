"""Step 3: talks with the child and the parents."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.rules.asking import Asking, Rules, Ruling, first


def talk(_case: Case, command: commands.RecordTalk, asking: Asking) -> Ruling:
    wrong = first(asking.past(command.on, "on"), asking.text(command.report, "report"))
    return wrong or (events.TalkHeld(command.on, command.with_whom, command.report.strip()),)


RULES: Rules = {
    commands.RecordTalk: talk,
}
