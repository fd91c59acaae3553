import asyncio

import pytest

from tests.demo.listeners import hears, opens, pressed, submitted
from tests.demo.page import Page
from tests.demo.small_app import INTERN_BEGELEIDER, TEACHER
from tests.demo.views import Json, actions, button, choice, home, modal, text_input

NAMES = ["ok", "version", "text", "blocks", "error", "errors"]


async def test_the_page_lists_the_people_and_what_is_unread(page: Page) -> None:
    """Everybody is listed with the count of envelopes that were not read."""
    await page.slack.post()

    told = await page.get("people")

    assert told["bot"] == {"id": "U0LOKAALBOT", "name": "Wegwijzer"}
    assert told["commands"] == ["/zorgsignaal"]
    assert [(one["name"], one["unread"]) for one in told["people"]] == [
        (TEACHER.name, 1),
        (INTERN_BEGELEIDER.name, 0),
    ]


async def test_a_form_is_filled_and_sent_from_the_page(page: Page) -> None:
    """The page opens, fills, chooses and sends by the ids it was given."""
    opens(page.slack, modal(text_input(), choice()))
    seen = submitted(page.slack)
    await page.act("command", command="/zorgsignaal", text="")
    [view] = (await page.screen())["stack"]
    at = {"view": view["id"]}
    await page.act("fill", at=at, block_id="facts", action_id="text", value="Stil")
    await page.act("pick", at=at, block_id="speed", action_id="pick", value="week")
    [filled] = (await page.screen())["stack"]

    told = await page.act("submit", view=view["id"])

    assert view["values"] == {"facts": {"text": ""}, "speed": {"pick": None}}
    assert filled["values"] == {"facts": {"text": "Stil"}, "speed": {"pick": "week"}}
    assert (list(told), told["ok"]) == (NAMES, True)
    assert [one["facts"]["text"]["value"] for one in seen] == ["Stil"]
    assert (await page.screen())["stack"] == []


async def test_the_page_may_send_all_values_at_once(page: Page) -> None:
    """Values that go with the submission are kept, also when the form comes back with errors."""
    opens(page.slack, modal(text_input(), choice()))
    await page.act("command", command="/zorgsignaal")
    [view] = (await page.screen())["stack"]

    told = await page.act("submit", view=view["id"], values={"facts": {"text": "Stil"}})

    [after] = (await page.screen())["stack"]
    assert (told["ok"], list(told["errors"])) == (False, ["speed"])
    assert after["errors"] == told["errors"]
    assert after["values"]["facts"] == {"text": "Stil"}


async def test_the_page_shows_messages_with_their_replies(page: Page) -> None:
    """A message has its author, time, state of reading, and the replies under it."""
    hears(page.slack, "message")
    root = await page.slack.post("Er staat iets klaar.")
    said = await page.act("say", text="Dank je", thread_ts=root)

    [message] = (await page.screen())["messages"]

    assert message["author"] == {"id": "U0LOKAALBOT", "name": "Wegwijzer", "bot": True}
    assert (message["time"], message["unread"]) == ("2026-11-24T10:00:00+01:00", True)
    assert [(one["ts"], one["deletable"]) for one in message["replies"]] == [(said["ts"], True)]
    assert message["deletable"] is False
    await page.act("read")
    assert (await page.screen())["messages"][0]["unread"] is False


async def test_typed_messages_are_changed_and_removed_from_the_page(page: Page) -> None:
    """A person's own message can be edited and deleted."""
    said = await page.act("say", text="Kim is stil")
    await page.act("edit", ts=said["ts"], text="Kim")
    edited = (await page.screen())["messages"]
    await page.act("delete", ts=said["ts"])

    assert [(one["text"], one["edited"]) for one in edited] == [("Kim", True)]
    assert (await page.screen())["messages"] == []


@pytest.mark.parametrize("where, container", [("message", "message"), ("home", "view")])
async def test_buttons_are_pressed_where_they_stand(page: Page, where: str, container: str) -> None:
    """A button in a message or on Home is pressed by its ids."""
    seen = pressed(page.slack)
    ts = await page.slack.post(blocks=[actions(button())])
    await page.slack.client.views_publish(user_id=TEACHER.id, view=home(actions(button())))
    await page.act("open_home")
    at: Json = {"message": ts} if where == "message" else {"home": True}

    await page.act("click", at=at, block_id="buttons", action_id="open")

    assert [one["container"]["type"] for one in seen] == [container]


async def test_a_modal_is_closed_from_the_page(page: Page) -> None:
    """Closing takes the modal off the screen."""
    opens(page.slack, modal())
    await page.act("command", command="/zorgsignaal")
    [view] = (await page.screen())["stack"]

    await page.act("close", view=view["id"])

    assert (await page.screen())["stack"] == []


async def test_the_page_hears_of_a_change_at_once(page: Page) -> None:
    """Waiting for a change ends when something happens, and tells the new version."""
    await page.slack.workspace.settled()
    before = (await page.get("people"))["version"]
    waiting = asyncio.ensure_future(page.get("changes", since=str(before)))

    await page.slack.post()

    assert (await waiting)["version"] > before


async def test_the_raw_text_of_the_chat_can_be_seen(page: Page) -> None:
    """What is stored in chat is shown as it is stored: messages with metadata, and Home."""
    opens(page.slack, modal())
    await page.act("command", command="/zorgsignaal")
    metadata = {"event_type": "envelope", "event_payload": {"key": "17"}}
    await page.slack.post("Er staat iets klaar.", metadata=metadata)
    await page.slack.client.views_publish(user_id=TEACHER.id, view=home())

    told = await page.get("chat")

    [message], [tab] = told["messages"], told["homes"]
    assert (message["person"], message["text"]) == (TEACHER.id, "Er staat iets klaar.")
    assert message["metadata"] == metadata
    assert (tab["person"], tab["type"]) == (TEACHER.id, "home")
    assert told == page.slack.workspace.chat_text()


async def test_nobody_operates_the_modal_of_another(page: Page) -> None:
    """The id of someone else's view or message is the same as one that does not exist."""
    opens(page.slack, modal())
    await page.act("command", command="/zorgsignaal")
    [view] = (await page.screen())["stack"]
    ts = await page.slack.post(blocks=[actions(button())])
    other = {"person": INTERN_BEGELEIDER.id}

    strange = [
        await page.send("submit", {**other, "view": view["id"]}),
        await page.send("submit", {**other, "view": "V9NOTHING"}),
        await page.send("close", {**other, "view": view["id"]}),
        await page.send("fill", {**other, "at": {"view": view["id"]}, "value": "x"}),
        await page.send("click", {**other, "at": {"message": ts}, "action_id": "open"}),
    ]

    assert [(status, body["error"]) for status, body in strange] == [(404, "not_shown")] * 5
    assert strange[0][1] == strange[1][1]
