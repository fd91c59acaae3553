from typing import Any

import pytest
from playwright.async_api import Page, expect
from slack_bolt.async_app import AsyncAck

from tests.browser.page_stage import PageStage, modal
from tests.demo import views

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BLOCKS = "/page/js/blocks"


async def drawn(page: Page, blocks: list[Any]) -> str:
    """The text of these blocks as the page draws them, without an app that sent them."""
    draw = f"""async (blocks) => {{
        const {{ drawBlocks }} = await import("{BLOCKS}/blocks.js");
        const {{ Surface }} = await import("{BLOCKS}/surface.js");
        const node = drawBlocks(blocks, new Surface({{ at: {{}}, name: "test" }}));
        document.querySelector("main").replaceChildren(node);
        return node.innerText;
    }}"""
    text: str = await page.evaluate(draw, blocks)
    return text


KINDS: dict[str, dict[str, object]] = {
    "email": {"type": "email_text_input"},
    "number": {"type": "number_input", "is_decimal_allowed": False},
    "day": {"type": "datepicker"},
    "hour": {"type": "timepicker"},
    "who": {"type": "users_select"},
}


def field(name: str) -> dict[str, object]:
    element = {**KINDS[name], "action_id": "it"}
    return views.text_input(name, label=views.plain(f"Veld {name}"), element=element)


async def fill_in(page: Page) -> None:
    typed = {"email": "sam@example.org", "number": "12", "day": "2026-12-08", "hour": "15:30"}
    for name, text in typed.items():
        await page.get_by_label(f"Veld {name}").fill(text)
    await page.get_by_label("Veld who").select_option("Maria Veldmuis")
    await page.get_by_role("group", name="Veld several").get_by_label("Deze week").check()
    await page.get_by_label("Hoe snel?").select_option("Vandaag")


async def test_every_kind_of_field_reaches_the_app(stage: PageStage) -> None:
    """What a person types and chooses in each kind of field is what the app gets."""
    several = views.choice("multi_static_select", "several", label=views.plain("Veld several"))
    choices = [several, views.choice("static_select")]
    stage.command_opens(views.modal(*map(field, KINDS), *choices))
    seen: dict[str, Any] = {}

    @stage.app.view("signal")
    async def submitted(ack: AsyncAck, view: dict[str, Any]) -> None:
        seen.update(view["state"]["values"])
        await ack()

    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()
    await fill_in(page)

    await modal(page).get_by_role("button", name="Verstuur").click()

    await expect(modal(page)).to_be_hidden()
    assert seen["email"]["it"]["value"] == "sam@example.org"
    assert seen["number"]["it"]["value"] == "12"
    assert seen["day"]["it"]["selected_date"] == "2026-12-08"
    assert seen["hour"]["it"]["selected_time"] == "15:30"
    assert seen["who"]["it"]["selected_user"] == "Umaria"
    assert [one["value"] for one in seen["several"]["pick"]["selected_options"]] == ["week"]
    assert seen["speed"]["pick"]["selected_option"]["value"] == "today"


async def test_a_choice_in_a_message_reaches_the_app_at_once(stage: PageStage) -> None:
    """A menu, an overflow and checkboxes outside a form tell the app as soon as they change."""
    seen: list[Any] = []

    @stage.app.action("pick")
    async def picked(ack: AsyncAck, action: dict[str, Any]) -> None:
        option = action.get("selected_option") or action["selected_options"][-1]
        seen.append((action["type"], option["value"]))
        await ack()

    options = [views.option("later", "Later"), views.option("never", "Nooit")]
    kinds = ("static_select", "overflow", "checkboxes")
    elements = [{"type": kind, "action_id": "pick", "options": options} for kind in kinds]
    blocks = [views.actions(one, block_id=str(number)) for number, one in enumerate(elements)]
    await stage.post(blocks=blocks)
    page = await stage.open()

    async with page.expect_response("**/demo/api/pick"):
        await page.get_by_role("combobox").select_option("Later")
    await page.get_by_role("button", name="Meer keuzes").press("Enter")
    async with page.expect_response("**/demo/api/click"):
        await page.get_by_role("button", name="Nooit").press("Enter")
    async with page.expect_response("**/demo/api/pick"):
        await page.get_by_label("Nooit").check()

    assert seen == [("static_select", "later"), ("overflow", "never"), ("checkboxes", "never")]


