from dataclasses import replace

from dialogs.screen import Screen
from meldcode import commands
from meldcode.policy import Policy
from tests.bot.house import House
from tests.dialogs.reading import keys, says
from tests.words import load


def under(house: House, version: str) -> House:
    """The same house after the board changed its policy."""
    return replace(house, tools=replace(house.tools, policy=Policy(version=version)))


def told(screen: Screen) -> list[str]:
    """What the screen says of the policy."""
    words = load("nl")
    return [words.of(text) for text in says(screen) if text.key in {"case.policy", "chr.policy"}]


async def test_a_case_says_under_which_versions_it_was_handled(house: House) -> None:
    """The care team reads every version that held, and in the chronology since when."""
    first, second = under(house, "2026-1"), under(house, "2027-1")
    case = await first.signal()
    await second.do("ib", case, commands.TakeCase())

    screen = await second.show("ib", "open", await house.handle("ib", case))

    assert told(screen) == [
        "Afspraken van het bestuur: 2026-1, 2027-1.",
        "3 nov 2026 15:20 · Afspraken van het bestuur: versie 2027-1",
        "3 nov 2026 15:20 · Afspraken van het bestuur: versie 2026-1",
    ]


async def test_looking_after_a_change_of_policy_writes_nothing(house: House) -> None:
    """Only what is done under the new agreements is recorded as such."""
    first = under(house, "2026-1")
    case = await first.do("ib", await first.signal(), commands.TakeCase())
    handle = await house.handle("ib", case)

    screen = await under(house, "2027-1").show("ib", "open", handle)

    assert told(screen)[0] == "Afspraken van het bestuur: 2026-1."
    assert (await house.case(case.id)).version == case.version


async def test_the_teacher_is_not_troubled_with_it(house: House) -> None:
    """She reads no version, gets no envelope about it, and misses nothing because of it."""
    case = await under(house, "2026-1").signal()
    screen = await house.show("teacher", "open", await house.handle("teacher", case))

    assert told(screen) == []
    assert "st.partial" not in keys(screen)
    assert house.outbox("envelope") == [("ib", "today"), ("teacher", "kept")]
