"""Where secrets may not be: chat, what Slack gets outside modals, logs, the process, files."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.demo.workspace.courier import Envelope
from bot.demo.workspace.webapi import Call
from tests.conversations.surfaces import MODALS, Json, surfaces

READ_IN_MODALS = frozenset({"text", "initial_value", "label", "hint"})
"""Properties of a modal's blocks in which people read texts; nothing else may hold a secret."""


@dataclass(frozen=True)
class Evidence:
    """All that a story left behind.

    `chat` is the workspace's raw text, `folder` holds all copies of the store; `sent` is what
    people did, `streams` what was written past the log, `environment` what shows of the process,
    `monitoring` what a monitor reads of it.
    """

    chat: Json
    calls: Sequence[Call]
    acks: Sequence[Json]
    log: str
    folder: Path
    sent: Sequence[Envelope] = ()
    streams: str = ""
    environment: str = ""
    monitoring: str = ""


def leaks(evidence: Evidence, secrets: Iterable[str], stored: Iterable[str]) -> set[str]:
    """The places in which one of `secrets` stands, or one of `stored` in the bytes of a file."""
    places = [*_places(evidence), *((f"name {path.name}", path.name) for path in _files(evidence))]
    found = {place for place, text in places for secret in secrets if secret in text}
    files = ((path.name, path.read_bytes()) for path in _files(evidence))
    return found | {
        f"bytes {name}" for name, held in files for secret in stored if secret.encode() in held
    }


def _places(evidence: Evidence) -> Iterator[tuple[str, str]]:
    yield "messages", _json(evidence.chat["messages"])
    yield "homes", _json(evidence.chat["homes"])
    yield "log", evidence.log
    yield "streams", evidence.streams
    yield "environment", evidence.environment
    yield "monitoring", evidence.monitoring
    for call in evidence.calls:
        if call.method not in MODALS:
            yield call.method, _json(call.args)
    for one in surfaces(evidence.calls, evidence.acks):
        if one.kind == "modal":
            yield "modal", _json(_unread(one.document))
    for ack in evidence.acks:
        yield "ack", _json({name: value for name, value in ack.items() if name != "view"})


def _unread(view: Json) -> Json:
    """A modal without the texts that a person reads in its blocks."""
    return {**view, "blocks": [_bare(block) for block in view["blocks"]]}


def _bare(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if name not in READ_IN_MODALS}
    return value


def _files(evidence: Evidence) -> list[Path]:
    return [path for path in evidence.folder.rglob("*") if path.is_file()]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
