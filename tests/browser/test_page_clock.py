from datetime import date

import pytest
from playwright.async_api import expect

from tests.browser.page_stage import PHONE, PageStage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_clock_goes_an_hour_or_to_the_next_school_day(stage: PageStage) -> None:
    """The buttons move the workspace's time forward, say so, and let the bot do what is due."""
    page = await stage.open()
    panel = page.get_by_role("region", name="Klok")
    await expect(panel).to_contain_text("dinsdag 24 november 2026 om 10:00")

    await page.get_by_role("button", name="Een uur verder").click()
    await expect(panel).to_contain_text("dinsdag 24 november 2026 om 11:00")
    await page.get_by_role("button", name="Volgende schooldag").click()

    await expect(panel).to_contain_text("woensdag 25 november 2026 om 08:05")
    await expect(page.locator("#news")).to_contain_text("Het is nu woensdag 25 november")
    assert stage.moves == [date(2026, 11, 24), date(2026, 11, 25)]


async def test_the_clock_goes_to_a_date_but_never_back(stage: PageStage) -> None:
    """A date that has passed gets a sentence at the field; a later one moves the time there."""
    page = await stage.open(look=PHONE)
    await page.get_by_role("button", name="Klok").click()
    day = page.get_by_label("Naar een datum")
    await day.fill("2026-11-23")
    await page.get_by_role("button", name="Ga naar deze dag").click()
    await expect(day).to_be_focused()
    await expect(day).to_have_accessible_description(
        "Kies een datum na vandaag. De klok kan niet terug."
    )
    assert stage.moves == []

    await day.fill("2026-12-08")
    await page.get_by_role("button", name="Ga naar deze dag").click()

    await expect(page.get_by_role("region", name="Klok")).to_contain_text(
        "8 december 2026 om 08:05"
    )
    assert stage.moves == [date(2026, 12, 8)]
