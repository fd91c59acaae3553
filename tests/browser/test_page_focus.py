from typing import Any

import pytest
from playwright.async_api import expect
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.browser.page_stage import PHONE, PageStage, modal
from tests.demo import views

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FACTS = "Wat heb je gezien?"


def each_press_opens_another_window(stage: PageStage) -> None:
    """Numbered forms, each with a button that lays the next one over it."""

    def form(number: int) -> dict[str, Any]:
        blocks = (views.text_input(), views.actions(views.button()))
        return views.modal(*blocks, title=views.plain(f"Venster {number}"))

    @stage.app.action("open")
    async def pressed(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        another = form(len(stage.sam.stack()) + 1)
        await client.views_push(trigger_id=body["trigger_id"], view=another)
        await ack()

    stage.command_opens(form(1))


async def test_escape_goes_back_through_every_window(stage: PageStage) -> None:
    """To what opened the first, drawn again meanwhile; the browser itself would lose it."""
    each_press_opens_another_window(stage)
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    for number in (2, 3):
        await modal(page).get_by_role("button", name="Bekijk").click()
        await expect(page.get_by_role("heading", name=f"Venster {number}")).to_be_focused()

    await stage.post()
    for number in (2, 1):
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("heading", name=f"Venster {number}")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(modal(page)).to_be_hidden()
    await expect(page.get_by_role("button", name="Geef opdracht")).to_be_focused()
    assert stage.sam.stack() == []


async def test_words_just_typed_stay_when_another_window_opens(stage: PageStage) -> None:
    """A press right after typing first gives the app what was typed in the window below."""
    each_press_opens_another_window(stage)
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await page.get_by_label(FACTS).fill("Stil")

    await modal(page).get_by_role("button", name="Bekijk").click()

    await expect(page.get_by_role("heading", name="Venster 2")).to_be_focused()
    await expect(page.get_by_label(FACTS)).to_have_value("")
    await page.keyboard.press("Escape")
    await expect(page.get_by_label(FACTS)).to_have_value("Stil")
    assert stage.sam.stack()[0].value("facts") == "Stil"
    assert stage.problems == []


async def test_focus_stays_near_when_what_had_it_is_gone(stage: PageStage) -> None:
    """After deleting a message by keyboard the next Tab goes on from the messages."""
    await stage.post(blocks=[views.actions(views.button())])
    await stage.sam.say("Ik lees het straks.")
    page = await stage.open()
    await page.get_by_role("button", name="Verwijder").press("Enter")

    await page.get_by_role("alertdialog").get_by_role("button", name="Verwijder").press("Enter")

    await expect(page.get_by_text("Ik lees het straks.")).to_have_count(0)
    await expect(page.locator("main")).to_be_focused()


async def test_the_lists_of_a_phone_fold_away_after_use(stage: PageStage) -> None:
    """Whoever is chosen, also oneself, focus is at the button that opens the list again."""
    page = await stage.open(look=PHONE)
    opener = page.get_by_role("button", name="Wissel van persoon")
    await page.get_by_role("button", name="Klok").click()
    await opener.click()

    await page.get_by_role("button", name="Sam Zonnebloem").click()

    await expect(page.locator("#people-list")).to_be_hidden()
    await expect(opener).to_be_focused()
    await page.get_by_role("link", name="Start").click()
    await expect(page.locator("#clock-moves")).to_be_hidden()


async def test_a_half_typed_date_stays_when_something_happens(stage: PageStage) -> None:
    """News redraws the chat, and not the clock in which somebody is typing."""
    page = await stage.open()
    day = page.get_by_label("Naar een datum")
    await day.focus()
    await page.keyboard.type("12")

    await stage.post()

    await expect(page.get_by_role("article")).to_be_visible()
    await page.keyboard.type("122026")
    await expect(day).to_have_value("2026-12-12")
