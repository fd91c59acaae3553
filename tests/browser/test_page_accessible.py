from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.browser.look import problems
from tests.browser.page_stage import PHONE, WIDE, Look, PageStage, modal
from tests.demo import views

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NARROWEST = Look(320, 256)
DARK = Look(1280, 860, "dark")
LOOKS = pytest.mark.parametrize("look", [WIDE, PHONE, NARROWEST, DARK], ids=str)

Screen = Callable[[PageStage, Look], Awaitable[Page]]


async def chat(stage: PageStage, look: Look) -> Page:
    """A conversation with a thread, an own message, a private answer and every kind of element."""
    root = await stage.post(blocks=[views.section(), views.actions(views.button(style="danger"))])
    await stage.post(thread_ts=root)
    await stage.sam.say("Ik lees het straks.")
    await stage.client.chat_postEphemeral(channel="Usam", user="Usam", text="Alleen voor jou.")
    kinds = ("static_select", "radio_buttons", "checkboxes", "overflow", "multi_static_select")
    elements = [views.choice(kind)["element"] for kind in kinds]
    numbered = [{**one, "action_id": f"pick{number}"} for number, one in enumerate(elements)]
    await stage.post(blocks=[views.actions(one, block_id=one["action_id"]) for one in numbered])
    page = await stage.open(look=look)
    await expect(page.get_by_role("article")).to_have_count(5)
    return page


async def home(stage: PageStage, look: Look) -> Page:
    blocks = [
        {"type": "header", "text": views.plain("Wegwijzer")},
        {**views.section("*K7T-4XM*"), "accessory": views.button(text="Openen")},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "Is er nu gevaar? Bel 112."}]},
    ]
    await stage.client.views_publish(user_id="Usam", view=views.home(*blocks))
    return await stage.open("home", look=look)


async def proof(stage: PageStage, look: Look) -> Page:
    await stage.post()
    page = await stage.open("proof", look=look)
    await page.get_by_text("Ruwe gegevens").click()
    return page


async def form(stage: PageStage, look: Look) -> Page:
    """A form with errors at every field."""
    kinds = ("radio_buttons", "checkboxes", "static_select", "multi_static_select")
    fields = [views.text_input(), *(views.choice(kind, kind) for kind in kinds)]
    stage.command_opens(views.modal(*fields))
    page = await stage.open(look=look)
    await page.get_by_role("button", name="Geef opdracht").click()
    await modal(page).get_by_role("button", name="Verstuur").click()
    await expect(page.get_by_label("Wat heb je gezien?")).to_be_focused()
    return page


async def question(stage: PageStage, look: Look) -> Page:
    await stage.sam.say("Ik lees het straks.")
    page = await stage.open(look=look)
    await page.get_by_role("button", name="Verwijder").click()
    return page


async def panels(stage: PageStage, look: Look) -> Page:
    """The people and the clock, opened where the window is narrow, with a refused date."""
    page = await stage.open(look=look)
    for name in ("Wissel van persoon", "Klok"):
        if await page.get_by_role("button", name=name).is_visible():
            await page.get_by_role("button", name=name).click()
    await page.get_by_role("button", name="Ga naar deze dag").click()
    await expect(page.get_by_label("Naar een datum")).to_be_focused()
    return page


SCREENS = pytest.mark.parametrize("screen", [chat, home, proof, form, question, panels])


@SCREENS
@LOOKS
async def test_every_screen_can_be_used_by_everybody(
    stage: PageStage, screen: Screen, look: Look
) -> None:
    """Axe finds nothing, no target is small, nothing lies beside the window, no console error."""
    page = await screen(stage, look)

    assert await problems(page) == []
    assert stage.problems == []


async def test_the_page_asks_only_its_own_server(stage: PageStage) -> None:
    """Everything that the page loads comes from its own address, under a strict policy."""
    asked: list[str] = []
    page = await stage.open()
    page.on("request", lambda request: asked.append(request.url))

    answer = await page.reload()

    assert answer is not None
    assert answer.headers["content-security-policy"].startswith("default-src 'self';")
    await expect(page.locator("main h2")).to_be_visible()
    assert [url for url in asked if not url.startswith(stage.workspace.base_url)] == []
    assert stage.problems == []


async def test_the_skip_link_leads_past_the_people(stage: PageStage) -> None:
    """The first Tab offers a way to the content; after it the next Tab is in there."""
    await stage.post(blocks=[views.actions(views.button())])
    page = await stage.open()

    for key in ("Tab", "Enter", "Tab"):
        await page.keyboard.press(key)

    await expect(page.get_by_role("button", name="Bekijk")).to_be_focused()
