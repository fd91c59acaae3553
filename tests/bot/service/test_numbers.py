from bot.service.figures import first_year
from bot.service.numbers import of_year
from meldcode.choices import Bottleneck, Grounds
from meldcode.commands import CloseCase, ExcludePerson, TakeCase
from meldcode.figures import Figure
from meldcode.suppression import Band
from tests.bot.house import House

CLOSE = CloseCase(Grounds.RESOLVED, "It goes well.", (Bottleneck.TIME,))


async def closed(house: House, count: int) -> None:
    """So many cases at the first school in which time was short."""
    for _ in range(count):
        case = await house.do("ib", await house.signal(), TakeCase())
        await house.do("ib", case, CLOSE)


async def test_the_board_reads_each_school_and_what_hindered(house: House) -> None:
    """Signals of each, in bands; what got in the way of all together, as far as bands tell."""
    await closed(house, 6)
    found = await house.work(lambda work: of_year(work, 2026))
    used = dict(found.schools)

    assert len(used) == len(await house.work(lambda work: work.unit.people.schools()))
    assert [one[Figure.SIGNALS] for one in used.values() if not one[Figure.SIGNALS].hidden] == [
        Band(5, 9)
    ]
    assert found.bottlenecks[Bottleneck.TIME] == Band(5, 17)
    assert found.bottlenecks[Bottleneck.ZBO].hidden


async def test_another_school_year_is_another_page(house: House) -> None:
    """It runs from August up to August, so a day in July belongs to the year before."""
    await closed(house, 6)
    before = await house.work(lambda work: of_year(work, 2025))
    after = await house.work(lambda work: of_year(work, 2027))

    for page in (before, after):
        assert all(one.hidden for _, used in page.schools for one in used.values())
    assert all(one.hidden for one in (*before.bottlenecks.values(), *after.bottlenecks.values()))


async def test_the_board_counts_also_where_somebody_is_kept_out(house: House) -> None:
    """It is nobody in particular who looks, so no case is left out."""
    await closed(house, 5)
    case = await house.do("ib", await house.signal(), TakeCase())
    await house.do("ib", case, ExcludePerson("director", "Family."))
    for _ in range(4):
        await house.signal()
    found = await house.work(lambda work: of_year(work, first_year(work.today)))
    lows = {used[Figure.SIGNALS].low for _, used in found.schools}

    assert lows == {0, 10}
