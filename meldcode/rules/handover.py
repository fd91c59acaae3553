"""Other hands: another holder, and the teacher who sees the child from now on."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def hand_over(case: Case, command: commands.HandOver, asking: Asking) -> Ruling:
    wrong = first(
        asking.text(command.holder, "holder", "err.holder"), asking.short(command.words, "words")
    )
    if wrong:
        return wrong
    if command.holder == case.holder:
        return Refusal("err.same_holder", "holder")
    read = () if case.read_at else (events.SignalRead(),)
    return (*read, events.HandedOver(command.holder, command.words))


def name_follower(_case: Case, command: commands.NameFollower, asking: Asking) -> Ruling:
    wrong = first(
        asking.text(command.teacher, "teacher", "err.follower"),
        asking.future(command.since, "since"),
        _share(command, asking),
    )
    return wrong or (
        events.FollowerNamed(
            teacher=command.teacher,
            since=command.since,
            shared=command.shared,
            share_reason=command.share_reason,
            parents_know=command.parents_know,
            because=command.because,
        ),
    )


def _share(command: commands.NameFollower, asking: Asking) -> Refusal | None:
    """Whatever is shared is accounted for: why, and whether the parents know (feature 83)."""
    if not (command.shared or "").strip():
        return asking.short(command.share_reason, "share_reason")
    unknown = Refusal("err.share_parents", "parents_know")
    secret = command.parents_know is False
    return first(
        asking.short(command.shared, "shared"),
        asking.text(command.share_reason, "share_reason", "err.why_share"),
        unknown if command.parents_know is None else None,
        asking.text(command.because, "because", "err.share_untold") if secret else None,
        asking.short(command.because, "because"),
    )


def answer(case: Case, command: commands.AnswerFollower, asking: Asking) -> Ruling:
    if case.handover.follower is None:
        return Refusal("err.no_follower")
    wrong = asking.text(command.text, "text")
    return wrong or (events.FollowerAnswered(case.handover.follower, command.text.strip()),)


RULES: Rules = {
    commands.HandOver: hand_over,
    commands.NameFollower: name_follower,
    commands.AnswerFollower: answer,
}
