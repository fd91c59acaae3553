"""`manifest.yaml` asks a workspace for exactly what the code uses."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator
from slack_bolt.async_app import AsyncApp

from bot.slack.linking import SCOPE
from bot.slack.listeners import Listeners
from bot.slack.manifest import load_manifest
from tests.contracts.tree import read as read_file
from tests.contracts.tree import trees
from tests.demo.contract import read

REFERENCE = "api-reference.json"
COMMAND = "/zorgsignaal"
FOR_COMMANDS, FOR_MENTIONS = "commands", "app_mentions:read"
"""The list of scopes holds those of methods; these are of no method (docs.slack.dev)."""

OF_EVENT = {
    "app_home_opened": frozenset(),
    "app_mention": frozenset({FOR_MENTIONS}),
    "message.im": frozenset({"im:history"}),
}
"""Event -> the scopes that it takes (docs.slack.dev/reference/events)."""

ONE_TO_ONE = "im:"
"""Of a method that works in several kinds of conversation we use the private chat only."""

EXTRA = {"users.info": {"users:read.email"}}
"""Scopes for a field of an answer: without it `users.info` leaves the e-mail address out."""

ADMINISTRATION = {"auth.test", "apps.connections.open"}
"""Methods that take a token and no scope; Bolt and the doctor call them."""


def manifest() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(read_file(Path("manifest.yaml")))
    return found


def methods() -> set[str]:
    """The Web API methods that the adapter calls: `client.x(...)` and `_call("x")`."""
    slack = {path: tree for path, tree in trees().items() if path.parts[:2] == ("bot", "slack")}
    return {name.replace("_", ".") for tree in slack.values() for name in called(tree)}


def called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if ast.unparse(node.func.value).endswith("client"):
                yield node.func.attr
            elif node.func.attr in {"_call", "_in_turn", "_user"}:
                yield from named(node.args[0])


def named(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)


def scopes_of(method: str) -> set[str]:
    """What a bot needs for a method; of alternatives the one for private chats."""
    found = set(read(REFERENCE)["methods"][method].get("scope", {}).get("bot", ()))
    alternatives = {scope for scope in found if scope.startswith(ONE_TO_ONE)}
    return (alternatives or found) | EXTRA.get(method, set())


def test_slack_takes_the_manifest() -> None:
    """It fits the schema that Slack publishes for "create an app from a manifest"."""
    problems = [error.message for error in validator().iter_errors(manifest())]

    assert problems == []


def test_a_fault_in_the_manifest_would_be_found() -> None:
    """The schema is one that refuses what it does not know."""
    broken = manifest() | {"oauth": {}}

    assert [error.validator for error in validator().iter_errors(broken)] != []


def validator() -> Draft7Validator:
    return Draft7Validator(read("manifest-v2.schema.json"))


def test_scopes_and_events_exist() -> None:
    """Every scope and event is one that Slack knows."""
    known, asked = read(REFERENCE), load_manifest()

    assert set(asked.scopes) - set(known["scopes"]) == {FOR_COMMANDS, FOR_MENTIONS}
    assert set(asked.events) - set(known["events"]) == set()


def test_it_asks_for_the_scopes_that_the_code_needs() -> None:
    """No method lacks its scope, and there is no scope that nothing uses."""
    used = methods()
    needed = {scope for method in used for scope in scopes_of(method)}
    of_events = {scope for event in load_manifest().events for scope in OF_EVENT[event]}

    assert {"chat.postMessage", "users.info", "views.open"} < used
    assert used - set(read(REFERENCE)["methods"]) == set()
    assert set(load_manifest().scopes) == needed | of_events | {FOR_COMMANDS}


def test_the_doctor_needs_no_scope() -> None:
    """What is called to find out whether all is well takes a token only."""
    assert {scope for method in ADMINISTRATION for scope in scopes_of(method)} == set()


def test_it_subscribes_to_the_events_that_the_code_handles() -> None:
    """What Slack would send is what there is a listener for, and no more."""
    app = RecordingApp()
    Listeners.register(Listeners.__new__(Listeners), app)  # type: ignore[arg-type]  # a fake of the app
    subscribed = {event.partition(".")[0] for event in load_manifest().events}

    assert set(app.events) == subscribed
    assert app.kinds == {
        *("command", "action", "message_shortcut", "event"),
        *("view_submission", "view_closed"),
    }


class RecordingApp:
    """Stands in for Bolt: remembers what is registered."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.kinds: set[str] = set()

    def __getattr__(self, kind: str) -> Any:  # noqa: ANN401 - whatever Bolt calls it
        def register(what: Any) -> Any:  # noqa: ANN401 - a pattern or a name
            self.kinds.add(kind)
            self.events += [what] if kind == "event" else []
            return lambda listener: listener

        assert hasattr(AsyncApp, kind)
        return register


def test_there_is_one_command() -> None:
    """The command of the manifest is the one that the texts speak of, with a hint how to use it."""
    (command,) = manifest()["features"]["slash_commands"]

    assert load_manifest().commands == (COMMAND,)
    assert command["command"] == COMMAND
    assert command["should_escape"] is False


def test_what_is_typed_reaches_the_bot() -> None:
    """The tab for messages is open, since people may answer by typing, and Home is there."""
    home = manifest()["features"]["app_home"]

    assert home == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_its_name_is_neutral() -> None:
    """What stands on a lock screen beside every message says nothing."""
    names = (load_manifest().name, manifest()["features"]["bot_user"]["display_name"])

    assert names == ("Wegwijzer", "Wegwijzer")


def test_it_asks_one_person_for_one_scope_at_most() -> None:
    """What somebody may allow in their own name is to remove their messages, and is optional."""
    scopes = manifest()["oauth_config"]["scopes"]
    needed = read(REFERENCE)["methods"]["chat.delete"]["scope"]["user"]

    assert scopes["user"] == scopes["user_optional"] == needed == [SCOPE]
