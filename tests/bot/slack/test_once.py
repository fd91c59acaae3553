"""The same request runs once, however often and by whomever it is sent again."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.slack.http import PATH
from bot.slack.once import WINDOW, Once
from tests.bot.house import Clock
from tests.bot.slack import test_http
from tests.bot.slack.asgi_client import Answer, post

BODY = b"payload"


class Worker:
    """Counts how often it is asked; `trouble` is what it runs into the first times."""

    def __init__(self, *trouble: Exception) -> None:
        self.asked = 0
        self.trouble = list(trouble)
        self.may_end = asyncio.Event()

    async def work(self) -> str:
        self.asked += 1
        await self.may_end.wait()
        if self.trouble:
            raise self.trouble.pop(0)
        return "done"

    @property
    def at_once(self) -> Callable[[], Awaitable[str]]:
        self.may_end.set()
        return self.work


async def test_the_same_body_is_worked_on_once() -> None:
    """The second time nothing happens; another body is another request."""
    once, worker = Once(Clock()), Worker()
    found = [await once.run(body, worker.at_once) for body in (BODY, BODY, b"other", BODY)]

    assert found == ["done", None, "done", None]


async def test_side_by_side_it_is_worked_on_once() -> None:
    """Two deliveries at the same moment: one works, the other waits how that ends."""
    once, worker = Once(Clock()), Worker()
    running = [asyncio.create_task(once.run(BODY, worker.work)) for _ in range(3)]
    await asyncio.sleep(0)
    waiting = [one.done() for one in running]
    worker.may_end.set()

    assert await asyncio.gather(*running) == ["done", None, None]
    assert (waiting, worker.asked) == ([False] * 3, 1)


async def test_what_went_wrong_may_be_tried_again() -> None:
    """A request is not lost because its first delivery ended in an error."""
    once, worker = Once(Clock()), Worker(RuntimeError())
    running = [asyncio.create_task(once.run(BODY, worker.work)) for _ in range(2)]
    await asyncio.sleep(0)
    worker.may_end.set()
    first, second = await asyncio.gather(*running, return_exceptions=True)

    assert isinstance(first, RuntimeError)
    assert second == "done"


async def test_it_is_remembered_as_long_as_a_signature_is_good() -> None:
    """After that the signature itself is refused, and the memory is free again."""
    clock, worker = Clock(), Worker()
    once = Once(clock)
    await once.run(BODY, worker.at_once)
    clock.now += WINDOW - timedelta(seconds=1)
    again = await once.run(BODY, worker.at_once)
    clock.later(seconds=1)

    assert again is None
    assert await once.run(BODY, worker.at_once) == "done"


@pytest.mark.parametrize("age", [0, 100])
async def test_a_recorded_request_does_nothing(age: int) -> None:
    """Sent again with its own signature, or with a newer one as Slack does, nobody hears of it."""
    body = test_http.command("Kim komt moe op school")
    first = await test_http.send(body, test_http.signed(body))
    heard = len(test_http.HEARD)
    again = await post(test_http.app(), PATH, [body], test_http.signed(body, age=age))

    assert (first.status, heard) == (200, 1)
    assert again == Answer(200)
    assert len(test_http.HEARD) == heard
