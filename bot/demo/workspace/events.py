"""What Slack's Events API tells an app. Source: docs.slack.dev/reference/events."""

from bot.demo.workspace.chat import Message
from bot.demo.workspace.identity import Json, Member
from bot.demo.workspace.state import State

NEEDS = {
    "message.im": "im:history",
    "message.channels": "channels:history",
    "app_mention": "app_mentions:read",
    "user_change": "users:read",
    "team_join": "users:read",
}


def subscription(event: Json) -> str:
    """The name under which an app subscribes to this event."""
    if event["type"] != "message":
        return str(event["type"])
    return "message.im" if event["channel_type"] == "im" else "message.channels"


def callback(state: State, event: Json) -> Json:
    """The envelope that every event travels in."""
    identity = state.identity
    return {
        "token": identity.verification_token,
        "team_id": identity.team_id,
        "api_app_id": identity.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": state.ids("Ev"),
        "event_time": int(state.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": identity.team_id,
                "user_id": identity.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": state.ids("4-"),
    }


def home_opened(state: State, member: Member) -> Json:
    home = state.views.homes.get(member.id)
    view = {"view": home.describe(state.identity, typed=True)} if home else {}
    return {
        "type": "app_home_opened",
        "user": member.id,
        "channel": member.dm,
        "tab": "home",
        "event_ts": state.times.next(),
        **view,
    }


def posted(state: State, message: Message) -> Json:
    person = {} if message.bot else {"client_msg_id": state.ids("m")}
    return {
        **state.chat.describe(message, state.identity, metadata=True),
        **person,
        **_place(message),
        "event_ts": message.ts,
    }


def changed(state: State, before: Message, after: Message) -> Json:
    ts = state.times.next()
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "message": state.chat.describe(after, state.identity),
        "previous_message": state.chat.describe(before, state.identity),
        **_place(after),
        "ts": ts,
        "event_ts": ts,
    }


def deleted(state: State, before: Message) -> Json:
    ts = state.times.next()
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "deleted_ts": before.ts,
        "previous_message": state.chat.describe(before, state.identity),
        **_place(before),
        "ts": ts,
        "event_ts": ts,
    }


def mentioned(state: State, message: Message) -> Json:
    return {
        **state.chat.describe(message, state.identity),
        "type": "app_mention",
        "client_msg_id": state.ids("m"),
        "channel": message.channel,
        "event_ts": message.ts,
    }


def _place(message: Message) -> Json:
    kind = "im" if message.channel.startswith("D") else "channel"
    return {"channel": message.channel, "channel_type": kind}
