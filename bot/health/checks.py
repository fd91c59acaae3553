"""Whether the bot works, by the examinations of `wegwijzer doctor`; without names of anybody."""

import asyncio
from dataclasses import dataclass, replace

from bot.doctor_keys import examine_master
from bot.doctor_messages import examine_waiting
from bot.doctor_room import examine_room
from bot.doctor_store import STORE, examine_version
from bot.finding import Finding, refused
from bot.health.ear import NAME as SLACK
from bot.health.ear import Ear
from bot.service.tools import Tools
from bot.settings import Settings
from storage.errors import StoreError
from storage.store import LEAST_FREE

KEY, OUTBOX, DISK = "key", "outbox", "disk"
CHECKS = (SLACK, STORE, KEY, OUTBOX, DISK)
LISTENS = Finding(SLACK, ok=True, says="is listened to for signed requests")
UNSEEN = Finding(DISK, ok=False, says="cannot be seen", repair="Look whether it is there.")


@dataclass(frozen=True, slots=True)
class Health:
    settings: Settings
    tools: Tools
    ear: Ear

    async def examined(self) -> tuple[Finding, ...]:
        """A finding for each of CHECKS, in that order."""
        store, key, disk = await asyncio.to_thread(self._blocking)
        return (self._slack(), store, key, await self._outbox(), disk)

    def _slack(self) -> Finding:
        return LISTENS if self.settings.slack_mode == "http" else self.ear.finding()

    def _blocking(self) -> tuple[Finding, Finding, Finding]:
        return (
            examine_version(self.settings.database_url),
            replace(examine_master(self.settings), name=KEY),
            examine_room(self.settings, LEAST_FREE) or UNSEEN,
        )

    async def _outbox(self) -> Finding:
        try:
            return await self.tools.store.read(
                lambda unit: examine_waiting(unit, self.tools.clock()), whole_board=True
            )
        except StoreError as error:
            return refused(OUTBOX, error)
