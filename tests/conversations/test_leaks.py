import asyncio
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo.workspace.courier import Envelope
from bot.demo.workspace.webapi import Call
from bot.slack import parse
from dialogs.fields import Text
from dialogs.registry import FORMS
from tests.conversations.leaks import Evidence, leaks
from tests.conversations.listening import listening
from tests.conversations.marks import SIGN, Mark
from tests.conversations.stage import Stage, staged
from tests.conversations.story_aside import a_child_is_handled_with_care
from tests.conversations.surfaces import Json
from tests.conversations.test_story import SCENES


async def _ids(stage: Stage) -> list[str]:
    """The names of the case, its items and its agreements, which are nobody's business."""
    (line,) = await stage.told_by("sam")
    case = await stage.bot.tools.store.read(lambda unit: unit.cases.fold(line.id))
    assert case is not None
    return [case.id, *(one.id for one in case.items), *(one.id for one in case.agreements)]


async def _played(folder: Path) -> tuple[Evidence, list[str]]:
    """The story as it is left, still running; also with what everybody's Home then shows."""
    with listening() as heard:
        async with staged(folder, policy={"handle_with_care_days": 3}, listened=True) as stage:
            for scene in (*SCENES, a_child_is_handled_with_care):
                await scene(stage)
            for name in stage.accounts:
                await stage.person(name).open_home()
            await stage.settled()
            kept = folder.with_name(f"{folder.name}-kept")
            shutil.copytree(folder, kept)
            found = Evidence(
                stage.workspace.chat_text(),
                tuple(stage.workspace.log),
                stage.acks,
                "",
                kept,
                tuple(stage.workspace.sent),
            )
            names = [member.name for member in stage.workspace.members]
            secrets = [*Mark, *names, *await _ids(stage)]
        return replace(found, log=heard.getvalue()), secrets


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Evidence, list[str]]:
    return asyncio.run(_played(tmp_path_factory.mktemp("story")))


NOT_FREE = {
    *(("schedule", "minutes"), ("following", "rhythm"), ("meeting", "at"), ("plan_talk", "at")),
    *(("link", "code"), ("unlink", "code"), ("evaluate", "minutes"), ("step_up", "code")),
}
"""Typed, but only a number, a time or a code is taken."""

SAME_FIELDS = {"signal_at": "signal"}
"""A form with the fields of another one that the story uses."""


def free_fields() -> set[tuple[str, str]]:
    """Every field of every form in which people write what they like, by theme."""
    return {
        (SAME_FIELDS.get(form.theme(), form.theme()), name)
        for form in FORMS.values()
        for name, field in form.fields().items()
        if isinstance(field, Text)
    } - NOT_FREE


def marked(sent: Iterable[Envelope]) -> set[tuple[str, str]]:
    """The fields in which the story wrote one of its marks."""
    views = (one.payload["view"] for one in sent if one.payload.get("type") == "view_submission")
    return {
        (FORMS[view["callback_id"]].theme(), name)
        for view in views
        for name, value in parse.raw(view).items()
        if SIGN in str(value)
    }


Played = tuple[Evidence, list[str]]


def test_every_free_field_was_filled(played: Played) -> None:
    """No field of any form is left in which words could have leaked unseen."""
    assert free_fields() - marked(played[0].sent) == set()


def test_nothing_of_the_story_leaks(played: Played) -> None:
    """No words, names or ids of the story are in chat, in logs, in file names or in plain bytes."""
    evidence, secrets = played

    assert leaks(evidence, secrets, Mark) == set()


def test_there_was_something_to_find(played: Played) -> None:
    """The story filled chat, Homes, modals, logs and store: silence would prove nothing."""
    evidence, _ = played
    typed = "\n".join(str(call.args) for call in evidence.calls)
    names = {path.suffix for path in evidence.folder.iterdir()}

    shown = typed + str(evidence.acks)

    assert [mark for mark in Mark if mark not in shown] == [Mark.SEARCH]
    assert Mark.SEARCH in str(evidence.sent)
    assert len(evidence.chat["messages"]) > 30
    assert len(evidence.chat["homes"]) == 8
    assert len(evidence.log.splitlines()) > 1000
    assert {".sqlite", ".sqlite-wal", ".key"} <= names


def _modal(**changed: object) -> Json:
    return {"type": "modal", "blocks": [], **changed}


def spoiled(evidence: Evidence, folder: Path) -> Iterator[tuple[str, Evidence]]:
    """The same evidence with a single leak of each kind, and the place where it is."""
    quiet = replace(evidence, chat={"messages": [], "homes": []}, calls=(), acks=(), log="")
    quiet = replace(quiet, folder=folder)
    block = {"type": "actions", "elements": [{"type": "button", "value": Mark.CHILD}]}
    yield "messages", replace(quiet, chat={"messages": [{"text": Mark.SIGNAL}], "homes": []})
    yield "homes", replace(quiet, chat={"messages": [], "homes": [{"blocks": [Mark.ASK]}]})
    yield "log", replace(quiet, log=f'{{"event": "{Mark.TALK}"}}')
    yield "users.info", replace(quiet, calls=[Call("users.info", {"user": Mark.TYPED}, {})])
    for view in (_modal(private_metadata=Mark.CHILD), _modal(blocks=[block])):
        yield "modal", replace(quiet, calls=[Call("views.open", {"view": view}, {})])
    titled = _modal(title={"type": "plain_text", "text": Mark.CHILD})
    yield "modal", replace(quiet, acks=[{"response_action": "update", "view": titled}])
    yield "ack", replace(quiet, acks=[{"text": Mark.COMMAND}])


def test_every_kind_of_leak_is_found(played: Played, tmp_path: Path) -> None:
    """The same check catches a bot that leaks, wherever it does."""
    found = [(place, leaks(one, Mark, Mark)) for place, one in spoiled(played[0], tmp_path)]

    assert found == [(place, {place}) for place, _ in found]


def test_a_plain_store_is_found(played: Played, tmp_path: Path) -> None:
    """A file with a telling name, or with words in its bytes, is caught too."""
    evidence = replace(played[0], folder=tmp_path)
    (tmp_path / f"{Mark.CHILD}.txt").write_bytes(b"")
    (tmp_path / "store").write_bytes(b"\0" + Mark.OUTCOME.encode() + b"\0")
    shown = {f"name {Mark.CHILD}.txt", "bytes store"}

    assert leaks(evidence, Mark, Mark) == shown
