"""Every look at a case leaves a line that its care team can read."""

from storage.records import AccessLine
from tests.bot.house import House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import keys


async def lines(house: House, case_id: str) -> tuple[AccessLine, ...]:
    return await house.tools.store.read(lambda unit: unit.access.lines(case_id))


async def test_a_line_says_as_what_and_where_somebody_looked(house: House) -> None:
    """The roles they hold at the school, and the screen or form they opened."""
    case = await house.signal()
    await house.show("ib", "timeline", await house.handle("ib", case))
    last = (await lines(house, case.id))[-1]

    assert (last.person_id, last.role, last.part) == ("ib", "intern_begeleider", "timeline")
    assert last.granted


async def test_a_deputy_looks_for_who_is_away(house: House) -> None:
    """While the holder is away the line says for whom; back again, it does not."""
    case = await house.signal()
    await house.submit("ib", "answer", FILLED["answer"], await house.handle("ib", case))
    handle = await house.handle("deputy", case)
    await house.service.away("U-ib", away=True)
    await house.show("deputy", "open", handle)
    await house.service.away("U-ib", away=False)
    await house.show("deputy", "open", handle)
    found = [one.on_behalf for one in await lines(house, case.id) if one.person_id == "deputy"]

    assert set(found) == {"ib", None}
    assert found.index(None) == len(found) // 2


async def test_the_care_team_reads_who_looked(house: House) -> None:
    """A look, a word and a refused attempt all stand there, in words without content."""
    case = await house.signal()
    await house.submit("ib", "answer", FILLED["answer"], await house.handle("ib", case))
    await house.show("colleague", "open", await house.handle("colleague", case))
    screen = await house.show("attention", "looks", await house.handle("attention", case))

    assert {"looks.read", "looks.write", "looks.refused", "looks.create"} <= set(keys(screen))
    assert FILLED["answer"]["text"] not in str(screen)