async def test_each_letter_can_tell_the_app_after_a_pause(stage: PageStage) -> None:
    """A field that asks for it tells the app while a person types, once per pause."""
    seen: list[str] = []

    @stage.app.action("text")
    async def typed(ack: AsyncAck, action: dict[str, Any]) -> None:
        seen.append(action["value"])
        await ack()

    config = {"trigger_actions_on": ["on_character_entered"]}
    field = views.text_input(dispatch_action=True, element={"dispatch_action_config": config})
    stage.command_opens(views.modal(field))
    page = await stage.open()
    await page.get_by_role("button", name="Geef opdracht").click()

    async with page.expect_response("**/demo/api/fill"):
        await page.get_by_label("Wat heb je gezien?").press_sequentially("Stil")

    assert seen == ["Stil"]


async def test_an_unknown_block_says_so_and_the_rest_is_shown(stage: PageStage) -> None:
    """A block or element that this page does not know is a sentence, not a hole."""
    page = await stage.open()

    text = await drawn(
        page,
        [
            {"type": "video", "block_id": "one"},
            views.actions({"type": "file_input", "action_id": "two"}),
            {"type": "header", "text": views.plain("Daarna")},
        ],
    )

    assert "Dit onderdeel (video) kan deze pagina niet laten zien." in text
    assert "Dit onderdeel (file_input) kan deze pagina niet laten zien." in text
    assert "Daarna" in text


async def test_marked_up_text_is_shown_and_never_run(stage: PageStage) -> None:
    """Slack's marks become elements; HTML in a text stays text."""
    page = await stage.open()
    source = (
        "*vet* en _schuin_ en ~weg~ en `*code*` en 2*3*4 en snake_case_naam\n"
        "• een\n• twee\n\n3. drie\n&gt; citaat &amp; meer\n"
        "<https://example.org|uitleg> <@Umaria> :memo: :onbekend: &lt;b&gt;\n"
        "<img src=x onerror=alert(1)>"
    )

    text = await drawn(page, [views.section(source)])

    main = page.locator("main")
    await expect(main.locator("strong")).to_have_text("vet")
    await expect(main.locator("em")).to_have_text("schuin")
    await expect(main.locator("s")).to_have_text("weg")
    await expect(main.locator("code")).to_have_text("*code*")
    await expect(main.locator("ul li")).to_have_text(["een", "twee"])
    await expect(main.locator("ol")).to_have_attribute("start", "3")
    await expect(main.locator("blockquote")).to_have_text("citaat & meer")
    await expect(main.locator("img, a")).to_have_count(0)
    assert "2*3*4 en snake_case_naam" in text
    assert "uitleg (https://example.org) @Maria Veldmuis 📝 :onbekend: <b>" in text


async def test_rich_text_is_shown(stage: PageStage) -> None:
    """The parts of a rich text stand there as text, list, quotation and code."""
    page = await stage.open()
    words = {"type": "text", "text": "woorden", "style": {"bold": True}}
    line = {"type": "rich_text_section", "elements": [words]}
    items = {"type": "rich_text_list", "style": "ordered", "elements": [line]}
    quote = {"type": "rich_text_quote", "elements": [{"type": "user", "user_id": "Umaria"}]}

    await drawn(page, [{"type": "rich_text", "elements": [line, items, quote]}])

    await expect(page.locator("main p strong")).to_have_text("woorden")
    await expect(page.locator("main ol li")).to_have_text("woorden")
    await expect(page.locator("main blockquote")).to_have_text("@Maria Veldmuis")
