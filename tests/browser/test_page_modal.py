from typing import Any

import pytest
from playwright.async_api import expect
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.browser.page_stage import PageStage, modal
from tests.demo import views

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FACTS = "Wat heb je gezien?"


def answers(stage: PageStage, **answer: object) -> list[Any]:
    """Answer each submission like this; the list fills with the submitted values."""
    seen: list[Any] = []

    @stage.app.view("signal")
    async def submitted(ack: AsyncAck, body: dict[str, Any]) -> None:
        seen.append(body["view"]["state"]["values"])
        await ack(answer or "")

    return seen


async def test_a_form_is_filled_and_sent_by_keyboard_alone(stage: PageStage) -> None:
    """The form opens, takes keys from its first field to its button, and gives focus back."""
    stage.command_opens(views.modal(views.text_input(), views.choice("radio_buttons")))
    seen = answers(stage)
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht /zorgsignaal").press("Enter")
    await expect(page.get_by_role("heading", name="Vertel wat je ziet")).to_be_focused()

    for key in ("Tab", "Tab", *"Stil", "Tab", "Space", "Tab", "Tab", "Enter"):
        await page.keyboard.press(key)

    await expect(modal(page)).to_be_hidden()
    await expect(page.get_by_role("button", name="Geef opdracht /zorgsignaal")).to_be_focused()
    assert seen[0]["facts"]["text"]["value"] == "Stil"
    assert seen[0]["speed"]["pick"]["selected_option"]["value"] == "today"


async def test_a_wrong_answer_gets_its_sentence_at_the_field(stage: PageStage) -> None:
    """An error stands at its field, is read with it, has the focus, and what was typed stays."""
    stage.command_opens(views.modal(views.text_input(), views.text_input("child")))
    answers(stage, response_action="errors", errors={"child": "Schrijf geen achternaam."})
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    fields = page.get_by_label(FACTS)
    await fields.nth(0).fill("Stil")
    await fields.nth(1).fill("Kim Achternaam")

    await modal(page).get_by_role("button", name="Verstuur").click()

    await expect(fields.nth(1)).to_be_focused()
    await expect(fields.nth(1)).to_have_accessible_description("Fout: Schrijf geen achternaam.")
    await expect(fields.nth(1)).to_have_value("Kim Achternaam")
    await expect(fields.nth(0)).to_have_value("Stil")


