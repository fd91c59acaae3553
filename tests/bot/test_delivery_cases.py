import pytest

from bot.delivery import Delivery
from meldcode.choices import Grounds
from meldcode.commands import CloseCase, TakeCase, WithdrawSignal, Write
from meldcode.notices import Tone
from storage.records import Message, Subject
from tests.bot.house import FIRST, House, put
from tests.bot.postman import FakePostman, Sent


def to(postman: FakePostman, account: str) -> list[Sent]:
    return [one for one in postman.sent if one.account == account]


async def test_later_news_of_a_case_goes_under_the_first(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Each person has one message per case, and everything after it is a reply there."""
    case = await house.signal()
    await delivery.drain()
    case = await house.do("ib", case, TakeCase())
    await delivery.drain()
    for words in ("Thank you.", "She is better today."):
        case = await house.do("teacher", case, Write(words))
        await delivery.drain()
    teacher, care = to(postman, "U-teacher"), to(postman, "U-ib")

    assert [one.root for one in teacher] == [None, Message("D-U-teacher", "1.0")]
    assert [one.root for one in care] == [None, *[Message("D-U-ib", "1.0")] * 2]


async def test_each_case_has_a_message_of_its_own(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Two signals are two messages to the IB'er, each with its own reference."""
    await house.signal()
    await house.signal("colleague")
    await delivery.drain()
    care = to(postman, "U-ib")

    assert [one.root for one in care] == [None, None]
    assert len({one.handle for one in care}) == 2


async def test_the_button_opens_what_the_message_is_about(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """The reference in a message is its reader's own, and leads to the case."""
    await house.signal()
    await delivery.drain()
    (letter,) = to(postman, "U-ib")
    opened = await house.show("ib", letter.button, letter.handle)
    stolen = await house.show("deputy", letter.button, letter.handle)

    assert opened.name == "case"
    assert stolen.name == "refused"


async def test_what_is_over_is_not_sent_any_more(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """News that waited for the end of the lesson is taken back when the signal is withdrawn."""
    house.clock.later(hours=-4)
    case = await house.signal()
    await house.do("teacher", case, WithdrawSignal())
    house.clock.later(hours=4)
    await delivery.drain()

    assert postman.sent == []


async def test_of_a_closed_case_only_the_end_is_sent(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """What still waited is replaced by one last envelope to whoever did not close it."""
    house.clock.later(hours=-4)
    case = await house.do("ib", await house.signal(), TakeCase(), Write("I read along."))
    await house.do("ib", case, CloseCase(Grounds.RESOLVED, "It goes well."))
    house.clock.later(hours=4)
    await delivery.drain()

    assert [(one.account, one.text) for one in postman.sent] == [("U-teacher", "push.new")]


async def test_what_is_urgent_overtakes(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """Danger does not wait behind an ordinary message that is held back by the lesson."""
    house.clock.later(hours=-4)
    await house.signal()
    await house.signal("colleague", urgency="now")
    await delivery.drain()

    assert [one.text for one in to(postman, "U-ib")] == ["push.now"]


KINDS = {
    "digest": ("push.digest", "today"),
    "typed": ("chat.typed", "new_signal"),
    "off": ("chat.off", "home"),
    "ended": ("chat.ended", "new_signal"),
    "collected": ("chat.collected", "open"),
    "too_long": ("chat.too_long", "answer"),
    "envelope": ("push.today", "open"),
    "nudge": ("push.today", "open"),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_has_its_words_and_its_button(
    house: House, delivery: Delivery, postman: FakePostman, kind: str
) -> None:
    """What a message says follows from its kind, and for news from its tone."""
    case = await house.signal()
    house.rows("UPDATE outbox SET state = 'sent'")
    extra = {"kind": kind, "case_id": case.id, "text_key": Tone.TODAY}
    await house.work(lambda work: put(work.unit, "key", **extra))
    await delivery.drain()
    (letter,) = postman.sent

    assert (letter.text, letter.button) == KINDS[kind]


async def test_the_agenda_leads_to_its_meeting(
    house: House, delivery: Delivery, postman: FakePostman
) -> None:
    """The chair's message names the day, and its button opens the agenda."""
    params = {"meeting": FIRST.id, "day": FIRST.at.date().isoformat()}
    await house.work(lambda work: put(work.unit, "key", "chair", kind="agenda", params=params))
    await delivery.drain()
    (letter,) = postman.sent
    expected = await house.handle("chair", Subject("meeting", FIRST.id))

    assert (letter.text, letter.button, letter.handle) == ("push.agenda", "agenda", expected)
