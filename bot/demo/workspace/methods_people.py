"""users.*, auth.test and apps.connections.open: docs.slack.dev/reference/methods."""

from datetime import UTC
from zoneinfo import ZoneInfo

from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Identity, Json, Member


def auth_test(desk: Desk, _args: Arguments) -> Json:
    identity = desk.state.identity
    return {
        "url": desk.base_url + "/",
        "team": identity.team_name,
        "team_id": identity.team_id,
        "user": identity.bot_name.lower(),
        "user_id": identity.bot_user_id,
        "bot_id": identity.bot_id,
        "is_enterprise_install": False,
    }


def api_test(_desk: Desk, _args: Arguments) -> Json:
    return {}


def open_connection(desk: Desk, _args: Arguments) -> Json:
    address = desk.base_url.replace("http://", "ws://", 1)
    return {"url": f"{address}/link/?ticket={desk.socket_ticket()}"}


def users_info(desk: Desk, args: Arguments) -> Json:
    wanted = args.required("user")
    if wanted == desk.state.identity.bot_user_id:
        return {"user": _bot(desk.state.identity)}
    member = desk.state.members.get(wanted)
    if member is None:
        raise SlackError("user_not_found")
    return {"user": _describe(desk, member)}


def users_by_email(desk: Desk, args: Arguments) -> Json:
    email = args.required("email").casefold()
    for member in desk.state.members.values():
        if member.email.casefold() == email and not member.deleted:
            return {"user": _describe(desk, member)}
    raise SlackError("users_not_found")


def users_list(desk: Desk, args: Arguments) -> Json:
    everyone = [_describe(desk, one) for one in desk.state.members.values()]
    everyone.append(_bot(desk.state.identity))
    start, limit = args.cursor(), args.number("limit", len(everyone))
    rest = str(start + limit) if start + limit < len(everyone) else ""
    return {
        "members": everyone[start : start + limit],
        "cache_ts": int(desk.state.now().timestamp()),
        "response_metadata": {"next_cursor": rest},
    }


def _describe(desk: Desk, member: Member) -> Json:
    described: Json = {
        "id": member.id,
        "team_id": desk.state.identity.team_id,
        "name": member.username,
        "real_name": member.name,
        "deleted": member.deleted,
        "profile": _profile(desk, member),
        "is_bot": False,
        "updated": 0,
    }
    if member.deleted:
        return described
    offset = desk.state.now().astimezone(UTC).astimezone(ZoneInfo(member.tz)).utcoffset()
    return {
        **described,
        "tz": member.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": member.is_restricted,
        "is_ultra_restricted": False,
        "is_app_user": False,
    }


def _profile(desk: Desk, member: Member) -> Json:
    profile = {
        "real_name": member.name,
        "real_name_normalized": member.name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "team": desk.state.identity.team_id,
    }
    if "users:read.email" in desk.scopes:
        profile["email"] = member.email
    return profile


def _bot(identity: Identity) -> Json:
    return {
        "id": identity.bot_user_id,
        "team_id": identity.team_id,
        "name": identity.bot_name.lower(),
        "real_name": identity.bot_name,
        "deleted": False,
        "is_bot": True,
        "is_app_user": False,
        "updated": 0,
        "profile": {
            "real_name": identity.bot_name,
            "display_name": identity.bot_name,
            "bot_id": identity.bot_id,
            "api_app_id": identity.app_id,
            "team": identity.team_id,
        },
    }
