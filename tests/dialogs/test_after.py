from dataclasses import replace

import pytest

from dialogs import registry
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.home import home
from dialogs.conversations.today import today
from dialogs.desk import CaseLine, DueLine, HomeDesk, PartLine, TodayDesk
from dialogs.screen import Line, Screen, Tone
from meldcode import commands
from meldcode.access import Relation
from meldcode.case import Case
from meldcode.choices import Place
from meldcode.duties import Kind
from meldcode.people import Person
from meldcode.progress import Stage
from tests import builders
from tests.builders_after import (
    ANSWER_FOLLOWER,
    EVALUATE,
    MOVE_HANDLED,
    MOVES_TO,
    NAME_FOLLOWER,
    SHARE,
    UNFOUNDED,
    followed,
    left,
    moving,
    owned,
    unfounded,
)
from tests.builders_melding import helped
from tests.dialogs.desks import desk, room
from tests.dialogs.reading import actions, buttons, keys, parts, says, written
from tests.school import (
    CHAIR,
    COLLEAGUE,
    DIRECTOR,
    INTERN_BEGELEIDER,
    MEETING_ON,
    NOW,
    OKA,
    POLICY,
    TEACHER,
)

AGREED = replace(POLICY, facts=replace(POLICY.facts, pass_on="Dat er zorg is."))


def seen(case: Case, by: Person = INTERN_BEGELEIDER) -> Screen:
    return case_screen(desk(case, by))


def test_the_next_teacher_reads_exactly_one_thing() -> None:
    """There is care, ask the IB'er by name: of all that went before she sees nothing (110)."""
    screen = seen(followed(), COLLEAGUE)

    assert written(screen) == []
    assert {"flw.letter", "flw.ask"} <= set(keys(screen))
    assert {one.args.get("who") for one in says(screen) if one.key == "flw.ask"} == {
        INTERN_BEGELEIDER.name
    }


def test_the_next_teacher_reads_what_was_shared_with_her() -> None:
    """And no other word."""
    assert written(seen(followed(SHARE), COLLEAGUE)) == ["He comes without lunch."]


def test_the_next_teacher_and_the_care_team_write_to_each_other() -> None:
    """The one who told reads neither of the two."""
    case = play_as_follower(followed(), commands.Write("He is quiet."))
    case = builders.play(case, ANSWER_FOLLOWER)

    assert written(seen(case, COLLEAGUE)) == ["Come by today.", "He is quiet."]
    assert {"Come by today.", "He is quiet."} <= set(written(seen(case)))
    assert {"Come by today.", "He is quiet."} & set(written(seen(case, TEACHER))) == set()


def play_as_follower(case: Case, *wanted: commands.Command) -> Case:
    return builders.play(case, *wanted, by=COLLEAGUE)


def test_before_her_day_she_is_not_asked_to_look() -> None:
    """She sees from when on; from that day she has the buttons."""
    later = followed(replace(NAME_FOLLOWER, since=MEETING_ON))

    assert "flw.since" in keys(seen(later, COLLEAGUE))
    assert "better" not in actions(seen(later, COLLEAGUE))
    assert "better" in actions(seen(followed(), COLLEAGUE))


def test_without_a_holder_she_asks_the_team() -> None:
    """A letter without a name still says whom to ask."""
    case = left(Place.HOLDER, case=followed())

    assert "flw.ask.team" in keys(seen(case, COLLEAGUE))


def test_a_closed_case_tells_the_next_teacher_no_more() -> None:
    """It says that it is closed; there is nothing to press."""
    screen = seen(builders.play(followed(), builders.CLOSE), COLLEAGUE)

    assert "flw.closed" in keys(screen)
    assert set(actions(screen)) <= {"hide"}


def test_who_only_agreed_to_something_sees_only_that() -> None:
    """What and until when, with a button to tell that it is done; then a word of thanks."""
    case = owned()
    done = builders.play(case, commands.KeepAgreement("agreement"), by=OKA)

    assert written(seen(case, OKA)) == [builders.AGREEMENT.what]
    assert "keep" in actions(seen(case, OKA))
    assert (written(seen(done, OKA)), "own.done" in keys(seen(done, OKA))) == ([], True)


def test_the_chair_finds_her_own_agreement_without_an_item() -> None:
    """Also when nothing waits on the agenda any more."""
    own = replace(builders.AGREEMENT, owner=CHAIR.id)
    case = builders.play(builders.on_agenda(), builders.OUTCOME, own)

    assert own.what in written(seen(case, CHAIR))


@pytest.mark.parametrize("viewer", [INTERN_BEGELEIDER, TEACHER, CHAIR], ids=lambda one: one.id)
def test_unfounded_is_said_to_everybody_ever_after(viewer: Person) -> None:
    """Closed, and opened again: whoever opens it reads that the suspicion was not right (106)."""
    screens = [
        case_screen(desk(case, viewer, "item"))
        for case in (unfounded(), builders.play(unfounded(), builders.REOPEN))
    ]

    assert "case.unfounded" in keys(screens[0])
    assert "case.unfounded.before" in keys(screens[1])


def test_a_short_time_is_shown_once_the_board_agreed_on_it() -> None:
    """Before that no term stands on any screen."""
    years = replace(POLICY, retention_unfounded=1)

    assert "case.keep.short" not in keys(seen(unfounded()))
    assert "case.keep.short" in keys(case_screen(desk(unfounded(), policy=years)))


