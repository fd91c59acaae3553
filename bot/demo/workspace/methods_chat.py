"""chat.*: docs.slack.dev/reference/methods/chat.postMessage and its siblings."""

from dataclasses import replace

from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.chat import Message
from bot.demo.workspace.checking import check_message
from bot.demo.workspace.controls import with_ids
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json

POST_LENGTH = 40_000
UPDATE_LENGTH = 4_000
UPDATED = ("type", "user", "bot_id", "team", "text", "blocks")


def post_message(desk: Desk, args: Arguments) -> Json:
    state = desk.state
    channel = desk.writable(args.required("channel"))
    message = Message(
        ts="",
        channel=channel,
        user=state.identity.bot_user_id,
        bot=True,
        text=args.text("text")[:POST_LENGTH],
        blocks=_blocks(desk, args),
        thread_ts=_thread(desk, channel, args),
        metadata=_metadata(args),
    )
    if not message.text and not message.blocks:
        raise SlackError("no_text")
    message = replace(message, ts=state.times.next())
    desk.post(message)
    described = state.chat.describe(message, state.identity, metadata=True)
    return {"channel": channel, "ts": message.ts, "message": described}


def post_ephemeral(desk: Desk, args: Arguments) -> Json:
    channel = desk.writable(args.required("channel"))
    user, text, blocks = args.required("user"), args.text("text"), _blocks(desk, args)
    owner = desk.state.owner(channel)
    if user not in desk.state.members or (owner is not None and owner.id != user):
        raise SlackError("user_not_in_channel")
    if not text and not blocks:
        raise SlackError("no_text")
    return {"message_ts": desk.state.whisper(user, channel, text, blocks)}


def update(desk: Desk, args: Arguments) -> Json:
    state = desk.state
    before = _own(desk, args, "cant_update_message")
    text = args.text("text") if args.given("text") else before.text
    blocks = _blocks(desk, args) if args.given("blocks") else before.blocks
    if len(text) > UPDATE_LENGTH:
        raise SlackError("msg_too_long")
    if not text and not blocks:
        raise SlackError("no_text")
    metadata = _metadata(args) or before.metadata
    after = desk.edit(replace(before, metadata=metadata), text, blocks)
    described = state.chat.describe(after, state.identity)
    answered = {key: described[key] for key in UPDATED if key in described}
    return {"channel": after.channel, "ts": after.ts, "text": text, "message": answered}


def delete(desk: Desk, args: Arguments) -> Json:
    message = _own(desk, args, "cant_delete_message")
    desk.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def permalink(desk: Desk, args: Arguments) -> Json:
    channel = desk.state.channel(args.required("channel"))
    ts = args.required("message_ts")
    if desk.state.chat.get(channel, ts) is None:
        raise SlackError("message_not_found")
    link = f"{desk.base_url}/archives/{channel}/p{ts.replace('.', '')}"
    return {"channel": channel, "permalink": link}


def _own(desk: Desk, args: Arguments, refusal: str) -> Message:
    """A bot token reaches only the bot's own messages."""
    channel = desk.state.channel(args.required("channel"))
    message = desk.state.chat.get(channel, args.required("ts"))
    if message is None:
        raise SlackError("message_not_found")
    if not message.bot:
        raise SlackError(refusal)
    return message


def _blocks(desk: Desk, args: Arguments) -> tuple[Json, ...]:
    if not args.given("blocks"):
        return ()
    blocks = args.objects("blocks", "invalid_blocks_format")
    check_message(blocks)
    return tuple(with_ids(blocks, desk.state.ids))


def _thread(desk: Desk, channel: str, args: Arguments) -> str | None:
    wanted = args.text("thread_ts")
    if not wanted:
        return None
    root = desk.state.chat.get(channel, wanted)
    if root is None or root.thread_ts is not None:
        raise SlackError("cannot_reply_to_message")
    return wanted


def _metadata(args: Arguments) -> Json | None:
    if not args.given("metadata"):
        return None
    metadata = args.object("metadata", "invalid_metadata_format")
    known = set(metadata) == {"event_type", "event_payload"}
    if not known or not isinstance(metadata["event_payload"], dict):
        raise SlackError("invalid_metadata_format")
    return metadata
