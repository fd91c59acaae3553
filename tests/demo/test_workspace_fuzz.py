"""Whatever is sent to the workspace, it answers or refuses; it never breaks."""

import asyncio
import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.workspace import NotShown, Person, UnknownPerson, Workspace
from bot.demo.workspace.arguments import Arguments
from bot.demo.workspace.errors import SlackError
from bot.demo.workspace.page_api import ACTIONS, PageApi
from bot.demo.workspace.page_input import BadRequest, Input
from bot.demo.workspace.page_reading import PageReading
from bot.demo.workspace.webapi import METHODS
from tests.demo.small_app import TEACHER, Hands, new_workspace
from tests.demo.views import Json, actions, button, choice, home, modal, section, text_input

TEXTS = st.text(st.characters(), max_size=20)  # lone surrogates and NUL included
PARTS = st.sampled_from([section(), text_input(), choice(), actions(button()), modal(), home()])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS | PARTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
CALL = ("channel", "user", "users", "user_id", "text", "blocks", "ts", "thread_ts", "metadata",
        "email", "cursor", "limit", "oldest", "view_id", "external_id", "hash", "view")  # fmt: skip
ACT = ("command", "text", "at", "view", "block_id", "action_id", "value", "values", "ts",
       "thread_ts", "callback_id", "message", "everything", "enter")  # fmt: skip


def twisted(names: tuple[str, ...]) -> st.SearchStrategy[Json]:
    """A few of the fields that a call has, each with something else in it."""
    return st.dictionaries(st.sampled_from(names), ANYTHING, min_size=1, max_size=2)


def furnished() -> tuple[Workspace, Person]:
    """A workspace in which a message stands and a modal is open."""
    workspace = new_workspace(Hands(), events=())
    person = workspace.person(TEACHER.id)
    blocks = [section(), actions(button())]
    METHODS["chat.postMessage"].run(
        person.desk, Arguments({"channel": TEACHER.id, "text": "Klaar.", "blocks": blocks})
    )
    person.desk.state.views.open(TEACHER.id, modal(text_input(), choice()))
    return workspace, person


def told(name: str, person: Person, args: Json) -> str:
    try:
        METHODS[name].run(person.desk, Arguments(args))
    except SlackError as refusal:
        return refusal.code
    return "ok"


@pytest.mark.parametrize("name", METHODS)
@settings(max_examples=60)
@given(twist=twisted(CALL))
def test_a_method_answers_or_refuses(name: str, twist: Json) -> None:
    """A call with anything at all in some arguments leads to an answer or to a code."""
    _, person = furnished()
    state, ts = person.desk.state, person.messages()[0].ts
    metadata = {"event_type": "envelope", "event_payload": {}}
    args = {"channel": TEACHER.dm, "user": TEACHER.id, "users": TEACHER.id, "ts": ts,
            "user_id": TEACHER.id, "text": "Klaar.", "email": TEACHER.email, "message_ts": ts,
            "trigger_id": state.triggers.issue(TEACHER.id), "metadata": metadata,
            "view_id": person.stack()[0].id,
            "view": home() if name == "views.publish" else modal()}  # fmt: skip

    assert re.fullmatch("ok|[a-z_]+", told(name, person, {**args, **twist}))


@pytest.mark.parametrize("name", ACTIONS)
@settings(max_examples=60)
@given(twist=twisted(ACT))
def test_an_action_of_the_page_is_done_or_refused(name: str, twist: Json) -> None:
    """Input with anything at all in some fields leads to a result or to a sentence."""
    workspace, person = furnished()
    view = person.stack()[0].id
    fields = {"command": "/zorgsignaal", "text": "Stil", "at": {"view": view}, "view": view,
              "block_id": "facts", "action_id": "text", "value": "Stil",
              "values": {"facts": {"text": "Stil"}, "speed": {"pick": "week"}}}  # fmt: skip
    page = PageApi(PageReading(person.desk, ("/zorgsignaal",)), workspace.person)

    async def act() -> None:
        with suppress(BadRequest, NotShown, UnknownPerson):
            await ACTIONS[name](page, person, Input({**fields, **twist}))

    asyncio.run(act())
    assert page.reading.screen(person)["person"]["id"] == TEACHER.id
