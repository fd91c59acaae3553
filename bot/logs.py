"""What the process writes down about itself: only what stands on the lists below.

Ours: an event from EVENTS with fields from FIELDS, each a number, a flag or one word. Libraries':
their name, the level and the class of an exception. Payloads and exception texts hold what people
wrote, so no text of a library passes, at no level (reliability.md, "Tokens and bodies in logs").
"""

import json
import logging
import re
import sys
import threading
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any, TextIO

import structlog
from structlog.contextvars import get_contextvars, merge_contextvars

EVENTS = frozenset(
    {
        *("checkpoint_failed", "crashed", "gate_refused", "handled", "message_given_up"),
        *("socket_silent", "started", "stopped", "stopping", "task_failed"),
    }
)
"""A test compares them with the calls in the code; a new event is added here."""

FIELDS = frozenset(
    {
        *("attempts", "count", "error", "kind", "method", "mode", "port", "reason", "request"),
        *("seconds", "version"),
    }
)
"""`request` is the same in all lines of one delivery of Slack, or of one turn of the clock."""

WORD = re.compile(r"[\w.:+-]{1,64}", re.ASCII)
UNLISTED = "unlisted"
"""Stands for an event that is not on the list: the line is not lost, its text is."""

Line = MutableMapping[str, Any]


def configure(level: str, stream: TextIO | None = None) -> None:
    """Send every line of this process to `stream` (standard error) as JSON, filtered."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[
            merge_contextvars,
            structlog.processors.add_log_level,
            only_listed,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=out),
        cache_logger_on_first_use=False,
    )
    _configure_libraries(level, out)
    _name_crashes()


def only_listed(_logger: object, _method: str, line: Line) -> Line:
    """Drop what is not on the lists; of an exception its class remains."""
    error = _class_of(line.get("exc_info"))
    kept = {name: value for name, value in line.items() if name in FIELDS and _is_word(value)}
    event = line.get("event")
    known = isinstance(event, str) and event in EVENTS
    return {
        "event": event if known else UNLISTED,
        "level": line.get("level"),
        **({"error": error} if error else {}),
        **kept,
    }


class LibraryFormatter(logging.Formatter):
    """Never asks a record for its message: that is where payloads are filled in."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "event": "library",
            "level": record.levelname.lower(),
            "logger": record.name if WORD.fullmatch(record.name) else UNLISTED,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        about = {"error": _class_of(record.exc_info), "request": get_contextvars().get("request")}
        return json.dumps(line | {name: value for name, value in about.items() if value})


def _configure_libraries(level: str, out: TextIO) -> None:
    handler = logging.StreamHandler(out)
    handler.setFormatter(LibraryFormatter())
    # Without their texts, lines below a warning say nothing.
    least = max(logging.getLevelNamesMapping()[level], logging.WARNING)
    logging.basicConfig(handlers=[handler], level=least, force=True)
    logging.captureWarnings(capture=True)
    # A line that cannot be written would be shown with its arguments.
    logging.raiseExceptions = False
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True


def _name_crashes() -> None:
    """What nobody caught is named by its class; Python itself would show its text."""
    log = structlog.get_logger()

    def tell(kind: type[BaseException]) -> None:
        log.critical("crashed", error=kind.__name__)

    sys.excepthook = lambda kind, _error, _trace: tell(kind)
    threading.excepthook = lambda crash: tell(crash.exc_type)
    sys.unraisablehook = lambda crash: tell(crash.exc_type)


def _class_of(exc_info: object) -> str | None:
    """The class of what `exc_info` gives in any of the ways that logging allows."""
    if isinstance(exc_info, BaseException):
        return type(exc_info).__name__
    if isinstance(exc_info, tuple):
        return getattr(exc_info[0], "__name__", None)
    return _class_of(sys.exc_info()) if exc_info else None


def _is_word(value: object) -> bool:
    if isinstance(value, str):
        return WORD.fullmatch(value) is not None
    return value is None or isinstance(value, bool | int | float)
