from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser import scenes_sharing as sharing
from tests.browser import scenes_signal as signal
from tests.browser.demo_stage import PHONE, WIDE, Size, on_the_first_day, opened
from tests.browser.hand import Mouse
from tests.browser.look import examine
from tests.browser.window import Window
from tests.words import DEMO, load

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SCENES = (
    signal.sam_types_the_command,
    signal.sam_sends_it,
    signal.maria_reads_and_takes_it,
    sharing.maria_lets_bas_read_along,
    sharing.maria_writes_in_confidence,
    sharing.bas_reads_what_was_shared,
    sharing.amir_opens_it_in_an_emergency,
    sharing.maria_is_away_until,
)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=lambda size: size.name)
async def test_who_may_see_it_and_until_when(browser: Browser, tmp_path: Path, size: Size) -> None:
    """Sharing, keeping in confidence and being away can be done by everybody, on a phone too."""
    async with on_the_first_day(tmp_path) as address, opened(browser, address, size) as shown:
        window = Window(shown.page, Mouse(), load("nl", DEMO), examine, size.name)
        for scene in SCENES:
            await scene(window)

        assert shown.problems == []
