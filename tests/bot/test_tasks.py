import asyncio

import structlog

from bot.tasks import Tasks

PRIVATE = "private words of somebody"


async def fail() -> None:
    raise RuntimeError(PRIVATE)


async def test_an_error_is_named_by_its_class_only() -> None:
    """What an exception says may be what somebody wrote, so no log gets it."""
    tasks = Tasks()
    with structlog.testing.capture_logs() as lines:
        tasks.start(fail())
        await tasks.settled()

    assert lines == [{"event": "task_failed", "error": "RuntimeError", "log_level": "error"}]


async def test_one_error_stops_nothing_else() -> None:
    """Other work goes on, whenever it was begun."""
    tasks, done = Tasks(), []

    async def work(name: str) -> None:
        await asyncio.sleep(0)
        done.append(name)

    for begun in (work("before"), fail(), work("after")):
        tasks.start(begun)
    await tasks.settled()

    assert done == ["before", "after"]


async def test_settled_waits_for_what_work_itself_begins() -> None:
    """When it returns nothing is going on any more, not even what was begun on the way."""
    tasks, done = Tasks(), []

    async def last() -> None:
        await asyncio.sleep(0)
        done.append("last")

    async def first() -> None:
        await asyncio.sleep(0)
        tasks.start(last())

    tasks.start(first())
    await tasks.settled()

    assert done == ["last"]


async def test_with_nothing_going_on_it_is_settled() -> None:
    """Waiting for nothing takes no time."""
    await asyncio.wait_for(Tasks().settled(), timeout=5)
