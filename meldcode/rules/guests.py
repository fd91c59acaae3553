"""Sharing a part of a case for a while (domain.md row 63); each share has a reason (row 83)."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.names import mentions
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

MOST_ENTRIES = 8
"""More do not fit on the one page that somebody who reads along has."""


def invite(case: Case, command: commands.InviteGuest, asking: Asking) -> Ruling:
    wrong = first(
        _person(case, command.person, asking),
        asking.future(command.until, "until"),
        asking.text(command.words, "words", "err.text"),
        _named(case, command, asking),
        _entries(case, command.entries),
        asking.text(command.reason, "reason", "err.share_why"),
        asking.parents(command.parents_know, command.because),
    )
    return wrong or (
        events.GuestInvited(
            person=command.person,
            until=command.until,
            words=command.words.strip(),
            reason=command.reason.strip(),
            parents_know=command.parents_know,
            because=command.because,
            name=command.name,
            entries=tuple(sorted(set(command.entries))),
        ),
    )


def _person(case: Case, person: str, asking: Asking) -> Refusal | None:
    if not person:
        return Refusal("err.guest", "person")
    if person == asking.by.id:
        return Refusal("err.guest_self", "person")
    return Refusal("err.guest_raiser", "person") if person == case.raised_by else None


def _named(case: Case, command: commands.InviteGuest, asking: Asking) -> Refusal | None:
    """As little as possible: without sharing the name, the words may not hold it either."""
    if command.name is not None:
        return asking.short(command.name, "name")
    child = case.signal.child if case.signal else None
    return Refusal("err.name_in_words", "words") if mentions(command.words, child) else None


def _entries(case: Case, entries: tuple[int, ...]) -> Refusal | None:
    if not {entry.seq for entry in shareable(case)}.issuperset(entries):
        return Refusal("err.old", "entries")
    return Refusal("err.many_entries", "entries") if len(set(entries)) > MOST_ENTRIES else None


def shareable(case: Case) -> tuple[events.Entry, ...]:
    """What of the journal somebody can be given to read: what was written about the child."""
    return tuple(entry for entry in case.entries if isinstance(entry.event, SHAREABLE))


def stop(case: Case, command: commands.EndInvitation, asking: Asking) -> Ruling:
    if command.person not in {one.person for one in case.circle.guests}:
        return Refusal("err.no_guest", "person")
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.InvitationEnded(command.person, command.reason.strip()),)


SHAREABLE = (
    *(events.SignalRaised, events.ObservationAdded, events.Answered, events.ClassObserved),
    *(events.ColleagueAnswered, events.AdviceReceived, events.DiscussionHeld, events.TalkHeld),
    *(events.TalkNotHeld, events.ZboDiscussed, events.AgreementMade, events.HelpArranged),
    *(events.HelpEvaluated, events.FollowingNoted, events.OkaContacted, events.FollowerWrote),
    *(events.GuestWrote, events.InjuryNoted),
)

RULES: Rules = {commands.InviteGuest: invite, commands.EndInvitation: stop}
