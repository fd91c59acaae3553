"""Random walks: two hundred commands, wise and foolish, asked of one case by those who may."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from meldcode import access, commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision, ItemKind, Urgency
from meldcode.commands import Command
from meldcode.decide import decide
from meldcode.people import PartnerRole, Person
from meldcode.refusal import Refusal
from meldcode.rules.asking import Ruling
from meldcode.weighing import next_question
from tests import school
from tests.builders import SAFE, SIGNAL, TOGETHER, answered, append, play, raised, taken
from tests.builders_after import followed
from tests.builders_melding import FEEDBACK, reported
from tests.meldcode import wishes_after, wishes_circle, wishes_melding, wishes_rights

STEPS = 200
MARK = "zqx"
"""Stands in every text that a walk writes, so that a leak of content can be seen."""
STAFF = (
    *(school.TEACHER, school.COLLEAGUE, school.INTERN_BEGELEIDER, school.DEPUTY),
    *(school.AANDACHTSFUNCTIONARIS, school.DIRECTOR, school.CHAIR, school.OKA),
)
NEXT, SAFELY = 0, -1
"""As the number of a question: the one that comes now; SAFELY answers it on the road to help."""

TEXT = st.sampled_from((*[f"Seen {MARK}.", f"Heard {MARK}."] * 6, "", " ", MARK * 1001))
MAYBE = st.none() | TEXT
IDS = st.sampled_from("abc")
WHO = st.sampled_from([who.id for who in STAFF])
DAYS = st.integers(-3, 40).map(lambda n: school.TODAY + timedelta(9 * n))
ANSWERS = st.sampled_from(Answer)
ALIKE = (TOGETHER[0], replace(TOGETHER[1], role=TOGETHER[0].role))
"""Two people in one role: enough only with a partner beside them."""
PRESENT = st.sampled_from(
    (*[TOGETHER] * 12, TOGETHER[:1], (), (TOGETHER[0], replace(TOGETHER[1], role="")), ALIKE)
)
NURSE: dict[str, Any] = {"partners": f"Nurse {MARK}", "partner_roles": (PartnerRole.JGZ,)}
WRITTEN: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    (*[{}] * 20, *[NURSE] * 8, *({name: value} for name, value in NURSE.items()))
)


def met(asked: type[Command], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Command]:
    """The command of a meeting, mostly with everybody in the app."""
    return st.builds(
        lambda written, **rest: asked(**rest, **written),
        WRITTEN,
        **fields,
    )


SELDOM: tuple[st.SearchStrategy[Command], ...] = (
    st.builds(commands.ReadSignal),
    st.builds(commands.TakeCase),
    st.builds(commands.Write, text=TEXT, asks=st.booleans()),
    st.builds(commands.AddObservation, text=TEXT, on=st.none() | DAYS),
    st.builds(commands.MarkObservation, seq=st.integers(0, 9), on=st.none() | DAYS),
    st.builds(commands.NameChild, child=TEXT),
    st.builds(commands.NoteInjury, on=DAYS, what=TEXT, size=MAYBE, child_words=MAYBE),
    st.builds(commands.TellInPerson),
    st.builds(commands.LinkCase, other=IDS),
    st.builds(commands.UnlinkCase, other=IDS, reason=TEXT),
    st.builds(commands.CorrectEntry, seq=st.integers(0, 99), text=TEXT, reason=TEXT),
    st.builds(
        commands.ScheduleZbo,
        item=IDS,
        meeting=IDS,
        meeting_on=DAYS,
        question=TEXT,
        parents_reason=MAYBE,
        not_informed=MAYBE,
        kind=st.sampled_from(ItemKind),
    ),
    st.builds(commands.MoveItem, item=IDS, meeting=IDS, meeting_on=DAYS, reason=MAYBE),
    st.builds(commands.TakeOffAgenda, item=IDS, reason=TEXT),
    st.builds(
        commands.RecordTalk,
        on=DAYS,
        report=TEXT,
        talk=IDS,
        named=MAYBE,
        child_words=MAYBE,
        parent=st.sampled_from((None, "a", "other")),
    ),
    st.builds(commands.RecordAdvice, on=DAYS, adviser=TEXT, advice=TEXT, follow_up=MAYBE),
    st.builds(commands.SetForms),
    st.builds(
        commands.RecordOutcome,
        item=IDS,
        outcome=TEXT,
        informs=WHO,
        informs_by=DAYS,
        agreement=IDS,
    ),
    st.builds(commands.RecordParent, parent=IDS, who=TEXT, reason=MAYBE),
    st.builds(
        commands.PlanTalk,
        talk=IDS,
        on=DAYS,
        leads=WHO,
        colleague=st.none() | WHO,
        near=st.none() | WHO,
        sees_child=MAYBE,
    ),
    st.builds(
        commands.AskColleague,
        consult=IDS,
        person=WHO,
        question=TEXT,
        name=MAYBE,
        reason=MAYBE,
        because=MAYBE,
    ),
    st.builds(commands.AnswerConsult, consult=IDS, text=TEXT),
    st.builds(commands.DeclineConsult, consult=IDS),
    st.builds(commands.WithdrawConsult, consult=IDS),
    st.builds(commands.PlanClassObservation, visit=IDS, observer=WHO, on=DAYS),
    st.builds(commands.NoteClassObservation, on=DAYS, text=TEXT, visit=IDS),
    st.builds(commands.CancelClassObservation, visit=IDS, reason=TEXT),
    st.builds(commands.RecordDiscussion, on=DAYS, present=st.lists(WHO).map(tuple), text=TEXT),
    st.builds(commands.PrepareAdvice, seen=TEXT, question=TEXT, since=MAYBE, safe=MAYBE),
    st.builds(commands.RecordNoTalk, talk=IDS, words=MAYBE),
    st.builds(commands.ComeOut, talk=IDS),
    st.builds(commands.MakeAgreement, agreement=IDS, what=TEXT, owner=WHO, due=DAYS),
    st.builds(commands.AgreeFollowing, rhythm=st.integers(-1, 120), first=st.none() | DAYS),
    st.builds(commands.RaiseSignal, text=TEXT, child=MAYBE),
    *wishes_melding.wishes(TEXT, IDS, WHO, DAYS),
    *wishes_after.wishes(TEXT, IDS, WHO, DAYS),
    *wishes_circle.wishes(TEXT),
    *wishes_rights.wishes(TEXT, IDS, WHO, DAYS),
)
OFTEN: tuple[st.SearchStrategy[Command], ...] = (
    met(commands.RecordOutcome, item=IDS, outcome=TEXT),
    st.builds(commands.KeepAgreement, agreement=IDS),
    met(
        commands.Weigh,
        present=PRESENT,
        danger=ANSWERS,
        hinders=ANSWERS,
        risks=TEXT,
        reason=TEXT,
        on=st.none() | DAYS,
        again=MAYBE,
    ),
    st.builds(commands.Weigh, present=PRESENT, risks=TEXT, reason=TEXT, on=DAYS, again=TEXT),
    st.builds(commands.NoteFollowing, text=MAYBE),
    st.builds(commands.Snooze, days=st.integers(-1, 12), reason=MAYBE),
    st.builds(commands.ReopenCase, reason=TEXT),
    st.builds(commands.WithdrawSignal),
    *wishes_after.often(TEXT),
)
QUESTION = st.builds(
    commands.AnswerQuestion,
    number=st.sampled_from((NEXT, NEXT, *[SAFELY] * 4, 1, 2)),
    answer=st.sampled_from((*[Answer.YES] * 3, *[Answer.NO] * 2, Answer.DOUBT)),
    reason=TEXT,
)
OTHERS = (Decision.MELDING, Decision.NO_SUSPICION)
DECISION = met(
    commands.Decide,
    decision=st.sampled_from((*Decision, Decision.HELP, *OTHERS)),
    reason=TEXT,
    present=PRESENT,
    reporter=WHO,
    informs_parents=st.none() | WHO,
    not_informing=MAYBE,
)
WISH = st.sampled_from((*SELDOM, *OFTEN * 3, *[QUESTION] * 24, *[DECISION] * 15)).flatmap(
    lambda wish: wish
)


def endangered() -> Case:
    return raised(replace(SIGNAL, urgency=Urgency.NOW))


def unfounded() -> Case:
    """Weighed, and there is no suspicion left."""
    return answered(Answer.NO)


def answered_for() -> Case:
    """Reported, and Veilig Thuis has told what it does."""
    return play(reported(), FEEDBACK)


START: st.SearchStrategy[Callable[[], Case]] = st.sampled_from(
    (taken, raised, raised, endangered, unfounded, answered_for, followed)
)


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One command, asked by `by` at `now` of the case `before`; shown in brief if it fails."""

    before: Case
    command: Command
    by: Person
    now: datetime
    ruling: Ruling

    def __repr__(self) -> str:
        happened = self.ruling if isinstance(self.ruling, tuple) else (self.ruling,)
        names = [getattr(one, "key", type(one).__name__) for one in happened]
        return f"{type(self.command).__name__} by {self.by.id}: {names}"

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: object) -> None:
        printer.text(repr(self))

    @property
    def after(self) -> Case:
        if isinstance(self.ruling, Refusal):
            return self.before
        return append(self.before, self.ruling, self.by, self.now)


