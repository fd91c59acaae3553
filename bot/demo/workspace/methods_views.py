"""views.*: docs.slack.dev/reference/methods/views.open and its siblings."""

from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.checking import check_view
from bot.demo.workspace.desk import Desk
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.identity import Json
from bot.demo.workspace.views import OpenView


def open_modal(desk: Desk, args: Arguments) -> Json:
    document = _modal(args)
    owner = desk.state.triggers.spend(args.required("trigger_id"))
    return _answer(desk, desk.state.views.open(owner, document))


def push(desk: Desk, args: Arguments) -> Json:
    document = _modal(args)
    owner = desk.state.triggers.spend(args.required("trigger_id"))
    return _answer(desk, desk.state.views.push(owner, document))


def update(desk: Desk, args: Arguments) -> Json:
    document = _modal(args)
    view = desk.state.views.find(view_id=args.text("view_id"), external_id=args.text("external_id"))
    desk.state.views.update(view, document, args.text("hash"))
    return _answer(desk, view)


def publish(desk: Desk, args: Arguments) -> Json:
    document = args.object("view", "invalid_arguments")
    check_view(document, "home")
    owner = args.required("user_id")
    if owner not in desk.state.members:
        raise SlackError("invalid_arguments", ("[ERROR] user not found [json-pointer:/user_id]",))
    home = desk.state.views.publish(owner, document, args.text("hash"))
    desk.changed()
    return _answer(desk, home)


def _modal(args: Arguments) -> Json:
    document = args.object("view", "invalid_arguments")
    check_view(document, "modal")
    return document


def _answer(desk: Desk, view: OpenView) -> Json:
    return {"view": view.describe(desk.state.identity, typed=False)}
