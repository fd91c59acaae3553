"""oauth.v2.access, and what is done with the token of a person instead of the bot's."""

from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json


def access(desk: Desk, args: Arguments) -> Json:
    known = desk.credentials
    if args.text("client_id") != known.client_id:
        raise SlackError("invalid_client_id")
    if args.text("client_secret") != known.client_secret:
        raise SlackError("bad_client_secret")
    token, code = desk.grants.exchange(
        args.text("code"), known.client_id, args.text("redirect_uri")
    )
    identity = desk.state.identity
    user = {"id": code.user, "scope": code.scope, "access_token": token, "token_type": "user"}
    return {
        "app_id": identity.app_id,
        "authed_user": user,
        "team": {"id": identity.team_id, "name": identity.team_name},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def revoke(_desk: Desk, _args: Arguments) -> Json:
    """auth.revoke of the app's own tokens would take the app out; nothing here asks that."""
    raise SlackError("not_allowed_token_type")


def revoke_own(desk: Desk, _args: Arguments, user: str) -> Json:
    """auth.revoke with the token of a person, who has one at most for an app."""
    desk.grants.revoke(user)
    return {"revoked": True}


def delete_own(desk: Desk, args: Arguments, user: str) -> Json:
    """chat.delete with the token of a person, who reaches their own messages only."""
    channel = desk.state.channel(args.required("channel"))
    message = desk.state.chat.get(channel, args.required("ts"))
    if message is None:
        raise SlackError("message_not_found")
    if message.user != user:
        raise SlackError("cant_delete_message")
    desk.remove(message)
    return {"channel": message.channel, "ts": message.ts}
