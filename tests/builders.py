"""Cases at every stage, played through the rules, so that a test names only what matters."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from meldcode import access, commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision, Form, Grounds, Link, Origin, Present, TalkWith, Trend
from meldcode.choices_consultation import AskedAs, ParentsKnow, Place
from meldcode.choices_injury import BodyPlace
from meldcode.choices_parents import Known, MayHear
from meldcode.choices_talks import NotHeld
from meldcode.commands import Command
from meldcode.decide import decide
from meldcode.events import Entry, Event
from meldcode.people import Person, Role
from meldcode.refusal import Refusal
from meldcode.rules.asking import Ruling
from tests.school import (
    CALENDAR,
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    MEETING_ON,
    NOW,
    OKA,
    POLICY,
    SCHOOL,
    TEACHER,
    TODAY,
)

TOGETHER = (
    Present(INTERN_BEGELEIDER.id, Role.INTERN_BEGELEIDER),
    Present(OKA.id, Role.OKA),
)
SIGNAL = commands.RaiseSignal("He comes to school hungry.", child="Sam")
ADDED = commands.AddObservation("He cried.", origin=Origin.CHILD, on=TODAY)
NAMED = commands.NameChild("Sam Z.")
IN_PERSON = (commands.TellInPerson(told=True), commands.TellInPerson(told=False))
INJURY = commands.NoteInjury(
    *(TODAY, (BodyPlace.BACK_NECK, BodyPlace.FRONT_FACE), "A round mark.", "A coin."),
    *("Blue.", "Monday.", "I fell."),
)
MARK = commands.MarkObservation(1, Origin.SEEN, TODAY)
LINK = commands.LinkCase("other", Link.SAME_CHILD)
UNLINK = commands.UnlinkCase("other", "Another child.")
CORRECT = commands.CorrectEntry(1, "He comes to school late.", "I mixed two days up.")
SCHEDULE = commands.ScheduleZbo(
    "item", "meeting", MEETING_ON, "What can we do?", parents_invited=True
)
MOVE_ITEM = commands.MoveItem("item", "next", MEETING_ON + timedelta(7), "No time left.")
TAKE_OFF = commands.TakeOffAgenda("item", "Help has begun.")
OUTCOME = commands.RecordOutcome("item", "The OKA calls the parents.")
APPROACH = commands.RecordOutcome(
    item="item",
    outcome="There is a plan.",
    child="Breakfast at school.",
    parents="A talk each week.",
    teacher="The IB'er looks in.",
    informs=OKA.id,
    informs_by=MEETING_ON,
    parents_present=False,
    parents_absent="They were ill.",
    present=(INTERN_BEGELEIDER.id, OKA.id),
    agreement="tells",
)
PARENT = commands.RecordParent(
    *("parent", "Mother", Known.YES, Known.YES, MayHear.OWN), "It is not safe."
)
TALK = commands.RecordTalk(TODAY, TalkWith.PARENTS, "They see it too.")
PLAN = commands.PlanTalk(
    "talk", TODAY, time(15, 30), TalkWith.PARENTS, TEACHER.id, near=COLLEAGUE.id
)
NO_TALK = commands.RecordNoTalk(NotHeld.REFUSED, "They did not come.", "talk")
CONSULT = commands.AskColleague(
    "consult", COLLEAGUE.id, AskedAs.FORMER_TEACHER, "What did you see yourself?"
)
SHARED = replace(
    CONSULT,
    name="Sam",
    reason="She had two pupils like that.",
    parents_know=ParentsKnow.NOT_YET,
    because="That is not safe now.",
)
OBSERVE = commands.PlanClassObservation("visit", INTERN_BEGELEIDER.id, TODAY)
OBSERVED = commands.NoteClassObservation(TODAY, "He sat alone.", "visit")
NOT_OBSERVED = commands.CancelClassObservation("visit", "Ill.")
DISCUSSION = commands.RecordDiscussion(
    TODAY, Place.PUPIL, (INTERN_BEGELEIDER.id, COLLEAGUE.id), "We look along."
)
SHEET = commands.PrepareAdvice("A child comes hungry.", "What can we do?", "Since May.", "All.")
FORMS = commands.SetForms((Form.PHYSICAL, Form.HONOUR), disclosure=True)
ADVICE = commands.RecordAdvice(TODAY, "Adviser", "Keep talking.")
WEIGH = commands.Weigh(TOGETHER, Answer.NO, Answer.YES, "He falls behind.", "Three signals.")
AGREEMENT = commands.MakeAgreement("agreement", "Call the parents.", OKA.id, MEETING_ON)
FOLLOW = commands.AgreeFollowing(rhythm=5)
NOTE = commands.NoteFollowing(Trend.SAME)
CLOSE = commands.CloseCase(Grounds.RESOLVED, "It goes well.")
REOPEN = commands.ReopenCase("New signals.")

FROM_TEACHER = (
    *(commands.RaiseSignal, commands.WithdrawSignal),
    *(commands.AddObservation, commands.TellInPerson, commands.GiveOpinion),
)
SAFE = (Answer.YES, Answer.NO, Answer.YES, Answer.YES, Answer.YES)
UNSAFE = (Answer.YES, Answer.YES)
ANSWERS = {
    Decision.HELP: SAFE,
    Decision.BOTH: SAFE,
    Decision.MELDING: UNSAFE,
    Decision.NO_SUSPICION: (Answer.NO,),
}


def asker(command: Command) -> Person:
    """Who asks this as a rule."""
    return TEACHER if isinstance(command, FROM_TEACHER) else INTERN_BEGELEIDER


def ask(case: Case, command: Command, by: Person | None = None, now: datetime = NOW) -> Ruling:
    """What the rules answer."""
    return decide(case, command, by or asker(command), now, POLICY, CALENDAR)


def append(case: Case, happened: Iterable[Event], by: Person, now: datetime = NOW) -> Case:
    """The case with new entries at the end of its journal."""
    return case.then(
        Entry(case.version + n, now, by.id, event) for n, event in enumerate(happened, start=1)
    )


def play(case: Case, *wanted: Command, by: Person | None = None, now: datetime = NOW) -> Case:
    """The case after `wanted`, one after another; fails if one is refused or not this person's."""
    for command in wanted:
        who = by or asker(command)
        action = access.ACTION_OF.get(type(command))
        assert action is None or access.may(who, action, case), command
        ruling = ask(case, command, who, now)
        assert not isinstance(ruling, Refusal), (command, ruling)
        case = append(case, ruling, who, now)
    return case


