"""`python -m tests.conversations.releasing`: keep a store of this version, to upgrade ever after.

To be run once for each version of the store that people get to use. It plays the whole story.
"""

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path

import typer

from storage.erasing import Erasure
from storage.records import Subject
from storage.unit import Unit
from storage.version import head
from tests.conversations.doing import tell
from tests.conversations.stage import Stage, staged
from tests.conversations.test_story import SCENES
from tests.storage.releases import keep, told


async def played(stage: Stage) -> None:
    """A case with everything in it, a second, one that was erased, and what lies beside cases."""
    for scene in SCENES:
        await scene(stage)
    await tell(stage, text="Iets.")
    case = (await stage.told_by("sam"))[-1].id
    now, store = stage.clock(), stage.bot.tools.store
    await store.erase(lambda _unit: [Erasure(case, "term", "director", now)])

    def beside(unit: Unit) -> None:
        later = now + timedelta(days=900)
        unit.drafts.save("sam", "signal", {"text": "Half."}, later)
        unit.people.set_away("amir", away=True)
        unit.handles.give("mees", Subject("school", "regenboog"), now, later)

    await store.write(beside)
    await stage.bot.turn()


async def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with staged(folder) as stage:
            await played(stage)
            found = await stage.bot.tools.store.read(told)
        typer.echo(f"{keep(folder, head(), found).name}: {len(found)} cases")


if __name__ == "__main__":
    asyncio.run(main())
