"""A trigger lives three seconds: whatever opens a window does that before anything else."""

from dataclasses import dataclass, field

import pytest

from storage.store import Work
from tests.conversations.doing import COMMAND, leave, opened, screen, tell
from tests.conversations.stage import Stage, T

FIRST = "views.open"


@dataclass
class Watched:
    """A store that writes down which Web API calls came before each use of it."""

    stage: Stage
    start: int = 0
    before: list[list[str]] = field(default_factory=list)

    def watch(self) -> None:
        store = self.stage.bot.tools.store
        write, read = store.write, store.read

        async def watched_write(work: Work[T], **how: bool) -> T:
            self._note()
            return await write(work, **how)

        async def watched_read(work: Work[T], **how: bool) -> T:
            self._note()
            return await read(work, **how)

        store.write, store.read = watched_write, watched_read  # type: ignore[method-assign]  # a spy, no other way in
        self.start = len(self.stage.workspace.log)

    def _note(self) -> None:
        self.before.append(self.calls)

    @property
    def calls(self) -> list[str]:
        return [call.method for call in list(self.stage.workspace.log)[self.start :]]


@pytest.mark.parametrize("text", ["", "Ik zag iets."])
async def test_a_command_opens_the_form_first(stage: Stage, text: str) -> None:
    """The first call is views.open and the store is not asked before it, also at the first use."""
    watched = Watched(stage)
    watched.watch()
    await stage.person("sam").command(COMMAND, text)
    await stage.settled()

    assert watched.calls[0] == FIRST
    assert watched.before[0][0] == FIRST
    assert screen(stage, "sam").callback_id == "signal"


async def test_a_button_in_chat_opens_a_window_first(stage: Stage) -> None:
    """The window says that it is loading until the case is there."""
    await tell(stage)
    watched = Watched(stage)
    watched.watch()
    await stage.person("maria").click("open")
    await stage.settled()
    view = stage.workspace.log[watched.start].args["view"]

    assert watched.calls[:2] == [FIRST, "views.update"]
    assert watched.before[0][0] == FIRST
    assert (view["callback_id"], screen(stage, "maria").callback_id) == ("loading", "case")


async def test_a_button_in_a_modal_lays_a_window_over_it_first(stage: Stage) -> None:
    """Also there the trigger is used before the store."""
    await tell(stage)
    await stage.person("maria").click("open")
    await stage.settled()
    watched = Watched(stage)
    watched.watch()
    await stage.person("maria").click("answer")
    await stage.settled()

    assert watched.calls[0] == "views.push"
    assert watched.before[0] == ["views.push"]


async def test_home_buttons_open_first(stage: Stage) -> None:
    """The big button of Home opens the form at once."""
    await stage.person("sam").open_home()
    await stage.settled()
    watched = Watched(stage)
    watched.watch()
    await stage.person("sam").click("new_signal", home=True)
    await stage.settled()

    assert watched.calls[0] == FIRST
    assert watched.before[0] == [FIRST]


async def test_the_watching_notices(stage: Stage) -> None:
    """A command carried out by a button does use the store first: the spy sees that."""
    await tell(stage)
    await opened(stage, "maria", "answer")
    await leave(stage, "maria")
    await stage.person("maria").click("open")
    await stage.settled()
    watched = Watched(stage)
    watched.watch()
    await stage.person("maria").click("take")
    await stage.settled()

    assert watched.before[0] == []