def entitled(command: Command, case: Case) -> list[Person]:
    action = access.ACTION_OF.get(type(command))
    return [who for who in STAFF if action is None or access.may(who, action, case)]


def meant(command: Command, case: Case) -> Command:
    """The command with what only the case itself tells filled in."""
    if isinstance(command, commands.Countersign) and case.unsigned:
        return replace(command, entry=case.unsigned.id)
    if not isinstance(command, commands.AnswerQuestion) or command.number > NEXT:
        return command
    number = next_question(case.questions) or 1
    given = SAFE[number - 1] if command.number == SAFELY else command.answer
    return replace(command, number=number, answer=given)


often = settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
"""Without shrinking: that takes minutes for so long a walk, and the step that fails says enough."""


@st.composite
def walks(
    draw: st.DrawFn,
    start: st.SearchStrategy[Callable[[], Case]] = START,
    wishes: st.SearchStrategy[Command] = WISH,
    count: int = STEPS,
) -> tuple[Step, ...]:
    """The steps that somebody was entitled to take, each on the case that the last one left."""
    case, now, steps = draw(start)(), school.NOW, []
    for _ in range(count):
        wish, who, hours = draw(wishes), draw(st.integers(0, 7)), draw(st.integers(0, 60))
        now += timedelta(hours=hours)
        able = entitled(wish, case)
        if able:
            by, command = able[who % len(able)], meant(wish, case)
            ruling = decide(case, command, by, now, school.POLICY, school.CALENDAR)
            steps.append(Step(case, command, by, now, ruling))
            case = steps[-1].after
    return tuple(steps)
