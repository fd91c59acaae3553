"""The local workspace refuses only with codes that Slack documents for that method."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.contracts.tree import trees
from tests.demo.contract import read
from tests.demo.listeners import says
from tests.demo.small_app import INTERN_BEGELEIDER, TEACHER, Stage, stage
from tests.demo.views import home, modal, section

Json = dict[str, Any]
REFERENCE = "api-reference.json"

# docs.slack.dev lists these on every method's page; the reference holds only what is special to
# a method. Errors about JSON: docs.slack.dev/apis/web-api.
EVERYWHERE = frozenset(
    {
        "internal_error",
        "invalid_arguments",
        "invalid_auth",
        "invalid_json",
        "json_not_object",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "ratelimited",
        "token_revoked",
        "unknown_method",
    }
)


@dataclass(frozen=True)
class Wrong:
    """A call that must fail, and the code it fails with."""

    method: str
    code: str
    args: Json


DM, STRANGE = TEACHER.dm, "D9STRANGE"
TEXT = {"text": "Er staat iets klaar."}
OTHER = INTERN_BEGELEIDER.id
KEY: Json = {"event_type": "envelope"}
APP: Json = {"client_id": "1.2", "client_secret": "lokaal"}
PAGE = "http://x/?client_id=1.2&user_scope=chat:write&state=s&redirect_uri=http://bot/"
WRONG = [
    Wrong("chat.postMessage", "channel_not_found", {"channel": STRANGE, **TEXT}),
    Wrong("chat.postMessage", "not_in_channel", {"channel": "C0LOKAAL01", **TEXT}),
    Wrong("chat.postMessage", "no_text", {"channel": DM}),
    Wrong("chat.postMessage", "invalid_arguments", TEXT),
    Wrong("chat.postMessage", "invalid_blocks", {"channel": DM, "blocks": [{"type": "?"}]}),
    Wrong("chat.postMessage", "invalid_blocks_format", {"channel": DM, "blocks": "geen json"}),
    Wrong("chat.postMessage", "invalid_metadata_format", {"channel": DM, **TEXT, "metadata": KEY}),
    Wrong("chat.postMessage", "cannot_reply_to_message", {"channel": DM, **TEXT, "thread_ts": "1"}),
    Wrong("chat.postEphemeral", "user_not_in_channel", {"channel": DM, "user": OTHER, **TEXT}),
    Wrong("chat.postEphemeral", "no_text", {"channel": DM, "user": TEACHER.id}),
    Wrong("chat.postEphemeral", "channel_not_found", {"channel": STRANGE, "user": OTHER}),
    Wrong("chat.update", "message_not_found", {"channel": DM, "ts": "1.000001", **TEXT}),
    Wrong("chat.update", "cant_update_message", {"channel": DM, "ts": "$typed", **TEXT}),
    Wrong("chat.update", "msg_too_long", {"channel": DM, "ts": "$own", "text": "x" * 4001}),
    Wrong("chat.update", "no_text", {"channel": DM, "ts": "$own", "text": ""}),
    Wrong("chat.delete", "message_not_found", {"channel": DM, "ts": "1.000001"}),
    Wrong("chat.delete", "cant_delete_message", {"channel": DM, "ts": "$typed"}),
    Wrong("chat.delete", "channel_not_found", {"channel": STRANGE, "ts": "$own"}),
    Wrong("chat.getPermalink", "message_not_found", {"channel": DM, "message_ts": "1.000001"}),
    Wrong("conversations.open", "user_not_found", {"users": "U9NOBODY"}),
    Wrong("conversations.open", "user_disabled", {"users": OTHER}),
    Wrong("conversations.open", "users_list_not_supplied", {}),
    Wrong(
        "conversations.open",
        "method_not_supported_for_channel_type",
        {"users": f"{OTHER},{TEACHER.id}"},
    ),
    Wrong("conversations.history", "channel_not_found", {"channel": STRANGE}),
    Wrong("conversations.history", "not_in_channel", {"channel": "C0LOKAAL01"}),
    Wrong("conversations.history", "invalid_cursor", {"channel": DM, "cursor": "verder"}),
    Wrong("conversations.replies", "channel_not_found", {"channel": STRANGE, "ts": "$own"}),
    Wrong("conversations.replies", "thread_not_found", {"channel": DM, "ts": "1.000001"}),
    Wrong("oauth.v2.access", "invalid_client_id", {"client_id": "9.9"}),
    Wrong("oauth.v2.access", "bad_client_secret", {"client_id": "1.2", "client_secret": "?"}),
    Wrong("oauth.v2.access", "invalid_code", {**APP, "code": "Cunknown"}),
    Wrong("oauth.v2.access", "bad_redirect_uri", {**APP, "code": "$code", "redirect_uri": "?"}),
    Wrong("users.info", "user_not_found", {"user": "U9NOBODY"}),
    Wrong("users.list", "invalid_cursor", {"cursor": "verder"}),
    Wrong("users.lookupByEmail", "users_not_found", {"email": "niemand@school.example"}),
    Wrong("views.open", "invalid_trigger_id", {"trigger_id": "1.2.3", "view": modal()}),
    Wrong("views.open", "invalid_arguments", {"trigger_id": "$trigger", "view": home()}),
    Wrong(
        "views.open",
        "view_too_large",
        {"trigger_id": "$trigger", "view": modal(*[section("x" * 3000)] * 90)},
    ),
    Wrong("views.push", "not_found", {"trigger_id": "$trigger", "view": modal()}),
    Wrong("views.update", "not_found", {"view_id": "V9NOTHING", "view": modal()}),
    Wrong("views.publish", "invalid_arguments", {"user_id": "U9NOBODY", "view": home()}),
    Wrong("views.publish", "hash_conflict", {"user_id": TEACHER.id, "view": home(), "hash": "1"}),
    Wrong("team.info", "unknown_method", {}),
]


async def prepare(slack: Stage) -> dict[str, str]:
    """What the calls refer to: the bot's message, a typed one, a trigger, someone who left."""
    seen = says(slack)
    await slack.teacher.command("/zorgsignaal")
    await slack.client.views_publish(user_id=TEACHER.id, view=home())
    slack.workspace.deactivate(OTHER)
    return {
        "$own": await slack.post(),
        "$typed": await slack.teacher.say("Kim is stil"),
        "$trigger": seen[0]["trigger_id"],
        "$code": slack.teacher.allow(PAGE).partition("code=")[2].partition("&")[0],
    }


