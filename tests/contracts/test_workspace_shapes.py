"""The local workspace sends and answers only what Slack is known to send and answer."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.demo.workspace import Workspace
from tests.demo.contract import read, shapes
from tests.demo.listeners import Json, closed, hears, opens, pressed, submitted
from tests.demo.small_app import INTERN_BEGELEIDER, TEACHER, Stage, stage
from tests.demo.views import actions, button, choice, home, modal, section, text_input

SHAPES = "payload-shapes.json"
INTERACTIONS = {
    "block_actions": "app-backend/interactive-components/BlockActionPayload.json",
    "view_submission": "app-backend/views/ViewSubmissionPayload.json",
    "view_closed": "app-backend/views/ViewClosedPayload.json",
}
# docs.slack.dev/reference/block-kit/block-elements, checkboxes and multi-select menus: the
# samples hold no press of an element that takes several choices.
SEVERAL = [
    f"actions[].selected_options[].{field}:str" for field in ("text.text", "text.type", "value")
]
NOT_IMITATED = {
    "api/chat.scheduleMessage.json",
    "api/conversations.members.json",
    "api/team.info.json",
}
EVENTS = {
    "app_home_opened": "events/AppHomeOpenedPayload.json",
    "message": "events/MessagePayload.json",
    "message_changed": "events/MessageChangedPayload.json",
    "message_deleted": "events/MessageDeletedPayload.json",
}


def grows(slack: Stage) -> None:
    """The choice changes the form and puts another on top."""

    @slack.app.action("pick")
    async def action(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        view = modal(text_input(), notify_on_close=True)
        await client.views_update(view_id=body["view"]["id"], view=view)
        await client.views_push(trigger_id=body["trigger_id"], view=view)
        await ack()


async def operate(slack: Stage) -> None:
    """Everything a person can do in a modal, a message and Home."""
    speed = choice("checkboxes", dispatch_action=True)
    opens(slack, modal(text_input(), speed, notify_on_close=True))
    submitted(slack)
    grows(slack)
    pressed(slack)
    closed(slack)
    await slack.client.views_publish(user_id=TEACHER.id, view=home(actions(button())))
    await slack.teacher.open_home()
    await slack.teacher.click("Bekijk", home=True)
    await slack.teacher.command("/zorgsignaal", "tekst")
    await slack.teacher.pick("speed", "today", "week")
    await slack.teacher.close()
    await slack.teacher.fill(facts="Stil")
    await slack.teacher.submit()


async def converse(slack: Stage) -> None:
    """Every kind of message, changed and removed, by the bot and by a person."""
    hears(slack, "message")
    metadata = {"event_type": "envelope", "event_payload": {"key": "17"}}
    root = await slack.post(blocks=[section(), actions(button())], metadata=metadata)
    reply = await slack.teacher.say("Dank je", thread_ts=root)
    await slack.teacher.click("Bekijk")
    await slack.teacher.edit(reply, "Dank")
    await slack.client.chat_update(channel=TEACHER.dm, ts=root, text="Klaar.")
    await slack.client.conversations_history(channel=TEACHER.dm, include_all_metadata=True, limit=1)
    await slack.client.conversations_replies(channel=TEACHER.dm, ts=root, include_all_metadata=True)
    await slack.client.chat_getPermalink(channel=TEACHER.dm, message_ts=root)
    await slack.client.chat_postEphemeral(channel=TEACHER.dm, user=TEACHER.id, text="Jij.")
    await slack.teacher.delete(reply)
    await slack.client.chat_delete(channel=TEACHER.dm, ts=root)


async def ask(slack: Stage) -> None:
    """Every question about people, and one refusal with an explanation."""
    await slack.client.auth_test()
    await slack.client.users_info(user=TEACHER.id)
    await slack.client.users_lookupByEmail(email=TEACHER.email)
    await slack.client.users_list(limit=1)
    await slack.client.conversations_open(users=[INTERN_BEGELEIDER.id])
    slack.workspace.deactivate(INTERN_BEGELEIDER.id)
    await slack.client.users_list()
    with pytest.raises(SlackApiError):
        await slack.client.views_publish(user_id=TEACHER.id, view={"type": "home"})


async def played() -> Workspace:
    async with stage() as slack:
        await operate(slack)
        await converse(slack)
        await ask(slack)
        await slack.workspace.settled()
        return slack.workspace


def strangers(value: object, known: list[str]) -> set[str]:
    return set(shapes(value)) - set(known)


def sample_of(kind: str, payload: dict[str, Any]) -> str:
    """The sample that describes a payload; "" when there is none."""
    if kind == "slash_commands":
        return "app-backend/slash-commands/SlashCommandPayload.json"
    if kind == "interactive":
        return INTERACTIONS.get(payload["type"], "")
    event = payload["event"]
    return EVENTS.get(event.get("subtype", event["type"]), "")


def unknown_shapes(workspace: Workspace, known: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for call in workspace.log:
        for shape in strangers(call.answer, known.get(f"api/{call.method}.json", [])):
            yield call.method, shape
    for sent in workspace.sent:
        name = sample_of(sent.kind, sent.payload)
        documented = known[name] + SEVERAL
        for shape in strangers(sent.payload, documented):
            yield name, shape


async def test_only_known_shapes_are_sent_and_answered() -> None:
    """No answer, payload or event holds a field, or a type, that Slack is not known to use."""
    known = read(SHAPES)
    workspace = await played()

    assert set(unknown_shapes(workspace, known)) == set()


async def test_the_play_shows_every_kind_of_payload() -> None:
    """The comparison covers every method that is imitated, and every payload with a sample."""
    known = read(SHAPES)
    workspace = await played()

    answered = {f"api/{call.method}.json" for call in workspace.log if call.answer.get("ok")}
    sent = {sample_of(one.kind, one.payload) for one in workspace.sent}
    assert {*INTERACTIONS.values(), *EVENTS.values()} <= sent
    unanswered = {name for name in known if name.startswith("api/")} - answered
    assert unanswered == NOT_IMITATED
