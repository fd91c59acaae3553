from dialogs.screen import Screen
from tests.bot.house import House
from tests.dialogs.reading import actions, keys


async def switch(house: House, who: str, *, away: bool) -> Screen:
    return await house.service.away(f"U-{who}", away=away)


async def test_who_is_away_is_replaced_by_the_deputy(house: House) -> None:
    """A signal that comes in meanwhile is the deputy's; back again it is the IB'er's."""
    away = await switch(house, "ib", away=True)
    await house.signal()
    first = house.outbox("envelope")
    house.rows("UPDATE outbox SET state = 'sent'")
    back = await switch(house, "ib", away=False)
    await house.signal()

    assert "back" in actions(away)
    assert "away" in actions(back)
    assert ("deputy", "today") in first
    assert ("ib", "today") not in first
    assert ("ib", "today") in house.outbox("envelope")


async def test_the_switch_can_be_turned_twice(house: House) -> None:
    """A double tap is no error."""
    await switch(house, "ib", away=True)
    screen = await switch(house, "ib", away=True)

    assert "back" in actions(screen)


async def test_who_stands_in_is_named(house: House) -> None:
    """Home says who looks along meanwhile."""
    assert "home.away.on" in keys(await switch(house, "ib", away=True))


async def test_without_a_deputy_there_is_no_switch(house: House) -> None:
    """Where nobody could stand in, nothing may seem to be arranged."""
    screen = await house.service.home("U-other-ib")

    assert {"away", "back"} & set(actions(screen)) == set()
