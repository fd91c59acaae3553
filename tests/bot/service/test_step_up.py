from dataclasses import replace

import pytest

from bot.one_time_codes import code_at, step_at
from bot.service.answers import Correct, Show
from dialogs.screen import Screen
from meldcode.case import Case
from storage.records import SecondFactor
from tests.bot.house import FACTS, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import keys, written

SECRET = b"12345678901234567890"
MINUTES = 15


@pytest.fixture
async def guarded(house: House) -> House:
    """The same house where the care team needs codes, and the IB'er has an app for them."""
    policy = replace(house.tools.policy, step_up_minutes=MINUTES)
    await house.work(lambda work: work.unit.second_factors.put("ib", SecondFactor(SECRET)))
    return replace(house, tools=replace(house.tools, policy=policy))


def code(house: House, apart: int = 0) -> str:
    """What the app shows now."""
    return code_at(SECRET, step_at(house.clock()) + apart)


async def unlock(house: House, handle: str, key: str = "") -> Screen:
    answer = await house.submit("ib", "step_up", {"code": code(house)}, handle, key=key)
    assert isinstance(answer, Show)
    return answer.screen


async def opened(house: House) -> tuple[Case, str]:
    case = await house.signal()
    return case, await house.handle("ib", case)


async def test_nothing_is_read_without_a_code(guarded: House) -> None:
    """Opening, reading cases together and a button's command all ask first."""
    case, handle = await opened(guarded)
    shown = [await guarded.show("ib", action, handle) for action in ("open", "talk", "joined")]
    shown.append(await guarded.act("ib", "take", handle))

    assert {screen.name for screen in shown} == {"step_up"}
    assert all("home.danger" in keys(screen) for screen in shown)
    assert (await guarded.case(case.id)).version == case.version


async def test_a_name_is_looked_up_after_a_code(guarded: House) -> None:
    """Whether a child is known is asked only by who gave a code; then the question is there."""
    case, _ = await opened(guarded)
    asked = await guarded.show("ib", "search", "")
    sent = await guarded.submit("ib", "search", {"text": case.code}, "")

    assert isinstance(sent, Show)
    assert (asked.name, sent.screen.name) == ("step_up", "step_up")
    assert (await unlock(guarded, "")).name == "search"

    found = await guarded.submit("ib", "search", {"text": case.code}, "")
    assert isinstance(found, Show)
    assert "search.found" in keys(found.screen)

    guarded.clock.later(minutes=MINUTES)
    again = await guarded.submit("ib", "search", {"text": case.code}, "")
    assert isinstance(again, Show)
    assert again.screen.name == "step_up"


async def test_after_the_code_the_case_is_there(guarded: House) -> None:
    """For as long as somebody goes on reading, and not after a pause."""
    _, handle = await opened(guarded)

    assert FACTS in written(await unlock(guarded, handle))

    for _ in range(3):
        guarded.clock.later(minutes=MINUTES - 1)
        assert FACTS in written(await guarded.show("ib", "open", handle))

    guarded.clock.later(minutes=MINUTES)
    assert (await guarded.show("ib", "open", handle)).name == "step_up"


async def test_a_code_counts_once(guarded: House) -> None:
    """Somebody who looked along cannot use it after the pause, nor a second delivery fail."""
    _, handle = await opened(guarded)
    first = await unlock(guarded, handle, key="view")

    assert await unlock(guarded, handle, key="view") == first
    answer = await guarded.submit("ib", "step_up", {"code": code(guarded)}, handle)
    assert answer == Correct({"code": "err.own_code"})


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "000000"])
async def test_a_wrong_code_is_said_beside_its_field(guarded: House, typed: str) -> None:
    """And nothing is shown."""
    _, handle = await opened(guarded)

    assert await guarded.submit("ib", "step_up", {"code": typed}, handle) == Correct(
        {"code": "err.own_code"}
    )


async def test_guessing_is_stopped(guarded: House) -> None:
    """After five wrong codes the right one has to wait a quarter of an hour."""
    _, handle = await opened(guarded)
    for _ in range(5):
        await guarded.submit("ib", "step_up", {"code": "000000"}, handle)
    answer = await guarded.submit("ib", "step_up", {"code": code(guarded)}, handle)

    assert answer == Correct({"code": "err.code_wait"})

    guarded.clock.later(minutes=15)
    assert FACTS in written(await unlock(guarded, handle))


async def test_what_was_typed_is_kept(guarded: House) -> None:
    """A form that was filled in slowly is stored, and only reading on asks for a code."""
    case, handle = await opened(guarded)
    answer = await guarded.submit("ib", "answer", FILLED["answer"], handle)

    assert isinstance(answer, Show)
    assert answer.screen.name == "step_up"
    assert (await guarded.case(case.id)).version > case.version


async def test_who_has_no_app_reads_nothing(guarded: House) -> None:
    """The deputy is told whom to ask, with the phone numbers for danger."""
    case, _ = await opened(guarded)
    handle = await guarded.handle("deputy", case)
    screen = await guarded.show("deputy", "open", handle)

    assert {"step_up.none", "home.danger"} <= set(keys(screen))
    answer = await guarded.submit("deputy", "step_up", {"code": code(guarded)}, handle)
    assert answer == Correct({"code": "err.access"})


async def test_a_teacher_needs_none(guarded: House) -> None:
    """Who told reads her own words as before."""
    case, _ = await opened(guarded)
    screen = await guarded.show("teacher", "open", await guarded.handle("teacher", case))

    assert FACTS in written(screen)


async def test_the_secret_is_not_readable_in_the_store(guarded: House) -> None:
    """Nor in what the value shows of itself."""
    (row,) = guarded.rows("SELECT secret FROM second_factor")

    assert SECRET not in row[0]
    assert "12345678901234567890" not in repr(SecondFactor(SECRET))
