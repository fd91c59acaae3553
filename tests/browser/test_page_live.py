import pytest
from playwright.async_api import Route, expect

from tests.browser.page_stage import PageStage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CHANGES = "**/demo/api/changes*"


async def cut(route: Route) -> None:
    await route.abort()


async def test_a_lost_connection_is_told_and_caught_up(stage: PageStage) -> None:
    """Without the workspace the page says so; when it is back, what was missed appears."""
    page = await stage.open()
    await page.route(CHANGES, cut)
    await stage.post()
    await expect(page.get_by_role("article")).to_have_count(1)
    await expect(page.get_by_role("alert")).to_contain_text("Geen verbinding")
    await stage.post()

    await page.unroute(CHANGES)

    await expect(page.get_by_role("article")).to_have_count(2)
    await expect(page.get_by_role("alert")).to_be_empty()


async def test_what_cannot_be_sent_stays_in_the_box(stage: PageStage) -> None:
    """A message that does not reach the workspace is told, and is not lost."""
    page = await stage.open()
    await page.route("**/demo/api/say", cut)
    box = page.get_by_label("Schrijf een bericht")
    await box.fill("Dank je")

    await page.get_by_role("button", name="Verstuur").click()

    await expect(page.get_by_role("alert")).to_contain_text("Wat je typte blijft staan")
    await expect(box).to_have_value("Dank je")


async def test_the_page_speaks_english_too(stage: PageStage) -> None:
    """One button puts the page in English; what the app says keeps its own language."""
    await stage.post()
    page = await stage.open()

    await page.get_by_role("button", name="Switch this page to English").click()

    await expect(page.get_by_role("heading", name="Chat with Wegwijzer")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator(".blocks")).to_have_attribute("lang", "nl")
    assert (
        await page.evaluate(
            "import('/page/js/strings.js').then((strings) => strings.missingTexts())"
        )
        == []
    )
