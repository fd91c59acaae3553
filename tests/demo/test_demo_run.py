import asyncio
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


async def test_an_open_page_does_not_hold_up_the_end(tmp_path: Path) -> None:
    """A page that waits for news gets its answer at the end, and is not cut off."""
    async with aiohttp.ClientSession() as session:
        async with demo(Folder(tmp_path), 0) as address:
            people = await (await session.get(f"{address}/demo/api/people")).json()
            news = f"{address}/demo/api/changes?since={people['version']}"
            waiting = asyncio.create_task(session.get(news))
            await (await session.get(f"{address}/demo/api/people")).json()

        answer = await waiting

        assert answer.status == 200