async def call(slack: Stage, method: str, **request: Any) -> Json:  # noqa: ANN401 - passed on as they are
    headers = {"Authorization": f"Bearer {slack.workspace.bot_token}"}
    url = slack.workspace.api_url + method
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(url, **request) as answer,
    ):
        return dict(await answer.json())


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{one.method} {one.code}" for one in WRONG])
async def test_a_wrong_call_is_refused_with_a_documented_code(wrong: Wrong) -> None:
    """Each refusal has the expected code, which the reference lists for that method."""
    async with stage() as slack:
        known = await prepare(slack)
        args = {
            name: known.get(value, value) if isinstance(value, str) else value
            for name, value in wrong.args.items()
        }

        answer = await call(slack, wrong.method, json=args)

    assert answer["error"] == wrong.code
    assert wrong.code in EVERYWHERE | documented(wrong.method)


def documented(method: str) -> set[str]:
    found = read(REFERENCE)["methods"].get(method, {})
    return set(found.get("errors") or [])


@pytest.mark.parametrize(
    "request_, code",
    [
        ({"data": "{", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"json": ["geen", "object"]}, "json_not_object"),
        ({"data": {"limit": "veel"}}, "invalid_arguments"),
        ({"headers": {"Authorization": ""}}, "not_authed"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(request_: Json, code: str) -> None:
    """What is no JSON object, no number or no token gets the code for that."""
    async with stage() as slack:
        answer = await call(slack, "users.list", **request_)

    assert (answer["ok"], answer["error"]) == (False, code)


def codes() -> Iterator[str]:
    """Every code that the workspace can refuse with, as it stands in the source."""
    for path, tree in trees().items():
        if not path.is_relative_to(Path("bot/demo/workspace")):
            continue
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="SlackError"), args=[first, *_]):
                    yield from (
                        one.value
                        for one in ast.walk(first)
                        if isinstance(one, ast.Constant) and isinstance(one.value, str)
                    )


def test_no_code_is_invented() -> None:
    """Every code in the source is documented for some method, or for all."""
    methods = read(REFERENCE)["methods"].values()
    known = EVERYWHERE.union(*(method.get("errors") or [] for method in methods))

    assert set(codes()) - known == set()


def test_every_special_code_is_shown_by_a_test() -> None:
    """A code that no test provokes may be one that nothing returns."""
    shown = {one.code for one in WRONG} | EVERYWHERE

    assert set(codes()) - shown == SHOWN_ELSEWHERE


# tests/demo plays these on the screen of a person.
SHOWN_ELSEWHERE = {
    "duplicate_external_id",
    "exchanged_trigger_id",
    "expired_trigger_id",
    "push_limit_reached",
}
