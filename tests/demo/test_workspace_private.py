import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.errors import SlackApiError

from tests.demo.listeners import Json, hears, says
from tests.demo.small_app import INTERN_BEGELEIDER, TEACHER, Stage
from tests.demo.views import actions, button, section


async def test_an_ephemeral_is_shown_to_one_person_and_kept_nowhere(slack: Stage) -> None:
    """A private line is on that person's screen and not in the text of the chat."""
    await slack.client.chat_postEphemeral(channel=TEACHER.dm, user=TEACHER.id, text="Alleen jij.")

    assert [one.text for one in slack.teacher.ephemerals()] == ["Alleen jij."]
    assert slack.intern_begeleider.ephemerals() == []
    assert slack.workspace.chat_text()["messages"] == []
    with pytest.raises(SlackApiError, match="user_not_in_channel"):
        await slack.client.chat_postEphemeral(
            channel=TEACHER.dm, user=INTERN_BEGELEIDER.id, text="Jij niet."
        )


async def test_a_command_is_answered_privately(slack: Stage) -> None:
    """The text in the ack is what the person reads, and is kept nowhere."""
    seen = says(slack, text="Kijk bij Hulp.", blocks=[section("Kijk bij *Hulp*.")])

    answer = await slack.teacher.command("/zorgsignaal", "help")

    assert (answer.text, seen[0]["text"]) == ("Kijk bij Hulp.", "help")
    assert slack.teacher.ephemerals()[0].shown == ["Kijk bij *Hulp*."]
    assert slack.workspace.chat_text()["messages"] == []


async def test_a_later_answer_takes_the_place_of_the_message(slack: Stage) -> None:
    """An app may answer a button afterwards, and replace the message it stood in."""

    @slack.app.action("open")
    async def action(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        await ack()
        await respond(text="Gedaan.", replace_original=True)

    await slack.post(blocks=[actions(button())])
    await slack.teacher.click("Bekijk")

    assert [one.shown for one in slack.teacher.messages()] == [["Gedaan."]]


async def test_a_mention_takes_the_bot_into_the_channel(slack: Stage) -> None:
    """The app hears where it was named, and may answer only there and only privately shown."""
    seen = hears(slack, "app_mention")
    channel = "C0LOKAAL01"
    with pytest.raises(SlackApiError, match="not_in_channel"):
        await slack.client.chat_postMessage(channel=channel, text="Hallo")

    await slack.teacher.mention("<@U0LOKAALBOT> Kim is stil")
    await slack.client.chat_postEphemeral(channel=channel, user=TEACHER.id, text="Liever niet.")

    assert [one["event"]["channel"] for one in seen] == [channel]
    assert [one.text for one in slack.teacher.ephemerals()] == ["Liever niet."]
    assert slack.teacher.messages() == []


async def test_a_command_in_a_channel_names_the_channel(slack: Stage) -> None:
    """The app can see that a command was not given in its private chat."""
    seen = says(slack)

    await slack.teacher.command("/zorgsignaal", channel="C0LOKAAL01")
    await slack.teacher.command("/zorgsignaal")

    assert [(one["channel_id"], one["channel_name"]) for one in seen] == [
        ("C0LOKAAL01", "algemeen"),
        (TEACHER.dm, "directmessage"),
    ]


async def test_an_answer_that_comes_too_late_finds_nothing(slack: Stage) -> None:
    """Half an hour after an interaction its answer address is closed."""
    seen = says(slack)
    await slack.teacher.command("/zorgsignaal")
    address, answer = seen[0]["response_url"], {"text": "Alsnog."}

    async with aiohttp.ClientSession() as session:
        in_time = await session.post(address, json=answer)
        slack.hands.later(minutes=30)
        late = await session.post(address, json=answer)

    assert (in_time.status, late.status) == (200, 404)
    assert [one.text for one in slack.teacher.ephemerals()] == ["Alsnog."]
