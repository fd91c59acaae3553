"""Who goes first on the one writer."""

import asyncio
from functools import partial
from threading import Event

import pytest

from storage.store import Store
from storage.turns import Turns
from storage.unit import Unit


async def asked_while_busy(turns: Turns, names: str) -> str:
    """In which order it is done what is asked while the thread is held; capitals are patient."""
    order: list[str] = []
    busy, go_on = Event(), Event()

    def hold() -> None:
        busy.set()
        go_on.wait()

    holding = asyncio.create_task(turns.ask(hold))
    await asyncio.to_thread(busy.wait)
    asked = [
        asyncio.create_task(turns.ask(partial(order.append, one), patient=one.isupper()))
        for one in names
    ]
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(holding, *asked)
    await asyncio.to_thread(turns.close)
    return "".join(order)


@pytest.mark.parametrize(
    "patience_s, expected", [(1000, "bdfACE"), (0, "AbCdEf")], ids=["patient", "out of patience"]
)
async def test_who_goes_first(patience_s: float, expected: str) -> None:
    """Who is waited for goes first, each kind in its order, until patience is at its end."""
    order = await asked_while_busy(Turns(1, "test", patience_s), "AbCdEf")

    assert order == expected


async def test_an_error_goes_to_who_asked() -> None:
    """What fails does so for who asked it, and the next is done."""
    turns = Turns(1, "test")
    with pytest.raises(ZeroDivisionError):
        await turns.ask(lambda: 1 // 0)

    assert await turns.ask(lambda: "done") == "done"
    turns.close()


async def test_a_given_up_wait_is_passed_over() -> None:
    """What is cancelled while it waits is not done, and holds up nobody."""
    turns, busy, go_on = Turns(1, "test"), Event(), Event()
    order: list[str] = []

    def hold() -> None:
        busy.set()
        go_on.wait()

    holding = asyncio.create_task(turns.ask(hold))
    await asyncio.to_thread(busy.wait)
    given_up = asyncio.create_task(turns.ask(lambda: order.append("given up")))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    go_on.set()
    await holding
    await turns.ask(lambda: order.append("next"))
    await asyncio.to_thread(turns.close)

    assert order == ["next"]


async def test_a_submission_goes_before_what_is_sent(store: Store) -> None:
    """A write that somebody waits for overtakes fifty that can wait, and none of them is lost."""
    order: list[str] = []
    busy, go_on = Event(), Event()

    def hold(_unit: Unit) -> None:
        busy.set()
        go_on.wait()

    holding = asyncio.create_task(store.write(hold, patient=True))
    await asyncio.to_thread(busy.wait)
    drains = [
        asyncio.create_task(store.write(lambda _unit: order.append("drain"), patient=True))
        for _ in range(50)
    ]
    await asyncio.sleep(0)
    submission = asyncio.create_task(store.write(lambda _unit: order.append("submission")))
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(holding, submission, *drains)

    assert order == ["submission", *["drain"] * 50]
