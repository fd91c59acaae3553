"""All that this process writes down, at DEBUG, in the form in which it would be written."""

import io
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot import logs


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """The log as `wegwijzer serve` sets it up; every library speaks up at its lowest level."""
    heard = io.StringIO()
    root, before = logging.getLogger(), _state()
    try:
        logs.configure("DEBUG", heard)
        root.setLevel(logging.DEBUG)
        yield heard
    finally:
        _restore(before)
        structlog.reset_defaults()


def _state() -> dict[str, object]:
    root = logging.getLogger()
    return {
        "handlers": list(root.handlers),
        "level": root.level,
        "raising": logging.raiseExceptions,
        "hooks": (sys.excepthook, threading.excepthook, sys.unraisablehook),
    }


def _restore(before: dict[str, object]) -> None:
    root = logging.getLogger()
    root.handlers[:] = before["handlers"]  # type: ignore[call-overload]  # as _state took it
    root.setLevel(before["level"])  # type: ignore[arg-type]  # as _state took it
    logging.raiseExceptions = bool(before["raising"])
    logging.captureWarnings(capture=False)
    hooks = before["hooks"]
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks  # type: ignore[misc]  # as it was before
