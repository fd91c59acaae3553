"""Kill -9 at any moment of a submission: nothing was acknowledged, or everything is there once."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from itertools import count, islice
from pathlib import Path

from bot.demo.workspace import Outcome
from bot.stores import opened
from storage.unit import Unit
from tests.conversations import independent, rules
from tests.conversations.doing import COMMAND
from tests.conversations.installing import LONG
from tests.conversations.killing import Installation, killable
from tests.conversations.marks import Mark
from tests.conversations.stored import counts, holding, outbox
from tests.conversations.surfaces import surfaces

KILLS = int(os.environ.get("KILLS", "20"))
"""How often; `KILLS=500 pytest tests/conversations/test_kill.py` takes its time."""

TOLD = ("sam", "maria", "amir")
"""Who hears of a signal about danger: its sender, the IB'er and the deputy."""

LONGEST = 0.15
"""Seconds in which a submission is over, and most of what it leads to is sent."""

Moment = Callable[[Installation], Awaitable[None]]


def after(seconds: float) -> Moment:
    """Some time after somebody pressed the button."""

    async def moment(_: Installation) -> None:
        await asyncio.sleep(seconds)

    return moment


def during(method: str, *, done: bool) -> Moment:
    """While Slack does what was asked but has not answered; `done`: it has been done already."""

    async def moment(bot: Installation) -> None:
        bot.workspace.faults.hang(method, after=done)
        calls = len(bot.workspace.log)
        await bot.workspace.until(
            lambda: any(call.method == method for call in list(bot.workspace.log)[calls:]), LONG
        )

    return moment


async def just_stored(bot: Installation) -> None:
    """As soon as it is in the store, before or while it is acknowledged."""
    before = stored(bot)
    while stored(bot) == before:  # noqa: ASYNC110 - the file tells nobody when it changes
        await asyncio.sleep(0)


NAMED = (
    during("chat.postMessage", done=True),
    just_stored,
    during("chat.postMessage", done=False),
    just_stored,
)


def moments() -> Iterator[Moment]:
    """Delays spread ever more evenly over the time it takes, and every other time a named one."""
    delays = (after(LONGEST * part) for part in _spread())
    named = (NAMED[number % len(NAMED)] for number in count())
    return (moment for pair in zip(delays, named, strict=False) for moment in pair)


def _spread() -> Iterator[float]:
    """0, 1/2, 1/4, 3/4, 1/8 ...: van der Corput's sequence, the same each time."""
    for number in count():
        bits = f"{number:b}"[::-1]
        yield sum(int(bit) / 2 ** (place + 1) for place, bit in enumerate(bits))


def stored(bot: Installation) -> tuple[int, int, int]:
    found = counts(bot.folder)
    return found["case"], found["case_event"], found["outbox"]


async def filled_in(bot: Installation, number: int) -> None:
    sam = bot.person("sam")
    told = await sam.command(COMMAND)
    assert told.ok
    await bot.workspace.settled(LONG)
    await sam.pick("urgency", "now")
    await sam.fill(text=f"{Mark.SIGNAL} {number}.")


async def killed(bot: Installation, moment: Moment) -> Outcome:
    """What somebody notices whose form is killed."""
    sending = asyncio.create_task(bot.person("sam").submit())
    await moment(bot)
    await bot.kill()
    return await sending


def rows_of(signals: int) -> tuple[int, int, int]:
    """Each is a case with two entries, the policy and the signal, and a message to each."""
    return signals, 2 * signals, len(TOLD) * signals


async def survives(bot: Installation, number: int, moment: Moment) -> None:
    """One more signal, killed and taken up again; whoever got an error presses once more."""
    await filled_in(bot, number)
    outcome = await killed(bot, moment)
    done = rows_of(number + 1)
    nothing = rows_of(number)

    assert stored(bot) in ([done] if outcome.ok else [nothing, done])

    bot.let_leases_run_out()
    await bot.start()
    if not outcome.ok:
        again = await bot.person("sam").submit()
        assert again.ok, again
    await bot.person("sam").open_home()
    await bot.workspace.until(lambda: messages(bot) == [number + 1] * len(TOLD), LONG)
    await bot.person("sam").close(everything=True)
    await bot.workspace.settled(LONG)

    assert stored(bot) == done


def messages(bot: Installation) -> list[int]:
    return [len(bot.person(name).messages()) for name in TOLD]


async def test_kill_at_any_moment(tmp_path: Path) -> None:
    """Every signal is there once and whole, and each envelope came once, after every kill."""
    async with killable(tmp_path) as bot:
        await bot.start()
        for number, moment in enumerate(islice(moments(), KILLS)):
            await survives(bot, number, moment)
        shown = list(surfaces(bot.workspace.log, ()))

        assert await bot.stop() == 0
        assert messages(bot) == [KILLS] * len(TOLD)
        assert {state for _, state, _ in outbox(tmp_path)} == {"sent"}
        assert await told(bot) == [f"{Mark.SIGNAL} {number}." for number in range(KILLS)]
        assert list(holding(tmp_path, Mark.SIGNAL)) == []
        assert [one for one in shown if independent.problems(one) + rules.problems(one)] == []


async def told(bot: Installation) -> list[str]:
    """The words of every signal, in order, from a store whose journals are whole."""
    store = opened(bot.settings)
    try:
        return await store.read(lambda unit: list(_words(unit)))
    finally:
        await store.close()


def _words(unit: Unit) -> Iterator[str]:
    for line in unit.lists.of_raiser("sam"):
        case = unit.cases.fold(line.id)
        if unit.journal.verify(line.id) is None and case and case.signal:
            yield case.signal.text
