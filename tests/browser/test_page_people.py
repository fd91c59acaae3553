from typing import Any

import pytest
from playwright.async_api import expect
from slack_bolt.async_app import AsyncAck

from tests.browser.page_stage import PHONE, PageStage, modal
from tests.demo import views

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_people_are_switched_by_keyboard_on_a_phone(stage: PageStage) -> None:
    """On a narrow window the list of people opens, a key chooses one, and the list closes."""
    await stage.post("Umaria")
    page = await stage.open(look=PHONE)
    opener = page.get_by_role("button", name="Wissel van persoon")
    await expect(opener).to_contain_text("1 ongelezen bericht")
    await opener.press("Enter")

    await page.get_by_role("button", name="Maria Veldmuis IB'er").press("Enter")

    await expect(page.get_by_role("article")).to_contain_text("Er staat iets nieuws")
    await expect(opener).to_have_attribute("aria-expanded", "false")
    assert await page.title() == "Maria Veldmuis – Chat – Wegwijzer"


async def test_all_people_and_their_roles_are_offered(stage: PageStage) -> None:
    """Eight invented people of one school, each with what they do there."""
    page = await stage.open()

    names = page.locator("#people-list").get_by_role("button")

    await expect(names).to_have_count(8)
    await expect(names.nth(3)).to_have_text("AZAmir Zeegrasvervanger van de IB'er")
    await expect(page.locator(".school")).to_have_text("De Verzonnen Regenboog")


async def test_windows_belong_to_one_person(stage: PageStage) -> None:
    """Two windows are two people: what one opens does not open for the other."""
    stage.command_opens(views.modal())
    sam, maria = await stage.open(), await stage.open(person="Umaria")

    await sam.get_by_role("button", name="Geef opdracht").click()

    await expect(modal(sam)).to_be_visible()
    await stage.post("Umaria")
    await expect(maria.get_by_role("article")).to_be_visible()
    await expect(modal(maria)).to_be_hidden()


async def test_the_home_screen_is_asked_for_and_its_buttons_work(stage: PageStage) -> None:
    """Opening Start tells the app, and what the app then shows can be used."""
    pressed: list[str] = []

    @stage.app.action("open")
    async def press(ack: AsyncAck, action: dict[str, Any]) -> None:
        pressed.append(action["action_id"])
        await ack()

    page = await stage.open()
    await page.get_by_role("link", name="Start").press("Enter")
    await expect(page.get_by_text("Het startscherm is nog leeg.")).to_be_visible()
    await stage.client.views_publish(
        user_id="Usam", view=views.home(views.section("Welkom"), views.actions(views.button()))
    )
    async with page.expect_response("**/demo/api/click"):
        await page.get_by_role("button", name="Bekijk").click()

    await expect(page.locator("main")).to_contain_text("Welkom")
    assert [one["type"] for one in stage.heard] == ["app_home_opened"]
    assert pressed == ["open"]
