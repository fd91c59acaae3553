import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from bot.demo.workspace import NotShown
from tests.demo.listeners import Json, hears, pressed
from tests.demo.small_app import TEACHER, Stage
from tests.demo.views import actions, button, choice, section


async def test_a_message_reaches_one_person(slack: Stage) -> None:
    """An envelope is unread for whom it is meant, and nobody else sees it."""
    await slack.post("Er staat iets nieuws voor je klaar.", blocks=[section("Er staat iets.")])

    [message] = slack.teacher.messages()
    assert message.shown == ["Er staat iets."]
    assert slack.teacher.unread == 1
    assert slack.intern_begeleider.messages() == []
    slack.teacher.read()
    assert slack.teacher.unread == 0


async def test_replies_stand_under_their_root(slack: Stage) -> None:
    """A reply is in the thread, not in the chat itself, and keeps its order."""
    root = await slack.post("Er staat iets klaar.")
    await slack.post("Er staat iets nieuws klaar.", thread_ts=root)
    typed = await slack.teacher.say("Dank je", thread_ts=root)

    assert [one.text for one in slack.teacher.messages()] == ["Er staat iets klaar."]
    assert [one.ts for one in slack.teacher.thread(root)][-1] == typed
    assert [one.text for one in slack.teacher.thread(root)] == [
        "Er staat iets nieuws klaar.",
        "Dank je",
    ]


async def test_a_message_that_is_no_root_has_no_thread(slack: Stage) -> None:
    """A reply to a reply, or to nothing, is refused."""
    root = await slack.post()
    reply = await slack.post(thread_ts=root)

    for wrong in (reply, "1.000001"):
        with pytest.raises(SlackApiError, match="cannot_reply_to_message"):
            await slack.post(thread_ts=wrong)


async def test_metadata_is_read_back(slack: Stage) -> None:
    """The sender finds its own key back in the history and in the thread."""
    metadata = {"event_type": "envelope", "event_payload": {"key": "17"}}
    root = await slack.post(metadata=metadata)
    await slack.post(thread_ts=root)
    channel = TEACHER.dm

    told = await slack.client.conversations_history(channel=channel, include_all_metadata=True)
    thread = await slack.client.conversations_replies(
        channel=channel, ts=root, include_all_metadata=True
    )
    bare = await slack.client.conversations_history(channel=channel)

    assert [one["metadata"] for one in told["messages"]] == [metadata]
    assert [one.get("metadata") for one in thread["messages"]] == [metadata, None]
    assert "metadata" not in bare["messages"][0]


