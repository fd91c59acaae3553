from datetime import timedelta

from bot.service.answers import Answer, Correct, Show
from dialogs.screen import Screen
from tests.bot.house import TODAY, House
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


LAST = TODAY + timedelta(days=7)


async def gone(house: House, who: str = "ib", **change: str) -> Answer:
    return await house.submit(who, "away_until", {"until": LAST.isoformat(), **change})


async def test_an_absence_with_a_last_day_ends_by_itself(house: House) -> None:
    """Up to and with that day the deputy gets it, and the day after the IB'er again."""
    answer = await gone(house)
    assert isinstance(answer, Show)
    house.clock.later(days=7)
    await house.signal()
    last_day = house.outbox("envelope")
    house.rows("UPDATE outbox SET state = 'sent'")
    house.clock.later(days=1)
    await house.signal()

    assert "home.away.until" in keys(answer.screen)
    assert ("deputy", "today") in last_day
    assert ("ib", "today") not in last_day
    assert ("ib", "today") in house.outbox("envelope")
    assert "away" in actions(await house.service.home("U-ib"))


async def test_another_day_takes_the_place_of_the_first(house: House) -> None:
    """And being back sooner ends it at once."""
    await switch(house, "ib", away=True)
    await gone(house)
    home = await house.service.home("U-ib")
    back = await switch(house, "ib", away=False)

    assert "home.away.until" in keys(home)
    assert "away" in actions(back)


async def test_a_day_that_cannot_be_is_said_at_its_field(house: House) -> None:
    """Past days and days too far off change nothing."""
    past = await gone(house, until=(TODAY - timedelta(days=1)).isoformat())
    far = await gone(house, until=(TODAY + timedelta(days=400)).isoformat())

    assert (past, far) == (Correct({"until": "err.past"}), Correct({"until": "err.far"}))
    assert "away" in actions(await house.service.home("U-ib"))


async def test_who_has_no_deputy_arranges_nothing(house: House) -> None:
    """Neither the screen nor a forged form makes it look arranged."""
    assert "err.access" in keys(await house.show("teacher", "away_until", ""))
    assert await gone(house, "teacher") == Correct({"until": "err.access"})
