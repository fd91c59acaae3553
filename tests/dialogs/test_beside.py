from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs import registry
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.chronology import MOST_BLOCKS, blocks
from dialogs.conversations.joined import JOINED, joined
from dialogs.desk import Beside, Desk, JoinedDesk
from dialogs.screen import Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Link
from meldcode.people import Person
from tests import builders
from tests.dialogs.desks import cases, desk
from tests.dialogs.reading import actions, buttons, keys, parts, says, written
from tests.school import CHAIR, INTERN_BEGELEIDER, TEACHER, TODAY

ALIKE = Beside("alike", "BCDFGH", "handle-alike")
SAME = Beside("same", "JKMNPQ", "handle-same", Link.SAME_CHILD)
FAMILY = Beside("family", "RSTVWX", "handle-family", Link.SIBLING)


def beside(*ones: Beside, case: Case | None = None) -> Desk:
    return replace(desk(case or builders.taken()), beside=ones)


HINTS: tuple[tuple[tuple[Beside, ...], bool, bool], ...] = (
    ((), False, False),
    ((ALIKE,), True, False),
    ((SAME,), False, True),
    ((FAMILY,), False, False),
    ((ALIKE, SAME, FAMILY), True, True),
)


@pytest.mark.parametrize("ones, alike, together", HINTS, ids=range(len(HINTS)))
def test_the_care_team_reads_that_there_is_more(
    ones: tuple[Beside, ...], *, alike: bool, together: bool
) -> None:
    """A child of the same name is said on the case itself; joined cases are one tap away."""
    screen = case_screen(beside(*ones))

    assert ("case.alike" in keys(screen)) == alike
    assert ("joined" in actions(screen)) == together
    assert ("beside" in actions(screen)) == bool(ones)


@pytest.mark.parametrize("viewer", [TEACHER, CHAIR], ids=lambda one: one.id)
def test_nobody_else_reads_it(viewer: Person) -> None:
    """Not a teacher and not a chair, whatever stands on their desk."""
    at = replace(desk(builders.on_agenda(), viewer), beside=(ALIKE, SAME, FAMILY))
    for action in ("open", "beside", "timeline", "menu_record"):
        shown = repr(registry.SCREENS[action](at))

        assert [one.code for one in (ALIKE, SAME, FAMILY) if one.code in shown] == [], action
        assert "case.alike" not in shown, action


def test_a_case_that_ended_leads_to_no_other() -> None:
    """A closed case does not ask to be joined."""
    screen = case_screen(beside(ALIKE, case=builders.closed()))

    assert "case.alike" not in keys(screen)
    assert "beside" not in actions(screen)


def test_each_kind_stands_apart_with_a_way_in() -> None:
    """Alike, the same child and a sibling are listed by code only."""
    screen = registry.SCREENS["beside"](beside(ALIKE, SAME, FAMILY))
    opens = [one.handle for one in buttons(screen) if one.action == "open"]

    assert [key for key in keys(screen) if key.startswith("beside.")] == [
        *("beside.head", "beside.alike", "beside.same_child", "beside.sibling"),
    ]
    assert opens[1:] == [ALIKE.handle, SAME.handle, FAMILY.handle]
    assert written(screen) == []


CODES = (((), None), ((ALIKE,), "BCD-FGH"), ((ALIKE, replace(ALIKE, code="CDFGHJ")), None))


@pytest.mark.parametrize("ones, code", CODES, ids=range(len(CODES)))
def test_the_code_is_filled_in_if_it_can_be_one_only(
    ones: tuple[Beside, ...], code: str | None
) -> None:
    """With several it is the care team that looks which one it is."""
    assert registry.SCREENS["link"](beside(*ones)).preset.get("code") == code


LONG_AGO = TODAY - timedelta(30)
OTHER = builders.play(
    builders.raised(commands.RaiseSignal("mark-signal", child="mark-child")),
    commands.AddObservation("mark-observation", on=LONG_AGO),
    commands.CorrectEntry(1, "mark-corrected", "mark-reason"),
    commands.ReadSignal(),
    commands.NameChild("mark-name"),
    commands.Write("mark-answer"),
    replace(builders.TALK, report="mark-talk"),
    builders.FORMS,
    replace(builders.WEIGH, risks="mark-risks", reason="mark-weighing"),
)
SHOWN = {"mark-signal", "mark-observation", "mark-corrected", "mark-reason"}


def together(*others: Case, action: str = "joined") -> Screen:
    desks = tuple(desk(case) for case in (builders.taken(), *others))
    return joined(action, JoinedDesk(desks, (FAMILY,)))


def test_observations_of_all_stand_in_one_chronology() -> None:
    """What happened first comes first, each under its day and the code of its own case."""
    screen = together(replace(OTHER, code="BCDFGH"))
    days = [(one.args["on"], one.args["code"]) for one in says(screen) if one.key == "joined.day"]

    assert written(screen)[0] == "mark-observation"
    assert {builders.SIGNAL.text, *SHOWN} == set(written(screen))
    assert days[0] == (LONG_AGO.isoformat(), "BCD-FGH")
    assert {code for _, code in days} == {"K7T-4XM", "BCD-FGH"}
    assert [day for day, _ in days] == sorted(day for day, _ in days)


def test_nothing_else_of_another_case_comes_along() -> None:
    """No name of the child, no form of violence, no weighing, no talk (domain.md row 69)."""
    screen = together(OTHER)
    marks = {text for text in written(screen) if text.startswith("mark-")}

    assert marks == SHOWN
    assert "chr.nature" not in keys(screen)
    assert builders.SIGNAL.child not in written(screen)


def test_a_sibling_is_only_a_way_in() -> None:
    """Of a brother or sister nothing is told here but that there is a case."""
    screen = together()

    assert "beside.sibling" in keys(screen)
    assert FAMILY.handle in {one.handle for one in buttons(screen) if one.action == "open"}


def test_many_observations_go_on_on_other_pages() -> None:
    """Nothing is lost: the pages together hold everything once."""
    words = [f"Words {number}" for number in range(60)]
    case = builders.play(builders.raised(), *(commands.AddObservation(text) for text in words))
    found = [together(case)]
    while onward := [one for one in actions(found[-1]) if one in JOINED]:
        found.append(together(case, action=onward[0]))
    read = [text for page in found for text in written(page) if text.startswith("Words")]

    assert len(found) > 2
    assert read == words
    assert all(blocks(parts(page)) <= MOST_BLOCKS + 10 for page in found)
    assert "joined" in registry.PROCESS


def test_cases_of_every_stage_can_be_joined() -> None:
    """Whatever stage another case is at, the view of both can be made."""
    for name, case in cases().items():
        if case.status != "withdrawn":
            assert INTERN_BEGELEIDER.id not in repr(together(case).title), name
