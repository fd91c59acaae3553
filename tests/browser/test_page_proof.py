import pytest
from playwright.async_api import expect

from tests.browser.page_stage import PageStage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_panel_shows_the_stored_chat_of_everybody(stage: PageStage) -> None:
    """Whoever is chosen, the panel holds the raw text of all people, threads and home screens."""
    root = await stage.post("Usam")
    await stage.post("Umaria", text="Er staat iets voor je klaar. Wil je nu kijken?")
    await stage.post("Usam", thread_ts=root, text="Nog iets nieuws.")

    page = await stage.open("proof", "Ubas")

    items = page.locator("main").get_by_role("listitem")
    await expect(items).to_have_count(3)
    await expect(items.filter(has_text="In de chat van Maria")).to_contain_text("nu kijken?")
    await expect(items.filter(has_text="Nog iets nieuws.")).to_have_count(1)


async def test_the_search_counts_a_word_in_everything_stored(stage: PageStage) -> None:
    """The search says 0 for a word that stayed out of chat, and finds one that did not."""
    page = await stage.open("proof", "Ubas")
    word = page.get_by_role("searchbox")
    await word.fill("kim")
    await expect(page.get_by_role("status")).to_have_text("“kim” komt 0 keer voor in de chat.")

    await stage.sam.say("Kim is stil. Arme KIM.")
    await stage.post("Umaria", metadata={"event_type": "a", "event_payload": {"key": "kimono"}})

    await expect(page.get_by_role("status")).to_have_text("“kim” komt 3 keer voor in de chat.")
    await expect(word).to_have_value("kim")
