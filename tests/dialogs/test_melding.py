from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dialogs import registry
from dialogs.conversations.chronology import blocks
from dialogs.desk import Desk
from dialogs.screen import Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision, Origin
from meldcode.choices_melding import Unknown
from meldcode.complaint import missing
from meldcode.people import Person
from tests import builders
from tests.builders_melding import (
    CHASE,
    CLAIM,
    FAILS,
    FEEDBACK,
    HELP,
    PLAN,
    REPORT,
    WEIGH_AGAIN,
    anonymous,
    helped,
    planned,
    reported,
)
from tests.dialogs.desks import cases, desk
from tests.dialogs.reading import actions, keys, parts, says, written
from tests.school import CHAIR, INTERN_BEGELEIDER, OKA, TEACHER
from tests.words import load

YES, NO, DOUBT = Answer.YES, Answer.NO, Answer.DOUBT
MINE = ("helping", "help_check", "melding", "anonymous", "known", "facts", "reported")
MORE = ("parents_told", "vt_agreement", "feedback", "chase", "menu_help")
LATER = datetime(2027, 1, 12, 10, tzinfo=UTC)


def opened(action: str, at: Desk) -> Screen:
    return registry.SCREENS[action](at)


def read(screen: Screen) -> str:
    texts = load("nl")
    return "\n".join(texts.of(text) for text in says(screen))


@pytest.mark.parametrize("viewer", [TEACHER, CHAIR], ids=lambda one: one.id)
@pytest.mark.parametrize("action", [*MINE, *MORE])
def test_only_the_care_team_opens_these(action: str, viewer: Person) -> None:
    """Whoever forges a button sees the case as always, and nothing of a melding."""
    at = desk(builders.play(reported(), HELP), viewer, "help")

    assert opened(action, at) == opened("open", at)


@pytest.mark.parametrize("action", [one for one in (*MINE, *MORE) if one != "facts"])
def test_a_closed_case_offers_none_of_these(action: str) -> None:
    """Everything that changes a case leads back to it once it is closed."""
    at = desk(cases()["closed"])

    assert opened(action, at) == opened("open", at)


GAPPED = ("melding", "reported")


@pytest.mark.parametrize("action", GAPPED)
def test_what_is_missing_stands_on_the_screens_of_a_melding(action: str) -> None:
    """As a list without a count, with the word that it holds up nothing."""
    case = planned()
    found = keys(opened(action, desk(case)))

    assert {f"gap.{gap}" for gap in missing(case)} <= set(found)
    assert {"gap.head", "gap.note", "melding.urgent"} <= set(found)
    assert "gap.none" not in found


def test_with_everything_written_down_nothing_is_missing() -> None:
    """Then the same place says so."""
    mark = commands.MarkObservation(1, Origin.SEEN)
    case = builders.play(reported(), commands.Write("Hello."), builders.TALK, mark)

    assert "gap.none" in keys(opened("melding", desk(case)))


def test_without_a_plan_the_phone_number_comes_first() -> None:
    """Who wants to record a melding too early reads what is missing, and whom to call."""
    screen = opened("reported", desk(builders.taken()))

    assert screen.form is None
    assert {"melding.urgent", "err.plan_first"} <= set(keys(screen))


def test_the_screen_says_when_word_is_expected() -> None:
    """Five working days from today, and that nobody may be at school on that day."""
    tuesday = opened("reported", desk(planned()))
    in_december = opened("reported", desk(planned(), now=datetime(2026, 12, 18, 10, tzinfo=UTC)))

    assert "dinsdag 10 november" in read(tuesday)
    assert "reported.vacation" not in keys(tuesday)
    assert "maandag 28 december" in read(in_december)
    assert "reported.vacation" in keys(in_december)


def test_asking_for_word_comes_with_what_to_say() -> None:
    """The number, a text to read out, their contact and reference, and who reported."""
    screen = opened("chase", desk(reported()))

    assert "Ik bel namens De Verzonnen School. Op dinsdag 3 november" in read(screen)
    assert "0800-2000" in read(screen)
    assert written(screen) == [REPORT.contact, REPORT.reference]
    assert "Name of jgz" in read(screen)


@pytest.mark.parametrize("action", ["feedback", "chase"])
def test_without_a_melding_there_is_no_word_to_record(action: str) -> None:
    """It says what comes first."""
    assert "err.not_reported" in keys(opened(action, desk(planned())))


def test_whoever_stays_anonymous_is_not_offered_to_tell_the_parents() -> None:
    """The list of who told them leaves out signaller and reporter (R6)."""
    offered = {one.value for one in opened("parents_told", desk(anonymous())).options["by"]}

    assert INTERN_BEGELEIDER.id in offered
    assert not {TEACHER.id, PLAN.reporter} & offered


STANDING = (
    ("planned", planned(), {"gap.head", "melding.owed"}),
    ("reported", reported(), {"melding.done", "feedback.due"}),
    ("answered", builders.play(reported(), FEEDBACK), {"melding.done"}),
    ("helped", helped(), {"helping.running", "helping.above"}),
    ("unsafe", builders.answered(*builders.UNSAFE), {"melding.owed", "gap.head"}),
)


@pytest.mark.parametrize("name, case, found", STANDING, ids=[name for name, *_ in STANDING])
def test_the_menu_says_how_it_stands(name: str, case: Case, found: set[str]) -> None:
    """Before what can be done comes what runs, what is owed and what is awaited."""
    shown = set(keys(opened("menu_help", desk(case))))
    about = {"gap.head", "melding.owed", "melding.done", "feedback.due", "helping.running"}

    assert found <= shown, name
    assert shown & about == found & about, name


