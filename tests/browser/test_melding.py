from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser import scenes_melding as melding
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
    melding.maria_arranges_help,
    melding.maria_prepares_a_melding,
    melding.maria_keeps_somebody_anonymous,
    melding.maria_reads_the_facts,
    melding.maria_records_the_melding,
    melding.maria_asks_for_word,
)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=lambda size: size.name)
async def test_a_melding_from_preparing_to_word_of_it(
    browser: Browser, tmp_path: Path, size: Size
) -> None:
    """Every screen of help and a melding can be used by everybody, on a phone too."""
    async with on_the_first_day(tmp_path) as address, opened(browser, address, size) as shown:
        window = Window(shown.page, Mouse(), load("nl", DEMO), examine, size.name)
        for scene in SCENES:
            await scene(window)

        assert shown.problems == []
