import asyncio
import logging

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.demo.listeners import opens
from tests.demo.page import Page
from tests.demo.small_app import INTERN_BEGELEIDER, TEACHER, Hands, new_workspace
from tests.demo.views import modal


@pytest.mark.parametrize(
    "action, fields, answer",
    [
        ("say", ["geen", "object"], (400, "bad_request")),
        ("say", {"person": TEACHER.id, "text": 7}, (400, "bad_request")),
        ("click", {"person": TEACHER.id}, (400, "bad_request")),
        ("submit", {"person": TEACHER.id, "view": "V1", "values": "x"}, (404, "not_shown")),
        ("say", {"person": "U9NOBODY"}, (404, "unknown_person")),
        ("say", {}, (404, "unknown_person")),
        ("command", {"person": TEACHER.id, "command": "/weer"}, (404, "not_shown")),
    ],
)
async def test_a_wrong_request_is_told_so(
    page: Page, action: str, fields: object, answer: tuple[int, str]
) -> None:
    """A malformed or impossible request gets a status and a sentence, and changes nothing."""
    status, body = await page.send(action, fields)

    assert (status, body["error"]) == answer
    assert body["detail"]
    assert page.slack.workspace.chat_text()["messages"] == []


async def test_other_sites_cannot_operate_the_workspace(page: Page) -> None:
    """A request from another site, by another name or without JSON is refused."""
    base = page.slack.workspace.base_url
    fields = {"person": TEACHER.id, "text": "Kim is stil"}
    own, _ = await page.send("say", fields, Origin=base)
    other, _ = await page.send("say", fields, Origin="http://evil.example")
    port, _ = await page.send("say", fields, Origin="http://127.0.0.1:1")
    name, _ = await page.send("say", fields, Host="evil.example")
    broken, _ = await page.send("say", fields, Host="[evil")
    async with page.session.post(f"{base}/demo/api/say", data=fields) as answer:
        form = answer.status

    assert (own, other, port, name, broken, form) == (200, 403, 403, 403, 403, 415)
    assert len(page.slack.teacher.messages()) == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "school.example"])  # noqa: S104 - refused below
async def test_it_listens_on_this_machine_only(host: str) -> None:
    """An address that other machines could reach is refused before anything listens."""
    with pytest.raises(ValueError, match=r"127\.0\.0\.1"):
        await new_workspace(Hands()).start(host=host)


async def test_nothing_that_is_typed_reaches_the_log(
    page: Page, caplog: pytest.LogCaptureFixture
) -> None:
    """The workspace logs no text, whether a request succeeds, is wrong or meets a fault."""
    caplog.set_level(logging.DEBUG)
    opens(page.slack, modal())
    await page.act("command", command="/zorgsignaal", text="marker-1")
    [view] = (await page.screen())["stack"]
    at = {"view": view["id"]}
    await page.act("fill", at=at, block_id="facts", action_id="text", value="marker-2")
    await page.act("say", text="marker-3")
    await page.send("say", {"person": "marker-4", "text": ["marker-5"]})
    page.slack.workspace.faults.fail("chat.postMessage")
    with pytest.raises(SlackApiError):
        await page.slack.post("marker-6")

    ours = [one.getMessage() for one in caplog.records if one.name.startswith(("aiohttp", "bot"))]
    assert [line for line in ours if "marker" in line] == []


async def test_a_waiting_page_does_not_hold_up_the_end() -> None:
    """Stopping answers the pages that wait for a change."""
    workspace = new_workspace(Hands())
    await workspace.start()
    url = f"{workspace.base_url}/demo/api/"
    async with aiohttp.ClientSession() as session:
        waiting = asyncio.ensure_future(session.get(url + "changes?since=0"))
        # Served after the request above, on the same loop: by then that one is waiting.
        await session.get(url + "people")

        await workspace.stop()

        assert (await waiting).status == 200


async def test_the_view_of_another_is_not_reached_from_a_view_of_ones_own(page: Page) -> None:
    """Having a modal open gives no way into somebody else's."""
    opens(page.slack, modal())
    await page.act("command", command="/zorgsignaal")
    [view] = (await page.screen())["stack"]
    await page.slack.intern_begeleider.command("/zorgsignaal")
    fields = {"person": INTERN_BEGELEIDER.id, "view": view["id"]}

    status, body = await page.send("submit", {**fields, "values": {"facts": {"text": "Stil"}}})

    assert (status, body["error"]) == (404, "not_shown")
    assert page.slack.intern_begeleider.stack()[0].value("facts") == ""