def test_what_is_late_stands_on_the_first_screen() -> None:
    """A term that is over, word that did not come, and a melding that is owed."""
    late = builders.play(reported(), HELP)
    owed = builders.play(helped(), FAILS)

    assert not {"feedback.late", "duty.help_term"} & set(keys(opened("open", desk(late))))
    assert {"feedback.late", "duty.help_term"} <= set(keys(opened("open", desk(late, now=LATER))))
    assert "melding.owed" in keys(opened("open", desk(owed)))
    assert "melding.owed" not in keys(opened("open", desk(cases()["closed"])))


def test_each_help_has_a_button_of_its_own() -> None:
    """Whether it works is asked of one help, with what it was to bring above it."""
    case = builders.play(helped(), replace(HELP, help="other", what="A sports club."))
    menu = opened("menu_help", desk(case))
    screen = opened("help_check", desk(case, part="other"))

    assert actions(menu).count("help_check") == 2
    assert written(screen) == ["A sports club."]
    assert screen.handle == "handle-of-other"


def test_help_that_was_judged_is_not_asked_about_again() -> None:
    """Its button is gone, and an old one says so."""
    case = builders.play(helped(), FAILS)

    assert "help_check" not in actions(opened("menu_help", desk(case)))
    assert "err.old" in keys(opened("help_check", desk(case, part="gone")))


def test_many_helps_fit_the_menu() -> None:
    """However much help runs, the menu is one screen."""
    many = (replace(HELP, help=f"h{n}") for n in range(30))
    screen = opened("menu_help", desk(builders.play(reported(), CLAIM, *many)))

    assert blocks(parts(screen)) <= 100


def test_the_teacher_reads_the_advice_for_her_and_nothing_of_the_help() -> None:
    """What the OKT advises her is hers; what happens at home is not (protocol, step 5)."""
    told = opened("open", desk(helped(), TEACHER))

    assert HELP.advice in written(told)
    assert HELP.what not in written(told)
    assert HELP.goals not in written(told)


def test_weighing_again_asks_when_and_why() -> None:
    """The second time the form begins with the day and the reason, and says what lapses."""
    first = opened("weighing", desk(builders.taken()))
    again = opened("weighing", desk(builders.answered(*builders.UNSAFE)))

    assert (first.name, again.name) == ("weighing", "weighing_again")
    assert again.form is not None
    assert list(again.form.fields())[:2] == ["on", "again"]
    assert "weighing.anew" in keys(again)


def test_a_new_weighing_is_told_with_its_day_and_reason() -> None:
    """In the chronology it stands apart from the first."""
    case = builders.play(builders.answered(*builders.UNSAFE), WEIGH_AGAIN)
    screen = opened("open", desk(case))

    assert {"chr.weighed", "chr.weighed.again"} <= set(keys(screen))
    assert WEIGH_AGAIN.again in written(screen)


REASONS = (
    ((YES, YES), {"dec.unsafe"}),
    ((YES, DOUBT, YES, YES), {"dec.unsafe", "dec.serious"}),
    ((YES, YES, YES, NO), {"dec.unsafe"}),
    ((YES, NO, NO), {"dec.not_enough"}),
    ((YES, NO, YES, NO), {"dec.no_cooperation"}),
    ((YES, NO, YES, YES, NO), {"dec.fails"}),
)


@pytest.mark.parametrize("answers, why", REASONS, ids=map(str, range(len(REASONS))))
def test_the_decision_says_which_norm_asks_for_a_melding(
    answers: tuple[Answer, ...], why: set[str]
) -> None:
    """The professional norm that applies, in words, and never as a duty by law (R14)."""
    screen = opened("decision", desk(builders.answered(*answers)))
    told = {"dec.unsafe", "dec.serious", "dec.not_enough", "dec.no_cooperation", "dec.fails"}

    assert set(keys(screen)) & told == why
    assert "beroepsnorm" in read(screen)
    assert "meldplicht" not in read(screen).lower()


def test_agreements_with_veilig_thuis_are_told_as_such() -> None:
    """In the record they can be told from what school agreed on by itself."""
    assert "chr.agreed.vt" in keys(opened("open", desk(cases()["reported"])))
    assert "chr.agreed.vt" not in keys(opened("open", desk(cases()["everything"])))


def test_closing_says_what_is_still_awaited() -> None:
    """Without the form, in the order in which it must be done."""
    owed = opened("close", desk(builders.decided(Decision.MELDING)))
    waits = opened("close", desk(builders.play(reported(), CHASE)))
    runs = opened("close", desk(helped()))

    assert [screen.form for screen in (owed, waits, runs)] == [None, None, None]
    assert "err.report_first" in keys(owed)
    assert "err.feedback_open" in keys(waits)
    assert "err.help_open" in keys(runs)


def test_what_was_agreed_stands_above_the_plan() -> None:
    """Who was to report and to tell the parents, until the plan says otherwise."""
    text = read(opened("melding", desk(builders.decided(Decision.MELDING))))

    assert f"{OKA.name} doet de melding." in text
    assert f"{INTERN_BEGELEIDER.name} praat met de ouders." in text


@pytest.mark.parametrize("unknown", Unknown)
def test_anonymity_comes_with_its_warnings(unknown: Unknown) -> None:
    """That a fact of one person points at her, and what follows from it (domain.md row 96)."""
    case = builders.play(planned(), replace(CLAIM, unknown=unknown))
    screen = opened("anonymous", desk(case))

    assert {"anonymous.one", "anonymous.copies", "anonymous.talks"} <= set(keys(screen))
    assert "known" in actions(opened("menu_help", desk(case)))
