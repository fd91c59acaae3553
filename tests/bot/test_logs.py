import ast
import asyncio
import json
import logging
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.contextvars import get_contextvars

from bot.health.metrics import Metrics, Watch
from bot.logs import EVENTS, FIELDS, UNLISTED, LibraryFormatter, only_listed
from bot.tasks import Tasks
from tests.bot.leaks import LIBRARIES
from tests.contracts.tree import ROOT, trees

MARKER = "zeldzaamwoord"


@pytest.fixture(scope="module")
def lines() -> list[dict[str, object]]:
    """What a process writes at DEBUG that leaks its text in every way we know."""
    command = [sys.executable, "-m", "tests.bot.leaks", f"Marker {MARKER}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout == ""
    assert MARKER not in run.stderr
    return [json.loads(line) for line in run.stderr.splitlines()]


def test_nothing_that_was_written_passes_at_debug(lines: list[dict[str, object]]) -> None:
    """Every line is JSON with listed names only; the text itself is nowhere (see the fixture)."""
    names = {name for line in lines for name in line}

    assert names <= FIELDS | {"event", "level", "timestamp", "logger", "error"}


def test_our_own_lines_keep_their_event_and_listed_fields(lines: list[dict[str, object]]) -> None:
    """What helps an administrator stays: the event, numbers and the class of an exception."""
    own = [line for line in lines if "logger" not in line]
    for line in own:
        del line["timestamp"]

    assert own[:5] == [
        {"event": UNLISTED, "level": "debug"},
        {"event": "task_failed", "level": "info", "count": 3000},
        {"event": "task_failed", "level": "error"},
        {"event": "gate_refused", "level": "error", "error": "GateError", "method": "views.open"},
        {"event": "task_failed", "level": "error", "error": "RuntimeError"},
    ]


def test_libraries_are_named_with_their_exceptions(lines: list[dict[str, object]]) -> None:
    """Of a library remains who it was, how bad it was and what kind of exception it met."""
    told = Counter((line["logger"], line.get("error")) for line in lines if "logger" in line)

    assert {name: told[name, "RuntimeError"] for name in LIBRARIES} == dict.fromkeys(LIBRARIES, 1)
    assert told["broken", None] == 1
    assert told["py.warnings", None] == 1
    assert told[UNLISTED, None] == 1
    assert told["asyncio", "RuntimeError"] == 1


def test_crashes_are_named_by_their_class(lines: list[dict[str, object]]) -> None:
    """What nobody caught, in a thread, a finalizer or the process, has one line without text."""
    crashes = [line["error"] for line in lines if line["event"] == "crashed"]

    assert crashes == ["RuntimeError", "ValueError", "RuntimeError"]


@given(st.sampled_from([*FIELDS, "text", "exc_info"]), st.text() | st.lists(st.text(min_size=1)))
def test_a_field_is_a_word_or_absent(name: str, value: object) -> None:
    """A sentence, a list or an unlisted name never gets through."""
    line = only_listed(None, "info", {"event": "crashed", "level": "info", name: value})
    kept = line.get(name)

    assert kept is None or (name in FIELDS and " " not in str(kept) and "@" not in str(kept))
    assert set(line) <= FIELDS | {"event", "level"}


def test_a_library_record_is_never_filled_in() -> None:
    """The message is not even made: its arguments may be payloads."""

    class Untouchable:
        def __str__(self) -> str:
            raise AssertionError("The message was made.")

    record = logging.LogRecord("slack_bolt", logging.ERROR, "f", 1, "%s", (Untouchable(),), None)

    assert json.loads(LibraryFormatter().format(record))["level"] == "error"


def test_lines_of_one_delivery_share_an_id() -> None:
    """Ours, those of tasks it starts and those of libraries can be put together, and no others."""
    ids = (f"delivery-{number}" for number in count(1))
    watch = Watch(Metrics(), lambda _: next(ids))
    heard: list[str | None] = []

    async def tell() -> None:
        heard.append(get_contextvars().get("request"))

    async def deliver() -> None:
        tasks = Tasks()
        for _ in range(2):
            with watch.delivery():
                tasks.start(tell())
                record = logging.LogRecord("slack_bolt", logging.ERROR, "f", 1, "", (), None)
                heard.append(json.loads(LibraryFormatter().format(record))["request"])
        await tasks.settled()
        await tell()

    asyncio.run(deliver())

    assert Counter(heard) == {"delivery-1": 2, "delivery-2": 2, None: 1}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every `log.info(...)` and the like in the program."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if path.parts[0] == "bot" and isinstance(node, ast.Call):
                target = ast.unparse(node.func)
                if target.startswith("log.") and not target.endswith(".bind"):
                    yield f"{path}:{node.lineno}", node


def test_every_event_in_the_code_is_listed() -> None:
    """A line that would be dropped is noticed when it is written, not when it is missed."""
    unlisted = [
        place
        for place, call in calls()
        if not (isinstance(call.args[0], ast.Constant) and call.args[0].value in EVENTS)
        or not {keyword.arg for keyword in call.keywords} <= FIELDS
    ]

    assert unlisted == []


def test_every_listed_event_is_used() -> None:
    """The list says what an administrator can meet, and nothing else."""
    used = {call.args[0].value for _, call in calls() if isinstance(call.args[0], ast.Constant)}

    assert EVENTS - used == set()
