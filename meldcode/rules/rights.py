"""Requests about the record: recorded, decided by a person, and answered (domain.md 1.9)."""

from datetime import timedelta

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices_rights import RequestKind, Verdict
from meldcode.parts_rights import Request
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def record(case: Case, command: commands.RecordRequest, asking: Asking) -> Ruling:
    """Asked again, as when a message is delivered twice, it is the same request."""
    if any(one.id == command.request for one in case.requests):
        return ()
    wrong = first(
        asking.text(command.name, "name", "err.requester"),
        asking.past(command.on, "on"),
        asking.near(command.on, "on"),
        asking.short(command.words, "words"),
    )
    until = command.on + timedelta(days=asking.policy.inspection_days)
    return wrong or (
        events.RequestMade(
            request=command.request,
            kind=command.kind,
            requester=command.requester,
            name=command.name.strip(),
            channel=command.channel,
            on=command.on,
            until=until,
            words=command.words,
        ),
    )


def prepare(case: Case, command: commands.PrepareCopy, asking: Asking) -> Ruling:
    request = _waiting(case, command.request)
    if request is None or request.made.kind is not RequestKind.INSPECTION:
        return Refusal("err.no_request")
    wrong = first(
        asking.text(command.reason, "reason", "err.why_copy"),
        None if _there(case, command.left_out) else Refusal("err.choose", "left_out"),
    )
    names = tuple(dict.fromkeys(name.strip() for name in command.names if name.strip()))
    left_out = tuple(sorted(set(command.left_out)))
    return wrong or (events.CopyPrepared(command.request, left_out, names, command.reason.strip()),)


def _there(case: Case, numbers: tuple[int, ...]) -> bool:
    return set(numbers) <= set(range(1, case.version + 1))


def decide(case: Case, command: commands.DecideRequest, asking: Asking) -> Ruling:
    request = _waiting(case, command.request)
    if request is None:
        return Refusal("err.no_request")
    wrong = first(
        asking.text(command.decider, "decider", "err.decider"),
        _accounted(command, asking),
        _possible(request, command),
        _looked(request, command),
    )
    return wrong or (
        events.RequestDecided(
            request=command.request,
            verdict=command.verdict,
            ground=None if command.verdict is Verdict.WHOLE else command.ground,
            decider=command.decider,
            reason=command.reason,
        ),
    )


def _accounted(command: commands.DecideRequest, asking: Asking) -> Refusal | None:
    """Refused in whole or in part: on which ground, and why, so that it can be written down."""
    if command.verdict is Verdict.WHOLE:
        return asking.short(command.reason, "reason")
    no_ground = Refusal("err.deny_ground", "ground") if command.ground is None else None
    return first(no_ground, asking.text(command.reason, "reason", "err.why_deny"))


def _possible(request: Request, command: commands.DecideRequest) -> Refusal | None:
    """Nothing is taken out of a record: a case is erased as a whole, or stays."""
    erases = request.made.kind is RequestKind.ERASURE
    part = command.verdict is Verdict.PART
    return Refusal("err.erase_whole", "verdict") if erases and part else None


def _looked(request: Request, command: commands.DecideRequest) -> Refusal | None:
    """Nobody gets a copy in which nobody looked for others."""
    inspects = request.made.kind is RequestKind.INSPECTION
    granted = command.verdict is not Verdict.REFUSED
    return Refusal("err.copy_first") if inspects and granted and not request.copy else None


def answer(case: Case, command: commands.AnswerRequest, asking: Asking) -> Ruling:
    request = _waiting(case, command.request)
    if request is None:
        return Refusal("err.no_request")
    if request.decided is None:
        return Refusal("err.decide_request")
    wrong = first(
        asking.past(command.on, "on"),
        asking.near(command.on, "on"),
        asking.text(command.checked_by, "checked_by", "err.checked_by"),
        asking.short(command.words, "words"),
    )
    return wrong or (
        events.RequestAnswered(
            command.request, command.on, command.how, command.checked_by, command.words
        ),
    )


def _waiting(case: Case, request: str) -> Request | None:
    return next((one for one in case.requests if one.id == request and one.open), None)


RULES: Rules = {
    commands.RecordRequest: record,
    commands.PrepareCopy: prepare,
    commands.DecideRequest: decide,
    commands.AnswerRequest: answer,
}
