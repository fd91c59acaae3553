"""Who may do what with a case: the only place where that is decided."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from meldcode import commands
from meldcode.asides import consult_of, guest_of, signs, talks_of
from meldcode.case import Case
from meldcode.events import ConfidentialWritten, Entry
from meldcode.parts import Status
from meldcode.people import CARE_ROLES, Person, Role


class Action(StrEnum):
    """What can be done with a case. OPEN shows one's own part of it, READ everything."""

    OPEN = "open"
    READ = "read"
    WITHDRAW = "withdraw"
    WRITE = "write"
    ADD = "add"
    CARE = "care"
    MEET = "meet"
    FOLLOW = "follow"
    KEEP = "keep"
    ATTEND = "attend"
    NAME = "name"
    REPLY = "reply"
    CHECK_IN = "check_in"
    EXCLUDE = "exclude"
    BREAK = "break"
    SIGN = "sign"


class Relation(StrEnum):
    """How a person stands towards a case; the first that fits counts for what is shown."""

    CARE = "care"
    EMERGENCY = "emergency"
    RAISER = "raiser"
    CHAIR = "chair"
    FOLLOWER = "follower"
    MEMBER = "member"
    OWNER = "owner"
    GUEST = "guest"
    CONSULTED = "consulted"
    TALKING = "talking"
    SIGNING = "signing"


LIMITED = frozenset({Relation.CONSULTED, Relation.TALKING, Relation.SIGNING})
"""Relations for a while and for one thing: they show that thing, and nothing of the case."""


ALLOWED: Mapping[Relation, frozenset[Action]] = {
    Relation.CARE: frozenset(Action) - {Action.WITHDRAW, Action.ADD, Action.REPLY, Action.BREAK},
    Relation.EMERGENCY: frozenset({Action.OPEN}),
    Relation.RAISER: frozenset(
        {
            Action.OPEN,
            Action.WITHDRAW,
            Action.WRITE,
            Action.ADD,
            Action.FOLLOW,
            Action.KEEP,
            Action.NAME,
            Action.EXCLUDE,
        }
    ),
    Relation.CHAIR: frozenset({Action.OPEN, Action.ATTEND, Action.MEET, Action.KEEP}),
    Relation.FOLLOWER: frozenset({Action.OPEN, Action.WRITE, Action.FOLLOW, Action.KEEP}),
    Relation.MEMBER: frozenset({Action.OPEN, Action.ATTEND}),
    Relation.OWNER: frozenset({Action.OPEN, Action.KEEP}),
    Relation.GUEST: frozenset({Action.OPEN, Action.WRITE}),
    Relation.CONSULTED: frozenset({Action.OPEN, Action.REPLY}),
    Relation.TALKING: frozenset({Action.OPEN, Action.CHECK_IN}),
    Relation.SIGNING: frozenset({Action.OPEN, Action.SIGN}),
}

BY_ROLE: Mapping[Action, frozenset[Role]] = {Action.BREAK: CARE_ROLES | {Role.DIRECTOR}}
"""What a role at the school of the case allows without any relation to it, unless kept out."""

