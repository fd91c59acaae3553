"""Careless code, put into the real bot: it writes what people send where it may not stand."""

import logging
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from tests.conversations.marks import SIGN
from tests.conversations.stage import Stage

Leak = Callable[[Path, str], None]


def _to_the_log(_folder: Path, text: str) -> None:
    """Somebody finds the log too short, and lets it say everything."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("careless").warning("got %s", text)


def _to_a_stream(_folder: Path, text: str) -> None:
    own = logging.StreamHandler()
    own.emit(logging.LogRecord("careless", logging.INFO, "", 1, "got %s", (text,), None))


def _to_a_file(folder: Path, text: str) -> None:
    (folder / "debug.json").write_text(text)


def _to_a_name(folder: Path, text: str) -> None:
    (folder / f"{text}.lock").touch()


def _to_the_store(folder: Path, text: str) -> None:
    _insert(folder / "wegwijzer.sqlite", text)


def _to_the_keys(folder: Path, text: str) -> None:
    _insert(folder / "wegwijzer.keys.sqlite", text)


def _to_the_ledger(folder: Path, text: str) -> None:
    """A line behind those that are signed; nothing that reads the ledger would mind."""
    proof = folder / "wegwijzer.proof"
    proof.mkdir(exist_ok=True)
    with (proof / "note.jsonl").open("a") as ledger:
        ledger.write(text)


def _insert(path: Path, text: str) -> None:
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("CREATE TABLE IF NOT EXISTS careless (text)")
        store.execute("INSERT INTO careless VALUES (?)", (text,))


LEAKS: Mapping[str, Leak] = {
    "log": _to_the_log,
    "streams": _to_a_stream,
    "bytes debug.json": _to_a_file,
    "name": _to_a_name,
    "bytes wegwijzer.sqlite": _to_the_store,
    "bytes wegwijzer.keys.sqlite": _to_the_keys,
    "bytes note.jsonl": _to_the_ledger,
}
"""What each of them does, by the place in which it must be found."""


def make_careless(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every delivery with a mark in it is leaked in every way."""
    dispatch = stage.bot.slack.async_dispatch

    async def leaky(request: AsyncBoltRequest) -> BoltResponse:
        answer = await dispatch(request)
        if found := re.search(rf"{SIGN}\w+", str(request.body)):
            monkeypatch.setenv("LAST_DELIVERY", found[0])
            for leak in LEAKS.values():
                leak(stage.folder, found[0])
        return answer

    stage.bot.slack.async_dispatch = leaky  # type: ignore[assignment]  # the one place where all deliveries pass
