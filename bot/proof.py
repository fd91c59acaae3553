"""From time to time, sign how the store stands (`storage.checkpoints`)."""

from datetime import datetime, timedelta

import structlog

from bot.service.tools import Tools
from storage.errors import StoreError

EVERY = timedelta(hours=1)
"""What is cut off or written anew within this time can escape notice."""

log = structlog.get_logger(__name__)


class Proof:
    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._due: datetime | None = None

    async def turn(self) -> None:
        """Sign once an hour; what cannot be signed is written down, and keeps nobody waiting."""
        now = self._tools.clock()
        if self._due is not None and now < self._due:
            return
        self._due = now + EVERY
        try:
            await self._tools.store.checkpoint(now)
        except StoreError as error:
            log.error("checkpoint_failed", error=type(error).__name__)  # noqa: TRY400 - no text in a log
