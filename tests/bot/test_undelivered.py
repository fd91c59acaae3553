from bot.delivery import TRIES, Delivery, SendError
from meldcode.commands import TakeCase
from storage.outbox import OutboxMessage
from tests.bot.house import NOW, House
from tests.bot.postman import FakePostman, state

GONE = SendError("account_inactive", final=True, gone=True)
ABOUT_CASE = "chat.undelivered"


async def lose(
    house: House, key: str, to: str, kind: str = "nudge", case: str | None = None
) -> None:
    """Put something in the outbox that will never arrive."""
    message = OutboxMessage(key, to, kind, "today", NOW, case, threaded=case is not None)
    await house.work(lambda work: work.unit.outbox.put(message))


def told(postman: FakePostman) -> list[tuple[str, str]]:
    """Who was told that something did not arrive, and what the button does."""
    return [(one.account, one.button) for one in postman.sent if one.text == ABOUT_CASE]


async def test_what_the_care_team_never_gets_is_told_to_the_deputy(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """The IB'er's account is gone: the deputy hears of the case, and of all that comes after."""
    postman.gone = {"U-ib"}
    case = await house.signal()
    await delivery.drain()
    away = await house.work(lambda work: work.unit.people.is_away("ib", work.today))
    (letter,) = (one for one in postman.sent if one.account == "U-deputy")
    screen = await house.show("deputy", letter.button, letter.handle)

    assert told(postman) == [("U-deputy", "open")]
    assert screen.name == "case"
    assert (away, case.holder) == (True, None)
    assert state(house, f"{case.id}:{case.version}:ib")[0] == "dead"


async def test_the_next_case_goes_to_the_deputy_directly(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Nobody is called to somebody who is not there any more."""
    postman.gone = {"U-ib"}
    await house.signal()
    await delivery.drain()
    await house.signal("colleague")
    await delivery.drain()

    assert [one.text for one in postman.sent if one.account == "U-deputy"] == [
        ABOUT_CASE,
        "push.today",
    ]


async def test_when_the_deputy_is_gone_too_the_rest_hears(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """It goes on until somebody is there, and ends when nobody is."""
    postman.gone = {"U-ib", "U-deputy"}
    await house.signal()
    await delivery.drain()
    reached = told(postman)
    postman.gone = {f"U-{name}" for name in ("ib", "deputy", "attention", "teacher")}
    house.rows("UPDATE outbox SET state = 'waiting', retry_at = not_before")
    house.rows("DELETE FROM account")
    await delivery.drain()

    assert reached == [("U-attention", "open")]
    assert house.outbox() == []


async def test_what_a_teacher_never_gets_is_told_to_the_holder(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Who holds the case sees to it; a teacher is not away because of that."""
    case = await house.do("ib", await house.signal(), TakeCase())
    await delivery.drain()
    postman.trouble["lost"] = [GONE]
    await lose(house, "lost", "teacher", case=case.id)
    await delivery.drain()
    away = await house.work(lambda work: work.unit.people.is_away("teacher", work.today))

    assert told(postman) == [("U-ib", "open")]
    assert not away


async def test_a_digest_that_never_arrives(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """The deputy hears that there is something, once a day however much it is."""
    postman.trouble = {key: [GONE] for key in ("one", "two")}
    await lose(house, "one", "ib", "digest")
    await lose(house, "two", "ib", "agenda")
    house.rows("UPDATE outbox SET kind = 'digest'")
    await delivery.drain()

    assert told(postman) == [("U-deputy", "today")]


async def test_an_answer_to_words_typed_is_nobody_elses(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """What somebody typed concerns them alone."""
    postman.trouble["lost"] = [GONE]
    await lose(house, "lost", "teacher", "typed")
    await delivery.drain()

    assert postman.sent == []


async def test_after_days_of_trouble_the_deputy_hears_too(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """What was tried for days is not over either; but nobody is away because of that."""
    case = await house.signal()
    house.rows("UPDATE outbox SET state = 'sent'")
    postman.trouble["lost"] = [SendError("internal_error")]
    await lose(house, "lost", "ib", case=case.id)
    house.rows(f"UPDATE outbox SET attempts = {TRIES - 1} WHERE key = 'lost'")  # noqa: S608 - our own table names
    await delivery.drain()
    away = await house.work(lambda work: work.unit.people.is_away("ib", work.today))

    assert told(postman) == [("U-deputy", "open")]
    assert not away
