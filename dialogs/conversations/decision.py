"""Step 5: what is decided, who reports and who tells the parents.

Which decisions are open follows from the answers (`meldcode.weighing.allowed`); there is a form for
each of the three outcomes, so that what is closed cannot even be asked for.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.conversations.brake import brake
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, AnyField, Choice, Pick, Text
from dialogs.form import Form, Given
from dialogs.partners import PartnerRoles, Partners, partner_roles
from dialogs.parts import alert, form_screen, head, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from meldcode import commands
from meldcode.choices import Answer, Decision
from meldcode.happened import by_school_alone
from meldcode.weighing import ACCEPTED, CAN_HELP, ONLY_REPORT, allowed, unsafe

REPORTS = frozenset(option.value for option in Decision if option not in ONLY_REPORT)
ORDER = (
    *("present", "partners", "partner_roles", "decision", "reason"),
    *("reporter", "informs_parents", "not_informing"),
)
HELPS = frozenset({Decision.MELDING.value, Decision.NO_SUSPICION.value})


class DecideForm(Form):
    """No suspicion is left: nothing to choose, but a reason and who tells the parents."""

    name: ClassVar[str] = "decision_none"

    present: Annotated[
        list[str],
        Pick(label="weighing.present", hint="weighing.together", several=True, empty="err.present"),
    ]
    partners: Partners = None
    partner_roles: PartnerRoles = None
    reason: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="dec.why", empty="err.why", long=True)
    ]
    informs_parents: Annotated[
        str | None, Pick(label="dec.informs", hint="dec.informs.hint", empty="err.choose")
    ] = None
    not_informing: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="dec.not_informing", long=True)
    ] = None

    @classmethod
    def theme(cls) -> str:
        return "dec"

    @classmethod
    def fields(cls) -> dict[str, AnyField]:
        """Who and what come before why, also where a form adds them."""
        found = super().fields()
        return {name: found[name] for name in ORDER if name in found}

    def command(self, _given: Given, /) -> commands.Command:
        return self.decide(Decision.NO_SUSPICION, None)

    def decide(self, decision: Decision, reporter: str | None) -> commands.Decide:
        return commands.Decide(
            decision=decision,
            reason=self.reason,
            present=options.present(self.present),
            reporter=reporter,
            informs_parents=self.informs_parents,
            not_informing=self.not_informing,
            partners=self.partners,
            partner_roles=tuple(self.partner_roles or ()),
        )


class HelpDecideForm(DecideForm):
    """Help is enough, or help with a report."""

    name: ClassVar[str] = "decision_help"

    decision: Annotated[Decision, Choice(label="dec.what", of=Decision, without=HELPS)]
    reporter: Annotated[str | None, Pick(label="dec.reporter", hint="dec.reporter.hint")] = None

    def command(self, _given: Given, /) -> commands.Command:
        return self.decide(self.decision, self.reporter)


class ReportForm(DecideForm):
    """A report is necessary, with or without help beside it."""

    name: ClassVar[str] = "decision_report"

    decision: Annotated[Decision, Choice(label="dec.what", of=Decision, without=REPORTS)]
    reporter: Annotated[str, Pick(label="dec.reporter", empty="err.who_reports")]

    def command(self, _given: Given, /) -> commands.Command:
        return self.decide(self.decision, self.reporter)


DECISION_FORMS = (DecideForm, HelpDecideForm, ReportForm)


def decide(desk: Desk) -> Screen:
    """The form for what the answers leave open; without them, what comes first."""
    open_to = allowed(desk.case.questions)
    if not open_to:
        return Screen(
            "no_decision", say("dec.title"), (line("err.questions_first"),), handle=desk.handle
        )
    form = _form(open_to)
    alone = (quiet("weighing.partner"),) if by_school_alone(desk.case) else ()
    before = (*_before(desk, form), *alone, *brake(desk))
    return form_screen(desk, form, before=before, options=lists(form, desk.room))


def _form(open_to: frozenset[Decision]) -> type[DecideForm]:
    if open_to == ONLY_REPORT:
        return ReportForm
    return HelpDecideForm if Decision.HELP in open_to else DecideForm


def _before(desk: Desk, form: type[Form]) -> tuple[Part, ...]:
    note = line("dec.note")
    if form is DecideForm:
        return (note, head("dec.none"))
    if form is ReportForm:
        why = (alert(key) for key in _why_report(desk.case.questions))
        return (note, *why, quiet("dec.norm"), quiet("dec.who"), quiet("dec.child12"))
    return (note, quiet("dec.who"))


def _why_report(answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """The professional norm that asks for it (domain.md 1.2), in the order of the questions."""
    if unsafe(answers):
        accepted = answers[ACCEPTED - 1 : ACCEPTED] == (Answer.YES,)
        return ("dec.unsafe", "dec.serious") if accepted else ("dec.unsafe",)
    failed = CAN_HELP + answers[CAN_HELP - 1 :].index(Answer.NO)
    return ({CAN_HELP: "dec.not_enough", ACCEPTED: "dec.no_cooperation"}.get(failed, "dec.fails"),)


def lists(form: type[Form], room: Room) -> Options:
    """What the Picks of `form` offer."""
    everybody = options.people(room)
    found: Options = {"present": options.roles(room), "informs_parents": everybody}
    found = {**found, "partner_roles": partner_roles()}
    return found if form is DecideForm else {**found, "reporter": everybody}
