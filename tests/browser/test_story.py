from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser import scenes_following as following
from tests.browser import scenes_signal as signal
from tests.browser import scenes_zbo as zbo
from tests.browser.demo_stage import PHONE, WIDE, Size, on_the_first_day, opened
from tests.browser.hand import Mouse
from tests.browser.keyboard import Keyboard
from tests.browser.look import examine, glance
from tests.browser.window import Window
from tests.words import DEMO, load

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Scene = Callable[[Window], Awaitable[None]]

BEGINNING: tuple[Scene, ...] = (
    signal.sam_types_the_command,
    signal.sam_hears_what_to_do_in_danger,
    signal.sam_sees_the_other_route,
    signal.sam_sends_it,
    signal.maria_reads_and_takes_it,
    signal.maria_answers_with_the_button,
    signal.maria_types_in_the_thread,
    signal.sam_reads_and_adds,
    signal.sam_reads_how_it_works,
    signal.maria_asks_and_sam_answers,
)
STORY: tuple[Scene, ...] = (
    *BEGINNING,
    zbo.maria_records_a_talk,
    zbo.maria_records_an_advice,
    zbo.maria_puts_it_on_the_agenda,
    zbo.noor_gets_the_agenda_three_days_before,
    zbo.noor_gets_it_again_the_day_before,
    zbo.noor_writes_down_the_outcome,
    zbo.noor_writes_down_the_weighing,
    zbo.maria_answers_the_five_questions,
    zbo.maria_records_the_decision,
    zbo.maria_writes_down_an_agreement,
    following.maria_agrees_on_a_rhythm,
    following.sam_says_it_is_the_same,
    following.sam_puts_it_off,
    following.nobody_looks_and_it_climbs,
    following.everybody_has_a_home,
    following.sam_worries_more_and_then_less,
    following.maria_closes_it,
    following.maria_opens_it_again,
    following.the_chat_holds_none_of_it,
)
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=lambda size: size.name)


async def play(window: Window, scenes: Sequence[Scene]) -> None:
    for scene in scenes:
        await scene(window)


@SIZES
async def test_the_story_by_mouse(browser: Browser, tmp_path: Path, size: Size) -> None:
    """From the first signal to its reopening; every screen can be used by everybody."""
    async with on_the_first_day(tmp_path) as address, opened(browser, address, size) as shown:
        await play(Window(shown.page, Mouse(), load("nl", DEMO), examine, size.name), STORY)

        assert shown.problems == []


async def test_the_story_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    """The same without pointing: focus is in sight at every step, and comes back."""
    async with on_the_first_day(tmp_path) as address, opened(browser, address, WIDE) as shown:
        keys = Keyboard(shown.page)
        await play(Window(shown.page, keys, load("nl", DEMO), glance, WIDE.name), STORY)

        assert shown.problems == []


async def test_its_beginning_by_keyboard_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """With the people and the clock folded away, keys alone still lead everywhere."""
    async with on_the_first_day(tmp_path) as address, opened(browser, address, PHONE) as shown:
        keys = Keyboard(shown.page)
        await play(Window(shown.page, keys, load("nl", DEMO), glance, PHONE.name), BEGINNING)

        assert shown.problems == []
