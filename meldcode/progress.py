"""Where a case stands on both routes; a record of what was done, never a score."""

from datetime import datetime
from enum import StrEnum

from meldcode import events
from meldcode.case import Case
from meldcode.parts import Status
from meldcode.steps import SUPPORT_OF, MeldcodeStep, SupportStep

STEP_OF: dict[type, MeldcodeStep] = {
    events.SignalRaised: MeldcodeStep.SIGNALS,
    events.ObservationAdded: MeldcodeStep.SIGNALS,
    events.ObservationMarked: MeldcodeStep.SIGNALS,
    events.InjuryNoted: MeldcodeStep.SIGNALS,
    events.FormsSet: MeldcodeStep.SIGNALS,
    events.SignalRead: MeldcodeStep.CONSULTATION,
    events.CaseTaken: MeldcodeStep.CONSULTATION,
    events.Answered: MeldcodeStep.CONSULTATION,
    events.ColleagueAsked: MeldcodeStep.CONSULTATION,
    events.ColleagueAnswered: MeldcodeStep.CONSULTATION,
    events.ClassObservationPlanned: MeldcodeStep.CONSULTATION,
    events.ClassObserved: MeldcodeStep.CONSULTATION,
    events.DiscussionHeld: MeldcodeStep.CONSULTATION,
    events.GuestInvited: MeldcodeStep.CONSULTATION,
    events.GuestWrote: MeldcodeStep.CONSULTATION,
    events.AdvicePrepared: MeldcodeStep.CONSULTATION,
    events.AdviceReceived: MeldcodeStep.CONSULTATION,
    events.TalkPlanned: MeldcodeStep.CONVERSATION,
    events.TalkHeld: MeldcodeStep.CONVERSATION,
    events.TalkNotHeld: MeldcodeStep.CONVERSATION,
    events.ZboScheduled: MeldcodeStep.WEIGHING,
    events.ZboDiscussed: MeldcodeStep.WEIGHING,
    events.Weighed: MeldcodeStep.WEIGHING,
    events.QuestionAnswered: MeldcodeStep.DECISION,
    events.Decided: MeldcodeStep.DECISION,
    events.AgreementMade: MeldcodeStep.DECISION,
    events.HelpArranged: MeldcodeStep.DECISION,
    events.MeldingPlanned: MeldcodeStep.DECISION,
    events.AnonymityClaimed: MeldcodeStep.DECISION,
    events.AnonymityLifted: MeldcodeStep.DECISION,
    events.ParentsTold: MeldcodeStep.DECISION,
    events.MeldingDone: MeldcodeStep.DECISION,
    events.HelpEvaluated: MeldcodeStep.FOLLOWING,
    events.FeedbackReceived: MeldcodeStep.FOLLOWING,
    events.FeedbackChased: MeldcodeStep.FOLLOWING,
    events.FollowingAgreed: MeldcodeStep.FOLLOWING,
    events.FollowingNoted: MeldcodeStep.FOLLOWING,
    events.OkaContacted: MeldcodeStep.FOLLOWING,
    events.AftercareDone: MeldcodeStep.FOLLOWING,
    events.CaseClosed: MeldcodeStep.FOLLOWING,
}


def begun(case: Case) -> dict[MeldcodeStep, datetime]:
    """Since when something was done in each step that has been walked."""
    found: dict[MeldcodeStep, datetime] = {}
    for entry in case.entries:
        step = STEP_OF.get(type(entry.event))
        if step:
            found.setdefault(step, entry.at)
    return found


def walked(case: Case) -> frozenset[MeldcodeStep]:
    """The steps of the meldcode in which something was done, in whatever order."""
    return frozenset(begun(case))


def walked_support(case: Case) -> frozenset[SupportStep]:
    """The same on the route of support."""
    return frozenset(SUPPORT_OF[step] for step in walked(case))


class Stage(StrEnum):
    """Where a case is, in the plain words that a teacher sees (texts.md, `st.*`)."""

    SENT = "sent"
    READ = "read"
    CONSULT = "consult"
    ZBO = "zbo"
    FOLLOW = "follow"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


def stage(case: Case) -> Stage:
    """The furthest thing that is going on."""
    if case.ended:
        return Stage.CLOSED if case.status is Status.CLOSED else Stage.WITHDRAWN
    if any(not item.handled for item in case.items):
        return Stage.ZBO
    if case.next_check:
        return Stage.FOLLOW
    if case.holder or case.handover.holder_left:
        return Stage.CONSULT
    return Stage.READ if case.read_at else Stage.SENT
