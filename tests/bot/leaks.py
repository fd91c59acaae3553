"""Every way in which a program writes text it was given; run by test_logs.py in its own process."""

import asyncio
import io
import logging
import sys
import threading
import warnings

import structlog

from bot.logs import configure

LIBRARIES = (
    "slack_bolt.AsyncApp",
    "slack_sdk.web.async_base_client",
    "slack_sdk.socket_mode.aiohttp",
    "aiohttp.access",
    "aiohttp.server",
    "sqlalchemy.engine.Engine",
    "alembic.runtime.migration",
    "apscheduler.executors.default",
    "uvicorn.error",
    "uvicorn.access",
    "starlette",
    "urllib3.connectionpool",
)


class Broken:
    """Speaks up when it is thrown away."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __del__(self) -> None:
        raise ValueError(self.text)


class FullDisk(io.StringIO):
    """Where the log goes, when nothing can be written there."""

    def write(self, _text: str) -> int:
        raise OSError


def crash(text: str) -> None:
    raise RuntimeError(text)


def ours(text: str) -> None:
    log = structlog.get_logger("bot.somewhere")
    log.debug(text)
    log.info("task_failed", count=3000, note=text, reason=f"{text} {text}")
    log.error("task_failed", error=text + "!", payload={"text": text})
    log.error("gate_refused", error="GateError", method="views.open", reason=f"blocks {text}")
    try:
        crash(text)
    except RuntimeError:
        log.exception("task_failed", body=text)


def libraries(text: str) -> None:
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(logging.DEBUG)
        logger.debug("payload %s", text)
        logger.warning(text, extra={"text": text})
        try:
            crash(text)
        except RuntimeError:
            logger.exception("failed with %s", text)
    logging.getLogger("broken").error("%d", text)
    logging.getLogger(text + " ").error("name")
    warnings.warn(text, stacklevel=1)


async def forgotten(text: str) -> None:
    """A task whose exception nobody looks at."""

    async def fail() -> None:
        crash(text)

    await asyncio.wait([asyncio.create_task(fail())])


def main(text: str) -> None:
    own = logging.StreamHandler()
    logging.getLogger(LIBRARIES[0]).addHandler(own)
    configure("DEBUG", FullDisk())
    logging.getLogger("disk").error("full at %s", text)
    configure("DEBUG")
    ours(text)
    libraries(text)
    asyncio.run(forgotten(text))
    thread = threading.Thread(target=crash, args=(text,))
    thread.start()
    thread.join()
    Broken(text)
    crash(text)


if __name__ == "__main__":
    main(sys.argv[1])
