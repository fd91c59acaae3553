from dataclasses import replace

import pytest

from dialogs import registry
from dialogs.conversations.parents import known
from dialogs.say import say
from dialogs.screen import Buttons, Line, Part, Quote
from dialogs.telling import told
from meldcode.choices import TalkWith
from tests.builders import PARENT, TALK, play
from tests.builders_melding import planned
from tests.dialogs.desks import desk
from tests.dialogs.reading import keys
from tests.policies import policy
from tests.school import TEACHER

ABOUT_PARENTS = ("plan_talk", "talk", "melding", "parents_told")
CASE = play(planned(), PARENT)


def quoted(parts: tuple[Part, ...]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Quote)]


@pytest.mark.parametrize("action", ABOUT_PARENTS)
def test_the_card_stands_with_all_that_parents_are_told(action: str) -> None:
    """Before a talk and before telling something one reads who may hear what, and why."""
    screen = registry.SCREENS[action](desk(CASE))

    assert {"Mother", "It is not safe."} <= set(quoted(screen.parts))


@pytest.mark.parametrize("action", ABOUT_PARENTS)
def test_an_empty_card_says_so(action: str) -> None:
    """As long as nothing is known of the parents, the form asks for it."""
    assert "parent.none" in keys(registry.SCREENS[action](desk(planned())))


@pytest.mark.parametrize("action", [*ABOUT_PARENTS, "parent", "parent_again", "menu_talks"])
def test_only_the_care_team_reads_the_card(action: str) -> None:
    """The one who told opens none of these screens with a parent on it."""
    screen = registry.SCREENS[action](desk(CASE, TEACHER))

    assert "Mother" not in quoted(screen.parts)
    assert "Mother" not in screen.preset.values()
    assert "Mother" not in [one.shown for many in screen.options.values() for one in many]


def test_a_parent_can_be_put_right() -> None:
    """Each has a button in the menu, and its form starts with what is known."""
    menu = registry.SCREENS["menu_talks"](desk(CASE))
    rows = [part.row for part in menu.parts if isinstance(part, Buttons)]
    again = registry.SCREENS["parent_again"](desk(CASE, part="parent"))

    assert "parent_again" in {one.action for row in rows for one in row}
    assert (again.handle, again.preset["who"]) == ("handle-of-parent", "Mother")


@pytest.mark.parametrize("names, shown", [((), False), (("parental_authority",), True)])
def test_the_norm_is_shown_once_the_board_confirmed_it(
    names: tuple[str, ...], *, shown: bool
) -> None:
    """With whom the school talks is the board's to say; until then the screen is silent on it."""
    held = policy(*names) if names else policy("pass_on")

    assert ("parent.norm" in keys(registry.SCREENS["talk"](desk(CASE, policy=held)))) is shown


def test_a_talk_with_one_parent_offers_those_on_the_card() -> None:
    """By what the card calls them, and one who is not there yet; without a card only that one."""
    offered = [
        [one.shown for one in registry.SCREENS["talk"](desk(case)).options["parent"]]
        for case in (CASE, planned())
    ]
    another = say("talk.parent.another")

    assert offered == [["Mother", another], [another]]


def test_the_record_of_a_talk_names_that_parent() -> None:
    """The care team reads with which parent it was, as the card calls that one now."""
    talk = replace(TALK, with_whom=TalkWith.ONE_PARENT, parent=PARENT.parent)
    case = play(CASE, talk, replace(PARENT, who="Step-mother"))
    parts = told(desk(case), case.entries[-2])

    assert "Step-mother" in quoted(parts)
    assert "Step-mother" not in quoted(told(desk(case, TEACHER), case.entries[-2]))


def test_the_record_tells_it() -> None:
    """The chronology says who wrote it, about whom, and what may be heard."""
    parts = told(desk(CASE), CASE.entries[-1])
    above = [part.above.key for part in parts if isinstance(part, Quote)]

    assert above == ["chr.parent", "parent.why"]
    assert Line(known(CASE.parents[0])) in parts
