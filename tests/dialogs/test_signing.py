from dialogs import registry
from dialogs.code import shown
from dialogs.form import Given
from dialogs.screen import Screen
from meldcode import commands
from meldcode.case import Case
from meldcode.people import Person
from tests import builders
from tests.dialogs.desks import desk
from tests.dialogs.reading import actions, keys, says, written
from tests.school import CHAIR, DEPUTY, INTERN_BEGELEIDER, OKA

CHAIRED = builders.play(builders.on_agenda(), builders.OUTCOME, builders.WEIGH, by=CHAIR)
"""Weighed, and written down by the chair, who had no other part in it."""


def opened(case: Case, viewer: Person) -> Screen:
    return registry.SCREENS["open"](desk(case, viewer))


def test_who_was_there_reads_the_weighing_and_confirms() -> None:
    """A partner sees what was written down of it and one button; no code, and nothing else."""
    case = builders.weighed()
    screen = opened(case, OKA)

    assert screen.name == "aside"
    assert actions(screen) == ["countersign"]
    assert builders.WEIGH.risks in written(screen)
    assert builders.SIGNAL.text not in written(screen)
    assert shown(case.code) not in str(list(says(screen)))


def test_who_wrote_it_sees_that_it_waits() -> None:
    """Without a button: that is for somebody else."""
    screen = opened(builders.weighed(), INTERN_BEGELEIDER)

    assert "sign.waits.weighing" in keys(screen)
    assert "countersign" not in actions(screen)
    assert "sign.waits.weighing" not in keys(opened(builders.taken(), INTERN_BEGELEIDER))


def test_the_care_team_confirms_what_a_chair_wrote() -> None:
    """The IB'er who was there finds it on top of the case, and is not told that it waits too."""
    screen = opened(CHAIRED, INTERN_BEGELEIDER)

    assert "countersign" in actions(screen)
    assert "sign.waits.weighing" not in keys(screen)


def test_a_closing_waits_for_another_of_the_care_team() -> None:
    """Who closed it sees that it waits; a deputy reads why, and may confirm or reopen."""
    own, other = (opened(builders.closed(), who) for who in (INTERN_BEGELEIDER, DEPUTY))

    assert "sign.waits.closing" in keys(own)
    assert "countersign" not in actions(own)
    assert {"countersign", "reopen"} <= set(actions(other))


def test_a_confirmed_closing_says_no_more() -> None:
    """Only the record tells of it."""
    case = builders.signed(builders.closed())
    found = keys(opened(case, DEPUTY))

    assert not {key for key in found if key.startswith("sign.")}
    assert "chr.countersigned" in found


def test_the_button_is_about_what_was_read() -> None:
    """It names the entry, so that a later weighing is not signed unread."""
    given = Given(new_id=str, part="entry7")

    assert registry.COMMANDS["countersign"](given) == commands.Countersign("entry7")