async def test_the_history_comes_in_pages(slack: Stage) -> None:
    """A long history is read newest first with a cursor, and can be limited to a period."""
    sent = [await slack.post(f"Bericht {number}") for number in range(5)]
    channel = TEACHER.dm

    first = await slack.client.conversations_history(channel=channel, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    second = await slack.client.conversations_history(channel=channel, limit=3, cursor=cursor)
    part = await slack.client.conversations_history(channel=channel, oldest=sent[2], inclusive=True)

    pages = [one["ts"] for page in (first, second) for one in page["messages"]]
    assert pages == sent[::-1]
    assert second["has_more"] is False
    assert [one["ts"] for one in part["messages"]] == [sent[4], sent[3], sent[2]]


async def test_a_button_carries_its_message_to_the_app(slack: Stage) -> None:
    """A press tells the app which message it was, and gives a trigger to open a modal."""
    seen = pressed(slack)
    ts = await slack.post(blocks=[section(), actions(button(value="handle-1"))])

    await slack.teacher.click("Bekijk")

    [body] = seen
    assert body["container"]["message_ts"] == ts
    assert [(one["action_id"], one["value"]) for one in body["actions"]] == [("open", "handle-1")]
    assert body["user"]["id"] == TEACHER.id
    assert body["trigger_id"]


async def test_the_newest_message_with_the_button_is_meant(slack: Stage) -> None:
    """Without naming a message, the newest that has the button is pressed."""
    seen = pressed(slack)
    first = await slack.post(blocks=[actions(button(value="old"))])
    await slack.post(blocks=[actions(button(value="new"))])

    await slack.teacher.click("Bekijk")
    await slack.teacher.click("Bekijk", message_ts=first)

    assert [one["actions"][0]["value"] for one in seen] == ["new", "old"]


async def test_equal_buttons_are_told_apart_by_their_value(slack: Stage) -> None:
    """Two buttons with the same words need a value to choose one."""
    seen = pressed(slack, "open_2")
    await slack.post(blocks=[actions(button("open_1", value="one"), button("open_2", value="two"))])

    with pytest.raises(NotShown, match="2 times"):
        await slack.teacher.click("Bekijk")
    await slack.teacher.click("Bekijk", value="two")

    assert [one["actions"][0]["value"] for one in seen] == ["two"]


async def test_the_bot_changes_and_removes_only_its_own(slack: Stage) -> None:
    """The bot's message can be changed and removed, a person's cannot."""
    own = await slack.post(blocks=[section("Er staat iets.")])
    typed = await slack.teacher.say("Kim is stil")

    await slack.client.chat_update(channel=TEACHER.dm, ts=own, text="Klaar.", blocks=[])

    assert slack.teacher.messages()[0].shown == ["Klaar."]
    with pytest.raises(SlackApiError, match="cant_update_message"):
        await slack.client.chat_update(channel=TEACHER.dm, ts=typed, text="Weg.")
    with pytest.raises(SlackApiError, match="cant_delete_message"):
        await slack.client.chat_delete(channel=TEACHER.dm, ts=typed)
    await slack.client.chat_delete(channel=TEACHER.dm, ts=own)
    assert [one.ts for one in slack.teacher.messages()] == [typed]


async def test_an_update_without_blocks_keeps_them(slack: Stage) -> None:
    """Blocks stay until the app sends others, as the documentation of chat.update says."""
    own = await slack.post(blocks=[section("Er staat iets.")])

    await slack.client.chat_update(channel=TEACHER.dm, ts=own, text="Klaar.")

    [message] = slack.teacher.messages()
    assert (message.text, message.shown) == ("Klaar.", ["Er staat iets."])


async def test_what_a_person_types_changes_and_removes_is_told(slack: Stage) -> None:
    """The app hears a typed message, its change and its removal, with Slack's escaping."""
    seen = hears(slack, "message")
    ts = await slack.teacher.say("Kim & ik <3")
    await slack.teacher.edit(ts, "Kim")
    await slack.teacher.delete(ts)

    said, edited, deleted = (one["event"] for one in seen)
    assert (said["text"], said["channel_type"]) == ("Kim &amp; ik &lt;3", "im")
    assert (edited["subtype"], edited["message"]["text"]) == ("message_changed", "Kim")
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", ts)
    assert slack.teacher.messages() == []


async def test_nobody_changes_the_message_of_another(slack: Stage) -> None:
    """A person reaches only the messages that person wrote."""
    own = await slack.teacher.say("Kim is stil")
    envelope = await slack.post()

    with pytest.raises(NotShown):
        await slack.intern_begeleider.delete(own)
    with pytest.raises(NotShown):
        await slack.teacher.edit(envelope, "Anders")


async def test_a_shortcut_on_a_message_carries_that_message(slack: Stage) -> None:
    """The app gets the person's own message, and a trigger to open a modal."""
    seen: list[Json] = []

    @slack.app.message_shortcut("tell")
    async def shortcut(ack: AsyncAck, body: Json) -> None:
        seen.append(body)
        await ack()

    ts = await slack.teacher.say("Kim is stil")
    await slack.teacher.shortcut("tell", message=ts)

    assert [(one["message"]["text"], one["message_ts"]) for one in seen] == [("Kim is stil", ts)]
    assert slack.workspace.acks[-1] == {}
    assert slack.teacher.unread == 0


async def test_a_choice_in_a_message_is_told_and_remembered(slack: Stage) -> None:
    """A select in a message tells the app at once and keeps what was chosen."""
    seen = pressed(slack, "pick")
    select = choice()["element"]
    ts = await slack.post(blocks=[section() | {"accessory": select, "block_id": "when"}])

    await slack.teacher.pick("pick", "Deze week")

    [action] = seen[0]["actions"]
    assert action["selected_option"]["value"] == "week"
    assert seen[0]["state"]["values"]["when"]["pick"] == {
        "type": "static_select",
        "selected_option": action["selected_option"],
    }
    assert seen[0]["container"]["message_ts"] == ts