async def test_typed_words_stay_when_the_app_changes_the_window(stage: PageStage) -> None:
    """A choice that makes the app change the window loses neither words, nor focus."""
    speed = views.choice("radio_buttons", dispatch_action=True)
    stage.command_opens(views.modal(views.text_input(), speed))

    @stage.app.action("pick")
    async def picked(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        blocks = [views.section("Bel nu 112."), views.text_input(), speed]
        await client.views_update(view_id=body["view"]["id"], view=views.modal(*blocks))
        await ack()

    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await page.get_by_label(FACTS).fill("Stil in de kring")

    await page.get_by_label("Vandaag").check()

    await expect(modal(page)).to_contain_text("Bel nu 112.")
    await expect(page.get_by_label(FACTS)).to_have_value("Stil in de kring")
    await expect(page.get_by_label("Vandaag")).to_be_focused()
    await expect(page.get_by_label("Vandaag")).to_be_checked()


async def test_windows_stack_and_escape_goes_back_one(stage: PageStage) -> None:
    """Escape leaves the window on top only, and the one below still holds what was typed."""
    stage.command_opens(views.modal(views.text_input(), views.actions(views.button())))

    @stage.app.action("open")
    async def pressed(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        second = views.modal(views.section(), title=views.plain("Hulp"))
        await client.views_push(trigger_id=body["trigger_id"], view=second)
        await ack()

    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await page.get_by_label(FACTS).fill("Stil")
    await page.get_by_role("button", name="Bekijk").click()
    await expect(page.get_by_role("heading", name="Hulp")).to_be_focused()

    await page.keyboard.press("Escape")

    await expect(page.get_by_role("heading", name="Vertel wat je ziet")).to_be_focused()
    await expect(page.get_by_label(FACTS)).to_have_value("Stil")
    await page.keyboard.press("Escape")
    await expect(modal(page)).to_be_hidden()


async def test_the_cross_closes_every_window(stage: PageStage) -> None:
    """With windows on top of each other the cross leaves none."""
    stage.command_opens(views.modal(views.actions(views.button())))

    @stage.app.action("open")
    async def pressed(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        second = views.modal(views.section(), title=views.plain("Hulp"))
        await client.views_push(trigger_id=body["trigger_id"], view=second)
        await ack()

    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await page.get_by_role("button", name="Bekijk").click()

    await page.get_by_role("button", name="Sluit alle vensters").click()

    await expect(modal(page)).to_be_hidden()
    assert stage.sam.stack() == []


async def test_a_silent_app_is_told_in_the_window_and_nothing_typed_is_lost(
    stage: PageStage,
) -> None:
    """When the app does not answer in time, the form stays as it was, with a sentence."""
    stage.command_opens(views.modal())
    answers(stage)
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await page.get_by_label(FACTS).fill("Stil")
    await page.get_by_label(FACTS).blur()
    stage.workspace.faults.lose_acks = 1

    await modal(page).get_by_role("button", name="Verstuur").click()
    stage.hands.gives_up.set()

    await expect(modal(page).get_by_role("alert")).to_contain_text("De app reageerde niet")
    await expect(page.get_by_label(FACTS)).to_have_value("Stil")


async def test_a_button_can_ask_first(stage: PageStage) -> None:
    """A button with a question does nothing after no, and its work after yes."""
    pressed: list[str] = []
    question = {
        "title": views.plain("Afsluiten?"),
        "text": views.plain("Weet je het zeker?"),
        "confirm": views.plain("Sluit af"),
        "deny": views.plain("Nee"),
    }

    @stage.app.action("open")
    async def press(ack: AsyncAck, action: dict[str, Any]) -> None:
        pressed.append(action["action_id"])
        await ack()

    await stage.post(blocks=[views.actions(views.button(confirm=question))])
    page = await stage.open()
    asked = page.get_by_role("alertdialog", name="Afsluiten?")
    await page.get_by_role("button", name="Bekijk").click()
    await asked.get_by_role("button", name="Nee").click()
    await expect(asked).to_be_hidden()
    await expect(page.get_by_role("button", name="Bekijk")).to_be_focused()
    assert pressed == []

    await page.get_by_role("button", name="Bekijk").click()
    async with page.expect_response("**/demo/api/click"):
        await asked.get_by_role("button", name="Sluit af").click()

    await expect(asked).to_be_hidden()
    assert pressed == ["open"]


async def test_an_unsent_form_is_still_there_after_a_reload(stage: PageStage) -> None:
    """The page may be loaded again: the window comes back with what was typed."""
    stage.command_opens(views.modal())
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    async with page.expect_response("**/demo/api/fill"):
        await page.get_by_label(FACTS).fill("Stil")

    await page.reload()

    await expect(page.get_by_label(FACTS)).to_have_value("Stil")


async def test_the_last_letters_before_closing_are_not_lost(stage: PageStage) -> None:
    """Closing right after typing first gives the app what it asked to hear."""
    typed: list[str] = []

    @stage.app.action("text")
    async def heard(ack: AsyncAck, action: dict[str, Any]) -> None:
        typed.append(action["value"])
        await ack()

    config = {"trigger_actions_on": ["on_character_entered"]}
    field = views.text_input(dispatch_action=True, element={"dispatch_action_config": config})
    stage.command_opens(views.modal(field))
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await page.get_by_label(FACTS).fill("Stil in de kring")

    await page.keyboard.press("Escape")

    await expect(modal(page)).to_be_hidden()
    assert typed == ["Stil in de kring"]
    assert stage.problems == []


async def test_a_choice_that_is_taken_back_is_shown_as_it_was(stage: PageStage) -> None:
    """After no to its question a menu holds what it held before."""
    asked = {
        "title": views.plain("Zeker?"),
        "text": views.plain("Wil je dit?"),
        "confirm": views.plain("Ja"),
        "deny": views.plain("Nee"),
    }
    menu = views.choice(element={"confirm": asked})["element"]
    await stage.post(blocks=[views.actions(menu)])
    page = await stage.open()
    await page.get_by_role("combobox").select_option("Vandaag")

    await page.get_by_role("button", name="Nee").click()

    await expect(page.get_by_role("combobox")).to_have_value("")