ACTION_OF: Mapping[type, Action] = {
    commands.ReadSignal: Action.OPEN,
    commands.WithdrawSignal: Action.WITHDRAW,
    commands.TakeCase: Action.CARE,
    commands.Write: Action.WRITE,
    commands.AddObservation: Action.ADD,
    commands.MarkObservation: Action.NAME,
    commands.NameChild: Action.NAME,
    commands.NoteInjury: Action.NAME,
    commands.TellInPerson: Action.ADD,
    commands.CorrectEntry: Action.WRITE,
    commands.LinkCase: Action.CARE,
    commands.UnlinkCase: Action.CARE,
    commands.ScheduleZbo: Action.CARE,
    commands.MoveItem: Action.MEET,
    commands.TakeOffAgenda: Action.CARE,
    commands.RecordOutcome: Action.MEET,
    commands.RecordParent: Action.CARE,
    commands.PlanTalk: Action.CARE,
    commands.RecordTalk: Action.CARE,
    commands.RecordNoTalk: Action.CARE,
    commands.ComeOut: Action.CHECK_IN,
    commands.AskColleague: Action.CARE,
    commands.AnswerConsult: Action.REPLY,
    commands.DeclineConsult: Action.REPLY,
    commands.WithdrawConsult: Action.CARE,
    commands.PlanClassObservation: Action.CARE,
    commands.NoteClassObservation: Action.CARE,
    commands.CancelClassObservation: Action.CARE,
    commands.RecordDiscussion: Action.CARE,
    commands.PrepareAdvice: Action.CARE,
    commands.RecordAdvice: Action.CARE,
    commands.SetForms: Action.CARE,
    commands.Weigh: Action.MEET,
    commands.AnswerQuestion: Action.MEET,
    commands.Decide: Action.MEET,
    commands.ArrangeHelp: Action.CARE,
    commands.EvaluateHelp: Action.CARE,
    commands.PlanMelding: Action.CARE,
    commands.ClaimAnonymity: Action.CARE,
    commands.LiftAnonymity: Action.CARE,
    commands.TellParents: Action.CARE,
    commands.RecordMelding: Action.CARE,
    commands.RecordFeedback: Action.CARE,
    commands.ChaseFeedback: Action.CARE,
    commands.MakeAgreement: Action.MEET,
    commands.KeepAgreement: Action.KEEP,
    commands.AgreeFollowing: Action.CARE,
    commands.NoteFollowing: Action.FOLLOW,
    commands.Snooze: Action.FOLLOW,
    commands.RecordOkaContact: Action.CARE,
    commands.RecordAftercare: Action.CARE,
    commands.ReportMove: Action.FOLLOW,
    commands.HandleMove: Action.CARE,
    commands.HandOver: Action.CARE,
    commands.NameFollower: Action.CARE,
    commands.AnswerFollower: Action.CARE,
    commands.CloseCase: Action.CARE,
    commands.ReopenCase: Action.CARE,
    commands.GiveOpinion: Action.ADD,
    commands.ExcludePerson: Action.EXCLUDE,
    commands.EndExclusion: Action.CARE,
    commands.InviteGuest: Action.CARE,
    commands.EndInvitation: Action.CARE,
    commands.WriteConfidential: Action.CARE,
    commands.BreakGlass: Action.BREAK,
    commands.NoteLeft: Action.CARE,
    commands.PlaceHold: Action.CARE,
    commands.LiftHold: Action.CARE,
    commands.DecideErasure: Action.CARE,
    commands.CallOffErasure: Action.CARE,
    commands.RecordRequest: Action.CARE,
    commands.PrepareCopy: Action.CARE,
    commands.DecideRequest: Action.CARE,
    commands.AnswerRequest: Action.CARE,
    commands.Countersign: Action.SIGN,
}
"""Command -> what it takes; RaiseSignal is missing because it makes the case."""


def relations(person: Person, case: Case) -> tuple[Relation, ...]:
    """Every relation of `person` to `case`, the most encompassing first.

    There is no other way into a case; for whoever is kept out of it there is none (R11).
    """
    if person.id in case.circle.excluded:
        return ()
    found = []
    if person.has(case.school, *CARE_ROLES) and case.status is not Status.WITHDRAWN:
        found.append(Relation.CARE)
    if person.has(case.school, Role.DIRECTOR) and broke_glass(person, case):
        found.append(Relation.EMERGENCY)
    here = person.works_at(case.school)
    if case.school in person.roles and person.id == case.raised_by:
        found.append(Relation.RAISER)
    items = [item for item in case.items if not item.taken_off]
    if person.has(case.school, Role.ZBO_CHAIR) and items:
        found.append(Relation.CHAIR)
    if here and person.id == case.handover.follower:
        found.append(Relation.FOLLOWER)
    if here and any(person.attends(case.school, item.meeting) for item in items):
        found.append(Relation.MEMBER)
    if here and any(made.owner == person.id for made in case.agreements):
        found.append(Relation.OWNER)
    if here and guest_of(case, person):
        found.append(Relation.GUEST)
    return (*found, *_for_a_while(person, case))


def _for_a_while(person: Person, case: Case) -> Iterator[Relation]:
    """A small part that ends by itself, and with the person's last role at the school.

    A question may also go to a care team elsewhere: to who knows the class of a brother or sister.
    """
    here = person.works_at(case.school)
    if (here or person.in_care) and consult_of(case, person.id):
        yield Relation.CONSULTED
    if here and talks_of(case, person.id):
        yield Relation.TALKING
    if here and signs(case, person.id):
        yield Relation.SIGNING


def broke_glass(person: Person, case: Case) -> bool:
    """Whether this person has, on their day, opened in an emergency what was closed to them."""
    return any(one.person == person.id and person.on <= one.until for one in case.circle.opened)


def reads_confidential(person: Person, case: Case, entry: Entry) -> bool:
    """Whether the words of an entry in the confidential part are for this person (row 65)."""
    event = entry.event
    if not isinstance(event, ConfidentialWritten) or Relation.CARE not in relations(person, case):
        return False
    chosen = person.id in {entry.by, *event.readers}
    guards = person.has(case.school, Role.AANDACHTSFUNCTIONARIS)
    return chosen or guards or broke_glass(person, case)


def may(person: Person, action: Action, case: Case) -> bool:
    """Whether `person` may do `action` with `case`, by a relation they have to it or a role."""
    found = relations(person, case)
    return any(action in ALLOWED[one] for one in found) or _by_role(person, action, case)


def _by_role(person: Person, action: Action, case: Case) -> bool:
    """What was taken back unread stays unread, also in an emergency."""
    if person.id in case.circle.excluded or case.status is Status.WITHDRAWN:
        return False
    return person.has(case.school, *BY_ROLE.get(action, ()))
