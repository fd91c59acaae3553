import pytest
from slack_sdk.errors import SlackApiError

from dialogs.conversations import help as helping
from dialogs.conversations import signal, stop
from dialogs.say import say
from dialogs.screen import Line as TextLine
from dialogs.screen import Screen
from tests.bot.slack.conftest import TEACHER, Line

TOO_MUCH = Screen("case", say("home.t.title"), (TextLine(say("home.danger")),) * 101)


def trigger(line: Line) -> str:
    """As a press by the teacher would bring along."""
    return line.teacher.desk.state.triggers.issue(TEACHER)


def shown(line: Line) -> list[str]:
    """The windows on the teacher's screen, the lowest first."""
    return [view.callback_id for view in line.teacher.stack()]


async def test_a_window_opens_and_changes(line: Line) -> None:
    """Opened from memory first, and filled as soon as there is something to show."""
    view = await line.windows.open(trigger(line), stop.loading())
    assert view is not None
    at_first = shown(line)
    await line.windows.change(view, stop.refused())

    assert (at_first, shown(line)) == (["loading"], ["refused"])


async def test_a_window_lies_over_another(line: Line) -> None:
    """Pushed, it leaves the one below as it is."""
    await line.windows.open(trigger(line), signal.opening("Words"))
    await line.windows.push(trigger(line), helping.help_screen())

    assert shown(line) == ["signal", "help"]


async def test_a_trigger_works_once_and_shortly(line: Line) -> None:
    """Used, too old or invented: nothing opens, and that is no error."""
    used, old = trigger(line), trigger(line)
    await line.windows.open(used, stop.loading())
    line.hands.later(seconds=4)
    opened = [await line.windows.open(one, stop.loading()) for one in (used, old, "invented")]

    assert opened == [None, None, None]


async def test_no_fourth_window(line: Line) -> None:
    """Slack stacks three; one more is not shown, and nothing breaks."""
    windows = line.windows
    await windows.open(trigger(line), stop.loading())
    pushed = [await windows.push(trigger(line), stop.loading()) for _ in range(3)]

    assert [one is None for one in pushed] == [False, False, True]


async def test_a_window_that_was_closed_is_no_error(line: Line) -> None:
    """People close a window before it is filled, which they usually do."""
    view = await line.windows.open(trigger(line), signal.opening())
    assert view is not None
    await line.teacher.close()
    await line.windows.change(view, stop.refused())
    await line.windows.around(view, "signal", signal.acute(signal.opening()), ())

    assert shown(line) == []


async def test_fields_keep_what_is_typed_while_the_screen_changes(line: Line) -> None:
    """Danger comes above the form; the words in it stay, and its name stays."""
    view = await line.windows.open(trigger(line), signal.opening())
    assert view is not None
    await line.teacher.fill(text="Half a sentence")
    inputs = [one for one in line.teacher.stack()[0].blocks if one["type"] == "input"]
    await line.windows.around(view, "signal_at", signal.acute(signal.opening()), inputs)
    (after,) = line.teacher.stack()

    assert after.callback_id == "signal_at"
    assert after.value("text") == "Half a sentence"
    assert after.title == "Bel nu 112"


async def test_home_is_shown(line: Line) -> None:
    """Published for one person, it is on that person's Home only."""
    await line.windows.home(TEACHER, Screen("home", say("home.t.title"), TOO_MUCH.parts[:1]))
    home = line.teacher.home()
    assert home is not None

    assert "112" in home.shown[0]
    assert line.workspace.person("U4").home() is None


async def test_a_screen_that_slack_refuses_is_a_defect(line: Line) -> None:
    """What is wrong with our own view is not passed over in silence."""
    with pytest.raises(SlackApiError):
        await line.windows.open(trigger(line), TOO_MUCH)
