from dataclasses import replace

import pytest

from dialogs import registry
from dialogs.conversations.agenda import agenda
from dialogs.desk import AgendaLine, MeetingDesk
from dialogs.screen import Button, Line, Screen, Tone
from meldcode.case import Case
from meldcode.commands import Command
from meldcode.people import Person
from tests import builders
from tests.builders_after import EVALUATE
from tests.dialogs.desks import MEETING, cases, desk, room
from tests.dialogs.gallery import agenda_line
from tests.dialogs.reading import buttons, keys, written
from tests.school import CHAIR, INTERN_BEGELEIDER, MEETING_ON, MEMBER
from tests.words import load

WHY = "They may leave."
"""Why the parents do not know, in the case that was put off."""


def opens(action: str, case: Case, who: Person = INTERN_BEGELEIDER, part: str = "item") -> Screen:
    return registry.SCREENS[action](desk(case, who, part))


def seen(item: AgendaLine) -> Screen:
    return agenda(MeetingDesk(room(CHAIR), MEETING, "handle", (item,)))


def about(screen: Screen) -> list[Button]:
    return [one for one in buttons(screen) if one.handle == "handle-of-item"]


def test_the_menu_of_the_meeting_shows_what_can_be_done_with_an_item() -> None:
    """What came out, another meeting, or off: each about that item."""
    screen = opens("menu_zbo", builders.on_agenda(), part="")

    assert [one.action for one in about(screen)] == ["outcome", "move_item", "take_off"]
    assert "What can we do?" in written(screen)


@pytest.mark.parametrize("end", [builders.OUTCOME, builders.TAKE_OFF])
def test_an_item_that_waits_no_more_has_no_buttons(end: Command) -> None:
    """Neither in the menu nor on the case itself."""
    case = builders.play(builders.on_agenda(), end)

    assert [about(opens(action, case, part="")) for action in ("menu_zbo", "open")] == [[], []]


@pytest.mark.parametrize("times, tone", [(1, Tone.QUIET), (2, Tone.ALERT)])
def test_an_item_says_how_often_it_was_put_off(times: int, tone: Tone) -> None:
    """From the second time on it stands out, with the first day that it was meant for."""
    screen = seen(replace(agenda_line(), put_off=times, first_on=MEETING_ON))
    found = [one for one in screen.parts if isinstance(one, Line)]
    (said,) = [one for one in found if one.text.key == "zbo.put_off"]

    assert said.tone is tone
    assert load("nl").of(said.text) == (
        f"Al {times} keer doorgeschoven. Eerst stond het bij dinsdag 17 november."
    )


def test_an_item_that_never_moved_says_nothing_of_it() -> None:
    """Neither on the agenda nor with the item itself."""
    screens = (seen(replace(agenda_line(), put_off=0)), opens("open", builders.on_agenda(), CHAIR))

    assert [screen.name for screen in screens if "zbo.put_off" in keys(screen)] == []


KNOWN: tuple[tuple[bool | None, str | None, list[str]], ...] = (
    (True, None, ["zbo.informed.yes"]),
    (False, None, ["zbo.informed.no"]),
    (False, WHY, ["zbo.informed.no", WHY]),
    (None, None, []),
)


@pytest.mark.parametrize("known, reason, expected", KNOWN)
def test_an_agenda_says_whether_the_parents_know(
    known: bool | None,  # noqa: FBT001 - a row of a table
    reason: str | None,
    expected: list[str],
) -> None:
    """Beside whether they come, with the reason for who may read it; older items say nothing."""
    screen = seen(replace(agenda_line(), parents_informed=known, not_informed=reason))
    said = [key for key in keys(screen) if key.startswith("zbo.informed")]

    assert said + [one for one in written(screen) if one == WHY] == expected


@pytest.mark.parametrize("who, reads", [(CHAIR, True), (MEMBER, False)])
def test_a_member_does_not_read_why_the_parents_do_not_know(who: Person, *, reads: bool) -> None:
    """The reason may tell of danger at home: who leads the meeting reads it, its members do not."""
    unknown = replace(builders.SCHEDULE, parents_informed=False, not_informed=WHY)
    screen = opens("open", builders.play(builders.taken(), unknown), who)

    assert "zbo.informed.no" in keys(screen)
    assert (WHY in written(screen)) is reads


def test_a_second_item_points_to_the_first() -> None:
    """Instead of the form stands which item is open and what to do with it."""
    screen = opens("schedule", builders.on_agenda(), part="")

    assert screen.form is None
    assert "schedule.open" in keys(screen)
    assert written(screen) == ["What can we do?"]


def test_beside_a_question_an_evaluation_can_be_planned() -> None:
    """It asks something else; a second of either is pointed to the first."""
    both = builders.play(builders.on_agenda(), replace(EVALUATE, item="later", meeting="next"))

    assert opens("evaluate", builders.on_agenda(), part="").form is not None
    assert opens("evaluate", both, part="").form is None


def test_an_item_moves_to_another_meeting_only() -> None:
    """The one that it is on is not offered; without another one it is said what to do."""
    there, moved = opens("move_item", builders.on_agenda()), opens("move_item", cases()["put off"])

    assert (there.form, "zbo.none" in keys(there)) == (None, True)
    assert [one.value for one in moved.options["meeting"]] == [MEETING.id]


@pytest.mark.parametrize("who", [CHAIR, MEMBER])
def test_what_came_off_is_not_shown_at_the_meeting(who: Person) -> None:
    """With another item they still have a part in the case, but not in this one."""
    other = replace(EVALUATE, item="later", question="Does it help?")
    case = builders.play(builders.on_agenda(), builders.TAKE_OFF, other)

    assert written(opens("open", case, who)) == ["Does it help?"]


def test_the_record_tells_of_moving_and_taking_off() -> None:
    """Who did it, when, to which meeting and why; the care team reads it all."""
    screen = opens("timeline", cases()["taken off"], part="")

    assert {"chr.item_moved", "chr.item_off"} <= set(keys(screen))
    assert {"No time left.", "Help has begun."} <= set(written(screen))
