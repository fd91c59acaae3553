"""Step 6: following the child."""

from datetime import date

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

LONGEST_RHYTHM = 100
"""In school days, half a school year: what is looked at less often is not followed."""


def start(rhythm: int, day: date | None, asking: Asking) -> events.FollowingAgreed:
    """The agreement to follow; without a day the first look is one rhythm away."""
    return events.FollowingAgreed(rhythm, day or asking.in_school_days(rhythm))


def follow(case: Case, asking: Asking) -> tuple[events.Event, ...]:
    """Protocol, step 6: a school is not "klaar" after a report or help, so following starts."""
    return () if case.next_check else (start(asking.policy.follow_rhythm, None, asking),)


def agree(_case: Case, command: commands.AgreeFollowing, asking: Asking) -> Ruling:
    if not 1 <= command.rhythm <= LONGEST_RHYTHM:
        return Refusal("err.rhythm", "rhythm")
    wrong = asking.future(command.first, "first") if command.first else None
    return wrong or (start(command.rhythm, command.first, asking),)


def note(case: Case, command: commands.NoteFollowing, asking: Asking) -> Ruling:
    if case.next_check is None:
        return Refusal("err.not_following")
    wrong = asking.short(command.text, "text")
    rhythm = case.rhythm or asking.policy.follow_rhythm
    return wrong or (
        events.FollowingNoted(command.trend, command.text, asking.in_school_days(rhythm)),
    )


def snooze(case: Case, command: commands.Snooze, asking: Asking) -> Ruling:
    """A look may be put off a bounded number of days, and after three times only with a reason."""
    if case.next_check is None:
        return Refusal("err.not_following")
    wrong = first(_bounded(command, asking), _explained(case, command, asking))
    return wrong or (events.CheckSnoozed(asking.in_school_days(command.days), command.reason),)


def _bounded(command: commands.Snooze, asking: Asking) -> Refusal | None:
    fits = 1 <= command.days <= asking.policy.snooze_longest
    return None if fits else Refusal("err.snooze_long", "days")


def _explained(case: Case, command: commands.Snooze, asking: Asking) -> Refusal | None:
    if case.snoozes < asking.policy.snooze_free:
        return asking.short(command.reason, "reason")
    return asking.text(command.reason, "reason", "nud.snooze.why")


def oka_contact(_case: Case, command: commands.RecordOkaContact, asking: Asking) -> Ruling:
    wrong = first(asking.past(command.on, "on"), asking.text(command.report, "report"))
    return wrong or (events.OkaContacted(command.on, command.report.strip()),)


def aftercare(_case: Case, command: commands.RecordAftercare, asking: Asking) -> Ruling:
    wrong = asking.text(command.words, "words")
    return wrong or (events.AftercareDone(command.whom, command.words.strip()),)


RULES: Rules = {
    commands.AgreeFollowing: agree,
    commands.NoteFollowing: note,
    commands.Snooze: snooze,
    commands.RecordOkaContact: oka_contact,
    commands.RecordAftercare: aftercare,
}