def new() -> Case:
    return Case("case", "K7T4XM", SCHOOL)


def raised(command: commands.RaiseSignal = SIGNAL, now: datetime = NOW) -> Case:
    return play(new(), command, now=now)


def taken() -> Case:
    return play(raised(), commands.ReadSignal(), commands.TakeCase())


def on_agenda() -> Case:
    return play(taken(), SCHEDULE)


def put_off(times: int, case: Case | None = None) -> Case:
    """The item was moved on to a next meeting, a week later each time."""
    moves = (
        replace(MOVE_ITEM, meeting=f"next{n}", meeting_on=MEETING_ON + timedelta(7 * n))
        for n in range(1, times + 1)
    )
    return play(case or on_agenda(), *moves)


def weighed() -> Case:
    return play(on_agenda(), OUTCOME, WEIGH)


def answer(number: int, given: Answer) -> commands.AnswerQuestion:
    return commands.AnswerQuestion(number, given, "This is why.")


def answered(*answers: Answer) -> Case:
    return play(weighed(), *(answer(n, given) for n, given in enumerate(answers, start=1)))


def decision(chosen: Decision) -> commands.Decide:
    """A complete command; whoever reports is filled in where somebody must."""
    reporter = OKA.id if chosen in {Decision.MELDING, Decision.BOTH} else None
    return commands.Decide(
        chosen, "This is why.", TOGETHER, reporter, informs_parents=INTERN_BEGELEIDER.id
    )


def decided(chosen: Decision = Decision.HELP) -> Case:
    return play(answered(*ANSWERS[chosen]), decision(chosen))


def closed() -> Case:
    return play(decided(), CLOSE)


def signature(case: Case) -> commands.Countersign:
    """For what waits in the case for a second person."""
    return commands.Countersign(case.unsigned.id if case.unsigned else "nothing")


def signed(case: Case, by: Person = DEPUTY) -> Case:
    return play(case, signature(case), by=by)


def withdrawn() -> Case:
    return play(raised(), commands.WithdrawSignal())