def test_a_child_that_leaves_stands_out() -> None:
    """On the care team's first screen, with the button that stands out, until it is handled."""
    screen = seen(moving())
    alerts = [
        one.text.key for one in parts(screen) if isinstance(one, Line) and one.tone is Tone.ALERT
    ]

    assert "move.sudden" in alerts
    assert [one.primary for one in buttons(screen) if one.action == "move"] == [True]
    assert "move" not in actions(seen(builders.play(moving(), MOVE_HANDLED)))


def test_only_what_the_board_says_may_be_passed_on() -> None:
    """The screen says what the board says, and without a word of the board to ask first."""
    agreed = registry.SCREENS["move"](desk(moving(MOVES_TO), policy=AGREED))
    unsaid = registry.SCREENS["move"](desk(moving(MOVES_TO)))

    assert {"move.pass_on", "move.pass_on.only", "move.call"} <= set(keys(agreed))
    assert "move.pass_on.none" in keys(unsaid)
    assert "move.pass_on" not in keys(unsaid)


def test_a_move_that_was_handled_has_no_form() -> None:
    """An old button leads to a friendly word."""
    done = builders.play(moving(), MOVE_HANDLED)

    assert registry.SCREENS["move"](desk(done)).form is None


def test_closing_says_first_that_the_child_leaves() -> None:
    """The form is there, for a suspicion that was wrong."""
    screen = registry.SCREENS["close"](desk(moving()))

    assert "err.move_open" in keys(screen)
    assert screen.form is not None


def test_who_is_missing_stands_out() -> None:
    """No holder, or nobody who sees the child: the care team reads it on top."""
    assert {"case.no_holder", "case.no_follower"} <= set(keys(seen(left(*Place))))
    assert "case.follower" in keys(seen(followed()))


def test_an_evaluation_is_told_apart() -> None:
    """The care team and the chair see that an item asks how the approach works out."""
    case = builders.play(builders.taken(), EVALUATE)

    assert "item.evaluation" in keys(seen(case))
    assert "zbo.evaluation" in keys(case_screen(desk(case, CHAIR, "item")))
    assert "zbo.evaluation" not in keys(case_screen(desk(builders.on_agenda(), CHAIR, "item")))


def test_with_a_look_the_help_is_looked_at_too() -> None:
    """The care team finds help that runs beside the look; the teacher does not see it."""
    case = helped()
    note = registry.SCREENS["note"]

    assert "note.help" in keys(note(desk(case)))
    assert "help_check" in actions(note(desk(case)))
    assert "note.help" not in keys(note(desk(case, TEACHER)))
    assert "note.help" not in keys(note(desk(builders.decided())))


def test_after_the_summer_is_proposed_when_it_is_near() -> None:
    """A new teacher named in June is meant for August, in November for today."""
    preset = registry.SCREENS["follower"](desk(builders.decided())).preset

    assert preset["since"] == NOW.date().isoformat()


def test_home_has_the_cases_of_which_one_sees_a_part() -> None:
    """A teacher finds the child of her group, a partner the agreements, by code only."""
    lines = (
        PartLine("K7T4XM", "one", Relation.FOLLOWER),
        PartLine("BCDFGH", "two", Relation.OWNER),
    )
    screen = home(HomeDesk(room(OKA), parts=lines))

    assert {"home.part.follower", "home.part.owner"} <= set(keys(screen))
    assert [one.handle for one in buttons(screen) if one.action == "open"] == ["one", "two"]
    assert "home.p.empty" not in keys(screen)
    assert "home.p.empty" in keys(home(HomeDesk(room(OKA))))


def test_home_says_that_nobody_holds_a_case() -> None:
    """It stands first, though there is a next look."""
    line = CaseLine("K7T4XM", "handle", Stage.FOLLOW, NOW, MEETING_ON, missed=True)
    shown = keys(home(HomeDesk(room(), cases=(line,))))

    assert {"home.ib.now", "home.missed"} <= set(shown)


def test_danger_that_climbed_says_what_to_do() -> None:
    """Who may not open the case reads: walk to the IB'er now."""
    calm = today(TodayDesk(room(DIRECTOR), (DueLine(Kind.SIGNAL_WAITS),)))
    urgent = today(TodayDesk(room(DIRECTOR), (DueLine(Kind.ACUTE),)))

    assert "today.task.now" in keys(urgent)
    assert "today.task" in keys(calm)


def test_the_closing_tells_all_in_the_record() -> None:
    """Grounds, reason, what got in the way and the words about it stand in the chronology."""
    texts = written(seen(builders.play(builders.decided(), UNFOUNDED)))

    assert {UNFOUNDED.reason, UNFOUNDED.bottleneck} <= set(texts)


def test_forms_of_the_care_team_are_no_way_in_for_others() -> None:
    """Whoever sees a part and presses what was never shown to them, gets no form."""
    for action in (
        "move",
        "handover",
        "follower",
        "answer_follower",
        "oka",
        "aftercare",
        "evaluate",
    ):
        screen = registry.SCREENS[action](desk(moving(), TEACHER))

        assert screen.form is None, action
