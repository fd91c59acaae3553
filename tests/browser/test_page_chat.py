from typing import Any

import pytest
from playwright.async_api import expect
from slack_bolt.async_app import AsyncAck

from tests.browser.page_stage import PageStage
from tests.demo.views import actions, button, section

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ENVELOPE = [section("Er staat iets nieuws voor je klaar."), actions(button("open", "Bekijk"))]


async def test_a_new_message_appears_and_is_announced(stage: PageStage) -> None:
    """Whoever looks at the chat sees a new message at once, and a screen reader says it."""
    page = await stage.open()

    await stage.post(blocks=ENVELOPE)

    await expect(page.get_by_role("article")).to_contain_text("Er staat iets nieuws")
    await expect(page.locator("#news")).to_contain_text("Nieuw bericht van Wegwijzer")


async def test_unread_messages_are_counted_until_their_reader_looks(stage: PageStage) -> None:
    """The switcher counts what a person has not seen; looking takes the count away."""
    page = await stage.open()
    await stage.post("Umaria")
    await stage.post("Umaria")
    maria = page.get_by_role("button", name="Maria Veldmuis")
    await expect(maria).to_contain_text("2 ongelezen berichten")

    await maria.click()

    await expect(maria).to_have_attribute("aria-current", "true")
    await expect(page.get_by_text("Nieuw", exact=True)).to_have_count(2)
    await expect(maria).not_to_contain_text("ongelezen")


async def test_a_typed_reply_lands_in_the_thread(stage: PageStage) -> None:
    """A reply typed under a message reaches the app as a reply in that thread."""
    root = await stage.post()
    page = await stage.open()
    await page.get_by_role("button", name="Schrijf een antwoord").click()
    await page.get_by_label("Antwoord in dit gesprek").fill("Ik kom straks langs.")

    await page.get_by_label("Antwoord in dit gesprek").press("Enter")

    thread = page.get_by_role("region", name="Antwoorden bij dit bericht")
    await expect(thread.get_by_role("article")).to_contain_text("Ik kom straks langs.")
    await expect(page.get_by_label("Antwoord in dit gesprek")).to_have_value("")
    assert [(one["text"], one["thread_ts"]) for one in stage.heard] == [
        ("Ik kom straks langs.", root)
    ]


async def test_a_reply_opens_its_thread_and_keeps_what_was_being_typed(stage: PageStage) -> None:
    """News in a thread shows itself while the words and the focus of the reader stay."""
    root = await stage.post()
    page = await stage.open()
    box = page.get_by_label("Schrijf een bericht")
    await box.fill("half woord")

    await stage.post(thread_ts=root, text="Er is een antwoord.")

    await expect(page.get_by_role("region", name="Antwoorden")).to_contain_text("Er is een antw")
    await expect(box).to_have_value("half woord")
    await expect(box).to_be_focused()


async def test_a_command_takes_the_text_after_it_and_leaves_nothing_in_chat(
    stage: PageStage,
) -> None:
    """What follows a command goes to the app only."""
    heard: list[str] = []

    @stage.app.command("/zorgsignaal")
    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        heard.append(body["text"])
        await ack("Alleen voor jou.")

    page = await stage.open()
    await page.get_by_label("Schrijf een bericht").fill("/zorgsignaal Kim is stil")

    await page.get_by_label("Schrijf een bericht").press("Enter")

    await expect(page.get_by_text("Alleen zichtbaar voor jou")).to_be_visible()
    await expect(page.get_by_text("Alleen voor jou.", exact=True)).to_be_visible()
    assert heard == ["Kim is stil"]
    assert "Kim" not in str(stage.workspace.chat_text())


async def test_an_unknown_command_is_refused_and_stays_in_the_box(stage: PageStage) -> None:
    """A mistyped command gets a sentence, is sent to nobody and can be repaired."""
    page = await stage.open()
    box = page.get_by_label("Schrijf een bericht")
    await box.fill("/zorgsingaal Kim")

    await box.press("Enter")

    await expect(page.get_by_role("alert")).to_contain_text("/zorgsingaal bestaat hier niet")
    await expect(box).to_have_value("/zorgsingaal Kim")
    assert stage.sam.messages() == []


async def test_a_person_deletes_their_own_message_after_a_question(stage: PageStage) -> None:
    """Deleting asks first; yes takes the message out of the chat."""
    await stage.sam.say("Kim is stil")
    page = await stage.open()
    await page.get_by_role("button", name="Verwijder").click()

    await page.get_by_role("alertdialog").get_by_role("button", name="Verwijder").click()

    await expect(page.get_by_text("Er zijn nog geen berichten.")).to_be_visible()
    assert stage.sam.messages() == []
