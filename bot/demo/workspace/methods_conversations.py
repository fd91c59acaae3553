"""conversations.*: docs.slack.dev/reference/methods/conversations.open and its siblings."""

from collections.abc import Sequence

from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.chat import Message
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json


def open_private(desk: Desk, args: Arguments) -> Json:
    if args.given("channel"):
        channel = desk.state.channel(args.required("channel"))
        return {"channel": {"id": channel}, "no_op": True, "already_open": True}
    users = [one for one in args.text("users").split(",") if one]
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > 1:
        raise SlackError("method_not_supported_for_channel_type")
    return {"channel": {"id": _private(desk, users[0])}}


def _private(desk: Desk, user: str) -> str:
    member = desk.state.members.get(user)
    if member is None:
        raise SlackError("user_not_found")
    if member.deleted:
        raise SlackError("user_disabled")
    return member.dm


def history(desk: Desk, args: Arguments) -> Json:
    channel = desk.writable(args.required("channel"))
    found = desk.state.chat.top_level(channel)[::-1]
    return _page(desk, args, found)


def replies(desk: Desk, args: Arguments) -> Json:
    channel, ts = desk.state.channel(args.required("channel")), args.required("ts")
    root = desk.state.chat.get(channel, ts)
    if root is None:
        raise SlackError("thread_not_found")
    return _page(desk, args, [root, *desk.state.chat.thread(channel, ts)])


def _page(desk: Desk, args: Arguments, found: Sequence[Message]) -> Json:
    wanted = [one for one in found if _within(one, args)]
    start, limit = args.cursor(), args.number("limit", 100)
    page = wanted[start : start + limit]
    more = len(wanted) > start + limit
    state, metadata = desk.state, args.flag("include_all_metadata")
    return {
        "messages": [state.chat.describe(one, state.identity, metadata=metadata) for one in page],
        "has_more": more,
        **({"response_metadata": {"next_cursor": str(start + limit)}} if more else {}),
    }


def _within(message: Message, args: Arguments) -> bool:
    oldest, latest = args.text("oldest"), args.text("latest")
    if args.flag("inclusive") and message.ts in (oldest, latest):
        return True
    return (not oldest or message.ts > oldest) and (not latest or message.ts < latest)
