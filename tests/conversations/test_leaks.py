import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.demo.workspace.courier import Envelope
from bot.demo.workspace.webapi import Call
from bot.slack import parse
from dialogs.fields import Text
from dialogs.registry import FORMS
from tests.conversations.gathering import gathered, overheard
from tests.conversations.leaking import LEAKS, make_careless
from tests.conversations.leaks import Evidence, leaks
from tests.conversations.marks import SIGN, Mark
from tests.conversations.stage import Stage, staged
from tests.conversations.story import a_signal_is_raised
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
    """The whole story, also with what everybody's Home shows at its end."""
    with overheard() as heard:
        async with staged(folder, policy={"handle_with_care_days": 3}, listened=True) as stage:
            for scene in (*SCENES, a_child_is_handled_with_care):
                await scene(stage)
            for name in stage.accounts:
                await stage.person(name).open_home()
            await stage.settled()
            names = [member.name for member in stage.workspace.members]
            secrets = [*Mark, *names, *await _ids(stage)]
            return await gathered(stage, heard, folder.with_name(f"{folder.name}-kept")), secrets


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Evidence, list[str]]:
    return asyncio.run(_played(tmp_path_factory.mktemp("story")))


NOT_FREE = {
    *(("schedule", "minutes"), ("following", "rhythm"), ("meeting", "at"), ("plan_talk", "at")),
    *(("link", "code"), ("unlink", "code"), ("evaluate", "minutes"), ("step_up", "code")),
    ("emergency", "code"),
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
    """No words, names or ids are in chat, logs, streams, metrics, file names or plain bytes."""
    evidence, secrets = played

    assert leaks(evidence, secrets, Mark) == set()


KEPT = {
    *(f"running/wegwijzer{end}" for end in (".sqlite", ".sqlite-wal", ".sqlite-shm", ".key")),
    *(f"running/wegwijzer.keys.sqlite{end}" for end in ("", "-wal", "-shm")),
    *(f"running/wegwijzer.proof/checkpoints.{end}" for end in ("jsonl", "pub")),
    *("backup-wegwijzer.sqlite", "backup-wegwijzer.keys.sqlite"),
    *("erased/wegwijzer.sqlite", "erased/wegwijzer.proof/erased.jsonl"),
}
"""Files among which nothing was found: the store with all that SQLite lays beside it, and proof."""


def test_there_was_something_to_find(played: Played) -> None:
    """The story filled chat, Homes, modals, logs and store: silence would prove nothing."""
    evidence, _ = played
    typed = "\n".join(str(call.args) for call in evidence.calls)
    names = {path.relative_to(evidence.folder).as_posix() for path in evidence.folder.rglob("*")}

    shown = typed + str(evidence.acks)

    assert [mark for mark in Mark if mark not in shown] == [Mark.SEARCH]
    assert Mark.SEARCH in str(evidence.sent)
    assert len(evidence.chat["messages"]) > 30
    assert len(evidence.chat["homes"]) == 8
    assert len(evidence.log.splitlines()) > 1000
    assert names >= KEPT
    assert "PATH=" in evidence.environment
    assert "wegwijzer_erased_cases 1.0" in evidence.monitoring
    assert "wegwijzer_submissions_total" in evidence.monitoring


def _modal(**changed: object) -> Json:
    return {"type": "modal", "blocks": [], **changed}


def spoiled(folder: Path) -> Iterator[tuple[str, Evidence]]:
    """A single leak of each kind, and the place where it is."""
    quiet = Evidence({"messages": [], "homes": []}, (), (), "", folder)
    block = {"type": "actions", "elements": [{"type": "button", "value": Mark.CHILD}]}
    yield "messages", replace(quiet, chat={"messages": [{"text": Mark.SIGNAL}], "homes": []})
    yield "homes", replace(quiet, chat={"messages": [], "homes": [{"blocks": [Mark.ASK]}]})
    yield "log", replace(quiet, log=f'{{"event": "{Mark.TALK}"}}')
    yield "streams", replace(quiet, streams=f"ValueError: {Mark.REPLY}")
    yield "monitoring", replace(quiet, monitoring=f'signals_total{{child="{Mark.CHILD}"}} 1')
    yield "environment", replace(quiet, environment=f"LAST={Mark.NAME}")
    yield "users.info", replace(quiet, calls=[Call("users.info", {"user": Mark.TYPED}, {})])
    for view in (_modal(private_metadata=Mark.CHILD), _modal(blocks=[block])):
        yield "modal", replace(quiet, calls=[Call("views.open", {"view": view}, {})])
    titled = _modal(title={"type": "plain_text", "text": Mark.CHILD})
    yield "modal", replace(quiet, acks=[{"response_action": "update", "view": titled}])
    yield "ack", replace(quiet, acks=[{"text": Mark.COMMAND}])


def test_every_kind_of_leak_is_found(tmp_path: Path) -> None:
    """The same check catches a bot that leaks, wherever it does."""
    found = [(place, leaks(one, Mark, Mark)) for place, one in spoiled(tmp_path)]

    assert found == [(place, {place}) for place, _ in found]


def test_a_plain_store_is_found(played: Played, tmp_path: Path) -> None:
    """A file with a telling name, or with words in its bytes, is caught too."""
    evidence = replace(played[0], folder=tmp_path)
    (tmp_path / f"{Mark.CHILD}.txt").write_bytes(b"")
    (tmp_path / "store").write_bytes(b"\0" + Mark.OUTCOME.encode() + b"\0")
    shown = {f"name {Mark.CHILD}.txt", "bytes store"}

    assert leaks(evidence, Mark, Mark) == shown


async def test_careless_code_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that writes down what it got is caught by the same look, in whatever place it does."""
    store = tmp_path / "store"
    store.mkdir()
    with overheard() as heard:
        async with staged(store, listened=True) as stage:
            make_careless(stage, monkeypatch)
            await a_signal_is_raised(stage)
            evidence = await gathered(stage, heard, tmp_path / "kept")
    found = {place.removesuffix("-wal") for place in leaks(evidence, Mark, Mark)}

    assert {"name" if place.startswith("name") else place for place in found} >= {
        *LEAKS,
        "environment",
        "bytes backup-wegwijzer.sqlite",
        "bytes backup-wegwijzer.keys.sqlite",
    }
