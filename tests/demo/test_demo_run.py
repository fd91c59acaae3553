from pathlib import Path

import aiohttp
import pytest

from bot.demo.folder import Folder
from bot.demo.run import demo, reset


async def test_a_demo_that_breaks_lets_go_of_its_address(tmp_path: Path) -> None:
    """Whatever ends the demo, nothing answers at its address afterwards."""
    with pytest.raises(ZeroDivisionError):
        async with demo(Folder(tmp_path), 0) as address:
            raise ZeroDivisionError

    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(address)


async def test_a_running_demo_keeps_its_folder_to_itself(tmp_path: Path) -> None:
    """It is not started twice and not emptied under way; afterwards it can be."""
    folder = tmp_path / "demo"
    async with demo(Folder(folder), 0):
        with pytest.raises(BlockingIOError, match="Stop it first"):
            reset(folder)
        with pytest.raises(BlockingIOError, match="Stop it first"):
            await demo(Folder(folder), 0).__aenter__()

        assert (folder / "clock.json").exists()

    reset(folder)

    assert not folder.exists()
