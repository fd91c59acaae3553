"""Where an app answers an interaction later.

Source: docs.slack.dev/interactivity/handling-user-interaction, "Using response_url".
"""

from aiohttp import web

from bot.demo.workspace.checking import check_message
from bot.demo.workspace.controls import with_ids
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json
from bot.demo.workspace.state import ResponseUrl


def response_route(desk: Desk) -> web.RouteDef:
    async def handle(request: web.Request) -> web.Response:
        target = desk.state.response_urls.get(request.match_info["token"])
        if target is None or target.expires <= desk.state.now():
            return web.Response(status=404, text="expired_url")
        try:
            _answer(desk, target, await request.json())
        except (SlackError, ValueError):
            return web.Response(status=500, text="invalid_payload")
        return web.Response(text="ok")

    return web.post("/response/{token}", handle)


def _answer(desk: Desk, target: ResponseUrl, said: Json) -> None:
    blocks = said.get("blocks") or []
    check_message(blocks)
    complete = with_ids(blocks, desk.state.ids)
    if said.get("delete_original"):
        _remove_original(desk, target)
    elif said.get("replace_original"):
        _replace_original(desk, target, said, complete)
    else:
        desk.state.whisper(target.user, target.channel, str(said.get("text") or ""), complete)


def _replace_original(desk: Desk, target: ResponseUrl, said: Json, blocks: list[Json]) -> None:
    text = str(said.get("text") or "")
    message = desk.state.chat.get(target.channel, target.message_ts or "")
    if message is not None and message.bot:
        desk.edit(message, text, blocks)
        return
    _remove_original(desk, target)
    desk.state.whisper(target.user, target.channel, text, blocks)


def _remove_original(desk: Desk, target: ResponseUrl) -> None:
    message = desk.state.chat.get(target.channel, target.message_ts or "")
    if message is not None and message.bot:
        desk.remove(message)
    kept = desk.state.ephemerals.get(target.user, [])
    desk.state.ephemerals[target.user] = [one for one in kept if one.ts != target.message_ts]
    desk.state.changes.bump()
