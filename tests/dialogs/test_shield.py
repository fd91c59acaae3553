from dataclasses import replace
from typing import Any

import pytest

from dialogs.say import say
from dialogs.screen import Line, Part, Quote
from dialogs.telling import told, whole
from dialogs.telling.shield import GONE, masked
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Decision, Origin
from meldcode.choices_melding import Unknown
from meldcode.people import PartnerRole
from meldcode.shielding import shielded
from tests import builders
from tests.builders_melding import CLAIM, PLAN, REPORT, TOLD, anonymous, planned
from tests.dialogs.desks import desk
from tests.school import TEACHER
from tests.words import load

DOCTOR = "Doctor Willow"
NAME = TEACHER.name


def copied(case: Case) -> str:
    """All that a copy for the family would say, in words."""
    texts = load("nl")
    parts = [part for entry in case.entries for part in whole(desk(case), entry, shielded(case))]
    return "\n".join(word for part in parts for word in _words(part, texts.of))


def _words(part: Part, of: object) -> tuple[str, ...]:
    assert callable(of)
    if isinstance(part, Quote):
        return (of(part.above), part.text)
    return (of(part.text),) if isinstance(part, Line) else ()


NAMING = (
    commands.AddObservation(f"{NAME} saw it, says {NAME}."),
    commands.Write(f"Thank you, {NAME.upper()}!"),
    replace(TOLD, reaction=f"They asked if it was {NAME}."),
    commands.CorrectEntry(1, f"As {NAME} said.", "A slip."),
    replace(builders.WEIGH, again="More.", on=TOLD.on, reason=f"{NAME} is sure."),
    commands.MakeAgreement("task", f"{NAME} calls.", TEACHER.id, builders.AGREEMENT.due),
)


@pytest.mark.parametrize("unknown", [Unknown.SIGNALLER, Unknown.BOTH])
def test_who_told_it_first_is_nowhere_in_a_copy(unknown: Unknown) -> None:
    """Not as author, not in a list, not as owner of a task, and not in what others wrote (R6)."""
    case = builders.play(planned(), replace(CLAIM, unknown=unknown), *NAMING)
    open_case = builders.play(planned(), *NAMING)

    assert NAME in copied(open_case)
    assert NAME.casefold() not in copied(case).casefold()


def test_the_reporter_is_nowhere_in_a_copy() -> None:
    """By name or, without the app, by the words that stand for them (R6)."""
    plan = replace(PLAN, reporter=None, reporter_other=DOCTOR)
    named = commands.Write("Doctor Willow will call; ask Willow.")
    case = builders.play(planned(plan), named, CLAIM, REPORT)

    assert DOCTOR in copied(builders.play(planned(plan), named))
    assert "Willow" not in copied(case)
    assert "iemand doet de melding." in copied(case)


def test_a_reporter_without_the_app_is_not_told_of_as_a_partner_who_was_there() -> None:
    """The name may be written otherwise and the role alone says enough, so both are left out."""
    plan = replace(PLAN, reporter=None, reporter_other=DOCTOR)
    meeting: dict[str, Any] = {"partners": "Dr. W.", "partner_roles": (PartnerRole.JGZ,)}
    weighed = replace(builders.WEIGH, again="More.", on=TOLD.on, **meeting)
    later = replace(builders.SCHEDULE, item="later", meeting="later")
    told = (weighed, later, replace(builders.OUTCOME, item="later", **meeting))
    open_case = builders.play(planned(plan), *told)
    staff = builders.play(planned(), *told, CLAIM)
    role = "Ook erbij, buiten de app (jeugdgezondheidszorg)"

    assert copied(open_case).count(role) == copied(staff).count(role) == 2
    assert role not in copied(builders.play(open_case, CLAIM))
    assert "Dr. W." not in copied(builders.play(open_case, CLAIM))


def test_a_decision_names_no_reporter_in_a_copy() -> None:
    """Also who was first chosen to report, in the decision itself, is left out."""
    case = builders.play(builders.answered(*builders.UNSAFE), CLAIM)
    made = builders.decision(Decision.MELDING)
    decided = builders.play(case, made)

    assert made.reporter in shielded(decided)
    assert "Name of oka" not in copied(decided)
    assert "ouder-kindadviseur" not in copied(decided).split("Rollen", 1)[-1].split("\n")[0]


def test_a_copy_does_not_say_that_somebody_is_anonymous() -> None:
    """Neither the grounds nor the weighing of trust, which tell of whom they are about."""
    assert CLAIM.argued[0].argument not in copied(anonymous())
    assert PLAN.trust not in copied(anonymous())
    assert PLAN.trust in copied(planned())


def test_the_care_team_still_reads_who_it_was() -> None:
    """Only copies are shielded: who works on the case knows whom to ask."""
    case = builders.play(anonymous(), commands.AddObservation("More.", origin=Origin.SEEN))
    line = told(desk(case), case.entries[-1])[0]

    assert isinstance(line, Quote)
    assert line.above.args["who"] == NAME


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Sam Zonnebloem zag het.", f"{GONE} zag het."),
        ("SAM zag het.", f"{GONE} zag het."),
        ("Zonnebloem en sam.", f"{GONE} en {GONE}."),
        ("Samen met haar.", "Samen met haar."),
        ("De juf zag het.", "De juf zag het."),
    ],
)
def test_names_go_whole_and_in_parts(text: str, shown: str) -> None:
    """A first name, a family name or both, in any case, but no part of another word."""
    parts = masked((Quote(text, say("case.child")),), ("Sam Zonnebloem",))

    assert parts == (Quote(shown, say("case.child")),)


def test_small_words_of_a_name_stay() -> None:
    """A name like "Bo van den Berg" does not take every "van" out of a text."""
    told = Quote("Bo van hier, van den Berg.", say("case.child"))
    (part,) = masked((told,), ("Bo van den Berg",))

    assert isinstance(part, Quote)
    assert part.text == f"Bo van hier, van den {GONE}."
