from pathlib import Path

import aiohttp
import pytest

from bot.demo.folder import Folder
from bot.demo.run import demo


async def test_a_demo_that_breaks_lets_go_of_its_address(tmp_path: Path) -> None:
    """Whatever ends the demo, nothing answers at its address afterwards."""
    with pytest.raises(ZeroDivisionError):
        async with demo(Folder(tmp_path), 0) as address:
            raise ZeroDivisionError

    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(address)
