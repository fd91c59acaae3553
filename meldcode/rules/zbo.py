"""The ZBO: scheduling an item, its outcome, and the agreements made."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def schedule(case: Case, command: commands.ScheduleZbo, asking: Asking) -> Ruling:
    if command.meeting_on is None:
        return Refusal("err.meeting", "meeting")
    wrong = first(
        asking.future(command.meeting_on, "meeting"),
        _not_twice(case, command),
        asking.text(command.question, "question", "err.question"),
        _parents(command, asking),
    )
    return wrong or (
        events.ZboScheduled(
            item=command.item,
            meeting=command.meeting,
            meeting_on=command.meeting_on,
            question=command.question.strip(),
            parents_invited=command.parents_invited,
            parents_reason=command.parents_reason,
            minutes=command.minutes,
        ),
    )


def _not_twice(case: Case, command: commands.ScheduleZbo) -> Refusal | None:
    twice = any(
        item.id == command.item or (item.meeting == command.meeting and not item.handled)
        for item in case.items
    )
    return Refusal("err.scheduled", "meeting") if twice else None


def _parents(command: commands.ScheduleZbo, asking: Asking) -> Refusal | None:
    """Protocol, step 4: parents are there "indien mogelijk"; if not invited, it is said why."""
    if command.parents_invited:
        return asking.short(command.parents_reason, "parents_reason")
    return asking.text(command.parents_reason, "parents_reason", "err.why_not_invited")


def outcome(case: Case, command: commands.RecordOutcome, asking: Asking) -> Ruling:
    item = next((item for item in case.items if item.id == command.item), None)
    if item is None:
        return Refusal("err.meeting")
    if item.handled:
        return Refusal("err.handled")
    wrong = asking.text(command.outcome, "outcome")
    return wrong or (events.ZboDiscussed(item.id, command.outcome.strip()),)


def agree(case: Case, command: commands.MakeAgreement, asking: Asking) -> Ruling:
    """Asked again, as when a message is delivered twice, it is the same agreement."""
    if any(made.id == command.agreement for made in case.agreements):
        return ()
    wrong = first(
        asking.text(command.what, "what"),
        asking.text(command.owner, "owner", "err.owner"),
        asking.future(command.due, "due"),
    )
    return wrong or (
        events.AgreementMade(
            agreement=command.agreement,
            what=command.what.strip(),
            owner=command.owner,
            due=command.due,
            with_veilig_thuis=command.with_veilig_thuis,
        ),
    )


def keep(case: Case, command: commands.KeepAgreement, _asking: Asking) -> Ruling:
    made = next((made for made in case.agreements if made.id == command.agreement), None)
    if made is None:
        return Refusal("err.old")
    return () if made.kept else (events.AgreementKept(made.id),)


RULES: Rules = {
    commands.ScheduleZbo: schedule,
    commands.RecordOutcome: outcome,
    commands.MakeAgreement: agree,
    commands.KeepAgreement: keep,
}
