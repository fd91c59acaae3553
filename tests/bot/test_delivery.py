import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.delivery import DOUBLINGS, FIRST_WAIT, LEASE, TRIES, Delivery, SendError
from bot.letters import CLOCK_WRONG
from bot.service.tools import Work
from meldcode.schooldays import Hours
from tests.bot.house import NOW, House, put
from tests.bot.postman import FakePostman, state
from tests.school import CALENDAR


async def waits(house: House, *keys: str, to: str = "ib") -> None:
    """Put messages in the outbox, in this order."""

    def all_of_them(work: Work) -> None:
        for key in keys:
            put(work.unit, key, to)

    await house.work(all_of_them)


async def test_what_waits_is_sent_and_counted(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """A drain sends everything that may go out, each once, and says how many that were."""
    await waits(house, "a", "b", "c")
    await waits(house, "d", to="teacher")
    first, second = await delivery.drain(), await delivery.drain()

    assert (first, second) == (4, 0)
    assert sorted(one.key for one in postman.sent) == ["a", "b", "c", "d"]
    assert state(house, "a") == ("sent", 1, None)


async def test_each_person_gets_messages_in_their_order(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """While the first waits for another try, later ones to that person wait too; others do not."""
    await waits(house, "a1", "a2")
    await waits(house, "b1", to="teacher")
    postman.trouble["a1"] = [SendError("internal_error")]
    await delivery.drain()
    at_first = [one.key for one in postman.sent]
    house.clock.later(seconds=2)
    await delivery.drain()

    assert at_first == ["b1"]
    assert postman.keys("U-ib") == ["a1", "a2"]


async def test_the_wait_grows_up_to_a_bound(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """After each failure the next try comes later, from seconds to a quarter of an hour."""
    await waits(house, "a")
    postman.trouble["a"] = [SendError("internal_error")] * 12
    found = [await wait_for_next(house, delivery, "a") for _ in range(12)]

    assert found == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024, 1024]


async def wait_for_next(house: House, delivery: Delivery, key: str) -> float:
    """Fail once more, and move the clock to the next try; how many seconds that is."""
    await delivery.drain()
    ((retry_at,),) = house.rows(f"SELECT retry_at FROM outbox WHERE key = '{key}'")  # noqa: S608 - our own table names
    moment = datetime.fromisoformat(retry_at).replace(tzinfo=UTC)
    waited = (moment - house.clock.now).total_seconds()
    house.clock.now = moment
    return waited


async def test_the_platform_says_when_to_try_again(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """A Retry-After is kept: no try before it, one right at it."""
    await waits(house, "a")
    postman.trouble["a"] = [SendError("ratelimited", wait=timedelta(seconds=30))]
    await delivery.drain()
    house.clock.later(seconds=29)
    early = await delivery.drain()
    house.clock.later(seconds=1)

    assert early == 0
    assert await delivery.drain() == 1
    assert len(postman.tried) == 2


def test_a_weekend_without_the_platform_loses_nothing() -> None:
    """From Friday at four to Monday at eight there are tries left."""
    waits = (FIRST_WAIT * 2 ** min(number, DOUBLINGS) for number in range(TRIES - 1))

    assert sum(waits, timedelta()) > timedelta(days=2, hours=16)


async def test_a_late_try_does_not_come_into_the_lesson(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """What could not be sent before the lesson, or while the process stood still, comes after."""
    await waits(house, "a")
    house.clock.later(hours=18)
    in_class = await delivery.drain()
    house.clock.later(hours=2, minutes=40)
    at_noon = await delivery.drain()

    assert (in_class, at_noon) == (0, 1)
    assert house.clock.now.hour == 11


async def test_who_works_at_two_schools_hears_nothing_in_the_lessons_of_either(
    house: House, postman: FakePostman
) -> None:
    """A break at one school is no break for somebody who may be teaching at the other."""
    other = replace(CALENDAR, lessons=(Hours(time(11), time(13)),))
    tools = replace(house.tools, calendar_of=lambda one: other if one.id == "s2" else CALENDAR)
    delivery = Delivery(tools, postman)
    await house.work(lambda work: put(work.unit, "a", to="both"))
    house.clock.later(hours=20, minutes=50)
    at_noon = await delivery.drain()
    house.clock.later(hours=3)

    assert at_noon == 0
    assert await delivery.drain() == 1


async def test_danger_comes_into_the_lesson(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """What is urgent does not wait for the end of anything."""
    await house.work(lambda work: put(work.unit, "a", urgent=True))
    house.clock.later(hours=18)

    assert await delivery.drain() == 1


async def test_it_is_given_up_at_last(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """What fails for days is put aside with its reason, and lets the next message through."""
    await waits(house, "a", "b")
    postman.trouble["a"] = [SendError("internal_error")] * TRIES
    house.rows(f"UPDATE outbox SET attempts = {TRIES - 1} WHERE key = 'a'")  # noqa: S608 - our own table names
    await delivery.drain()

    assert state(house, "a") == ("dead", TRIES, "internal_error")
    assert postman.keys("U-ib") == ["b"]


async def test_what_can_never_arrive_is_given_up_at_once(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """To somebody who left there is no second try."""
    await waits(house, "a")
    postman.trouble["a"] = [SendError("account_inactive", final=True)]
    await delivery.drain()

    assert state(house, "a") == ("dead", 1, "account_inactive")


async def test_after_an_unclear_outcome_it_is_looked_up_first(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """A second try says so, since the first may have arrived."""
    await waits(house, "a")
    postman.trouble["a"] = [SendError("network")]
    await delivery.drain()
    house.clock.later(seconds=2)
    await delivery.drain()

    assert [one.since for one in postman.tried] == [None, NOW - CLOCK_WRONG]


async def test_who_dies_while_sending_leaves_it_to_the_next(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """A claim that was never settled comes back after its lease, as a second try."""
    await waits(house, "a")
    await house.work(lambda work: work.unit.outbox.claim(work.now, LEASE, 10))
    meanwhile = await delivery.drain()
    house.clock.now += LEASE
    sent = await delivery.drain()

    assert (meanwhile, sent) == (0, 1)
    assert [one.since for one in postman.sent] == [NOW - CLOCK_WRONG]


async def test_an_error_that_nobody_expected_holds_up_nobody(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """It becomes a retry with the name of the error, never its text; all others are sent."""
    await waits(house, "a")
    await waits(house, "b", to="teacher")
    postman.trouble["a"] = [KeyError("private words")]
    sent = await delivery.drain()

    assert sent == 1
    assert state(house, "a") == ("waiting", 1, "KeyError")


async def test_two_drains_at_once_send_once(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """A drain that a change wakes may run beside that of the clock."""
    await waits(house, "a", "b")
    await waits(house, "c", to="teacher")
    counts = await asyncio.gather(*(delivery.drain() for _ in range(4)))

    assert sum(counts) == 3
    assert sorted(one.key for one in postman.sent) == ["a", "b", "c"]


async def test_an_account_is_found_by_e_mail_and_remembered(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """The first message to somebody who never used the bot links the account."""
    await waits(house, "a", "b")
    await delivery.drain()
    linked = await house.work(lambda work: work.unit.people.platform_id("ib", "slack"))

    assert postman.asked == ["ib@school.example"]
    assert linked == "U-ib"


async def test_without_an_account_it_is_put_aside(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Somebody whom the platform does not know gets nothing, and the doctor can count it."""
    postman.gone = {"U-ib"}
    await waits(house, "a")
    await delivery.drain()

    assert state(house, "a") == ("dead", 1, "no_account")


async def test_without_an_e_mail_address_nobody_is_looked_up(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Who left the organisation file has none, and gets nothing."""
    house.rows("UPDATE person SET active = 0 WHERE id = 'ib'")
    await waits(house, "a")
    await delivery.drain()

    assert state(house, "a") == ("dead", 1, "no_account")
    assert postman.asked == []


async def test_where_it_went_is_kept(house: House, delivery: Delivery) -> None:
    """Channel and number of a message that was sent stand with it."""
    await waits(house, "a")
    await delivery.drain()

    assert house.rows("SELECT channel, ts FROM outbox") == [("D-U-ib", "1.0")]
