"""The scan of each day: once, and if Slack cannot be asked an hour later again."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from bot.selfscan.scan import Reader, Result, scan
from bot.service import scans
from bot.service.tools import PlatformError, Tools, Work
from dialogs.texts import Texts
from storage.unit import Unit

BACK = timedelta(days=3)
"""How far a scan looks back: over a day that was missed as well."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """Reads back by `reader` what was said in the language of `texts`."""

    tools: Tools
    reader: Reader
    texts: Texts

    async def turn(self) -> Result | None:
        """Today's scan, if it is due now; None if it is not, or could not be done."""
        if not await self.tools.store.write(self._is_due, patient=True, whole_board=True):
            return None
        try:
            found = await self.scan()
        except PlatformError:
            return None
        await keep(self.tools, found)
        return found

    async def scan(self) -> Result:
        return await scan(self.tools, self.reader, self.texts, BACK)

    def _is_due(self, unit: Unit) -> bool:
        return scans.is_due(Work(unit, self.tools, self.tools.clock()))


async def keep(tools: Tools, found: Result) -> None:
    """Keep the counts of a scan as those of today."""
    await tools.store.write(
        lambda unit: scans.keep(Work(unit, tools, tools.clock()), asdict(found), clean=found.clean),
        patient=True,
        whole_board=True,
    )
