"""The ZBO: scheduling an item, its outcome, and the agreements made."""

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.parts import Item
from meldcode.refusal import NOT_YOURS, Refusal
from meldcode.rules import agenda
from meldcode.rules.asking import Asking, Rules, Ruling, first, written
from meldcode.shielding import would_know

KEEPERS = frozenset({Relation.CARE, Relation.CHAIR})


def schedule(case: Case, command: commands.ScheduleZbo, asking: Asking) -> Ruling:
    if command.meeting_on is None:
        return Refusal("err.meeting", "meeting")
    wrong = first(
        asking.future(command.meeting_on, "meeting"),
        _not_twice(case, command),
        asking.text(command.question, "question", "err.question"),
        _parents(command, asking),
        _informed(command, asking),
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
            kind=command.kind,
            guests=command.guests,
            parents_informed=command.parents_informed,
            not_informed=command.not_informed,
        ),
    )


def _not_twice(case: Case, command: commands.ScheduleZbo) -> Refusal | None:
    """One open item of a kind: what was not discussed goes on, and keeps its age."""
    if any(item.id == command.item for item in case.items):
        return Refusal("err.scheduled", "meeting")
    if any(item.kind is command.kind and not item.handled for item in case.items):
        return Refusal("err.still_open", "meeting")
    return agenda.not_there(case, command.meeting)


def _parents(command: commands.ScheduleZbo, asking: Asking) -> Refusal | None:
    """Protocol, step 4: parents are there "indien mogelijk"; if not invited, it is said why."""
    if command.parents_invited:
        return asking.short(command.parents_reason, "parents_reason")
    return asking.text(command.parents_reason, "parents_reason", "err.why_not_invited")


def _informed(command: commands.ScheduleZbo, asking: Asking) -> Refusal | None:
    """Sharing without the parents' knowing is a choice that is written down (domain.md row 83)."""
    if command.parents_informed is False:
        return asking.text(command.not_informed, "not_informed", "err.why_not_informed")
    return asking.short(command.not_informed, "not_informed")


def outcome(case: Case, command: commands.RecordOutcome, asking: Asking) -> Ruling:
    item = agenda.waiting(case, command.item)
    if isinstance(item, Refusal):
        return item
    wrong = first(
        asking.text(command.outcome, "outcome"),
        *(asking.short(getattr(command, name), name) for name in SAID),
        written(asking, command.partners, command.partner_roles),
        _absent(item, command),
        _informs(case, command, asking),
    )
    return wrong or (_discussed(command), *_telling(command))


SAID = ("child", "parents", "teacher", "not_informing", "parents_absent")
"""What may be written beside the outcome."""


def _absent(item: Item, command: commands.RecordOutcome) -> Refusal | None:
    """Parents who were invited and did not come: it is said why, as when they are not invited."""
    if command.parents_present is not False or not item.parents_invited:
        return None
    said = (command.parents_absent or "").strip()
    return None if said else Refusal("err.why_absent", "parents_absent")


def _informs(case: Case, command: commands.RecordOutcome, asking: Asking) -> Refusal | None:
    """Protocol, step 5: it is agreed who tells the parents; nobody who stays anonymous to them."""
    if not command.informs:
        return None
    if would_know(case, command.informs):
        return Refusal("err.anonymous_informs", "informs")
    if command.informs_by is None:
        return Refusal("err.date", "informs_by")
    return asking.future(command.informs_by, "informs_by")


def _discussed(command: commands.RecordOutcome) -> events.ZboDiscussed:
    return events.ZboDiscussed(
        item=command.item,
        outcome=command.outcome.strip(),
        child=command.child,
        parents=command.parents,
        teacher=command.teacher,
        informs=command.informs,
        not_informing=command.not_informing,
        parents_present=command.parents_present,
        parents_absent=command.parents_absent,
        present=command.present,
        partners=command.partners,
        partner_roles=command.partner_roles,
    )


def _telling(command: commands.RecordOutcome) -> tuple[events.Event, ...]:
    """Who tells the parents has agreed to it, with a day."""
    if not command.informs or command.informs_by is None:
        return ()
    made = events.AgreementMade(
        command.agreement, "", command.informs, command.informs_by, tells_parents=True
    )
    return (made,)


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


def keep(case: Case, command: commands.KeepAgreement, asking: Asking) -> Ruling:
    """Of all others than the care team and the chair only who it is with can say it is done."""
    made = next((made for made in case.agreements if made.id == command.agreement), None)
    if made is None:
        return Refusal("err.old")
    if made.owner != asking.by.id and KEEPERS.isdisjoint(relations(asking.by, case)):
        return NOT_YOURS
    return () if made.kept else (events.AgreementKept(made.id),)


RULES: Rules = {
    commands.ScheduleZbo: schedule,
    **agenda.RULES,
    commands.RecordOutcome: outcome,
    commands.MakeAgreement: agree,
    commands.KeepAgreement: keep,
}
