from dataclasses import replace

import pytest

from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.commands import CloseCase, TakeCase
from meldcode.events import Answered
from meldcode.policy import Policy
from storage.records import Message
from tests.bot.house import House
from tests.dialogs.reading import keys, written

ROOT = "1.0"
WORDS = "She seems happier today."


async def threaded(house: House, who: str = "teacher") -> Case:
    """A case that the IB'er has taken, with a thread of this person about it; nothing waits."""
    case = await house.do("ib", await house.signal(), TakeCase())
    root = Message(f"D-{who}", ROOT)
    await house.work(lambda work: work.unit.threads.set_root(who, case.id, root))
    house.rows("UPDATE outbox SET state = 'sent'")
    return case


async def type_in(
    house: House, who: str, text: str = WORDS, thread: str = ROOT, ts: str = "2.0"
) -> None:
    await house.service.typed(f"U-{who}", Message(f"D-{who}", ts), thread, text)


def answers(house: House) -> list[str]:
    """The kinds of what waits, except for envelopes."""
    rows = house.rows("SELECT kind FROM outbox WHERE state = 'waiting' AND kind != 'envelope'")
    return [kind for (kind,) in rows]


@pytest.mark.parametrize("who, hears", [("teacher", "ib"), ("ib", "teacher")])
async def test_words_typed_in_a_thread_go_into_the_case(house: House, who: str, hears: str) -> None:
    """They become an answer with the name of the message, and the other side gets an envelope."""
    case = await threaded(house, who)
    await type_in(house, who)
    last = (await house.case(case.id)).entries[-1]

    assert last.event == Answered(WORDS, source=f"D-{who}:2.0")
    assert last.by == who
    assert house.outbox("envelope") == [(hears, "new")]
    assert answers(house) == ["collected"]


async def test_a_message_delivered_again_is_collected_once(house: House) -> None:
    """Whatever number the delivery has, one typed message is one answer and one reply."""
    case = await threaded(house)
    await type_in(house, "teacher")
    once = await house.case(case.id)
    await type_in(house, "teacher")

    assert await house.case(case.id) == once
    assert answers(house) == ["collected"]


@pytest.mark.parametrize("thread", ["", "9.9"])
async def test_words_typed_elsewhere_are_not_kept(house: House, thread: str) -> None:
    """Outside a thread about a case nothing is stored, and the answer says so, once."""
    case = await threaded(house)
    await type_in(house, "teacher", thread=thread)
    await type_in(house, "teacher", thread=thread)

    assert await house.case(case.id) == case
    assert house.rows("SELECT * FROM typed_message") == []
    assert answers(house) == ["typed"]


async def test_a_thread_is_its_own_persons(house: House) -> None:
    """Who types under somebody else's root reaches no case."""
    case = await threaded(house)
    await house.service.typed("U-colleague", Message("D-teacher", "2.0"), ROOT, WORDS)

    assert await house.case(case.id) == case
    assert answers(house) == ["typed"]


async def test_a_school_can_switch_typed_answers_off(house: House) -> None:
    """Then nothing is kept, and the answer points at the button."""
    case = await threaded(house)
    tools = replace(house.tools, policy=Policy(thread_replies=False))
    await type_in(replace(house, tools=tools), "teacher")

    assert await house.case(case.id) == case
    assert answers(house) == ["off"]


async def test_words_that_do_not_fit_are_not_kept_and_that_is_said(house: House) -> None:
    """Cut-off words would be worse than none: nothing is stored."""
    case = await threaded(house)
    await type_in(house, "teacher", "x" * 3001)

    assert await house.case(case.id) == case
    assert answers(house) == ["too_long"]


async def test_a_closed_case_takes_nothing_in(house: House) -> None:
    """What is typed after the end is not kept, and that is said without a word on the case."""
    case = await threaded(house)
    await house.do("ib", case, CloseCase(Grounds.RESOLVED, "It goes well."))
    closed = await house.case(case.id)
    house.rows("UPDATE outbox SET state = 'sent'")
    await type_in(house, "teacher")

    assert await house.case(case.id) == closed
    assert answers(house) == ["ended"]


async def test_until_it_is_removed_the_author_reads_that_it_is_in_chat(house: House) -> None:
    """Own words that stand in chat as well are marked, for the author only, until they are gone."""
    case = await threaded(house)
    await type_in(house, "teacher")
    mine, theirs = [await house.handle(who, case) for who in ("teacher", "ib")]
    before = await house.show("teacher", "open", mine)
    other = await house.show("ib", "open", theirs)
    await house.service.removed(Message("D-teacher", "2.0"))
    after = await house.show("teacher", "open", mine)

    assert [keys(one).count("chat.still") for one in (before, other, after)] == [1, 0, 0]
    assert WORDS in written(after)


async def test_removing_something_else_changes_nothing(house: House) -> None:
    """Any other message may leave the chat."""
    case = await threaded(house)
    await house.service.removed(Message("D-teacher", "7.0"))

    assert await house.case(case.id) == case


async def test_a_stranger_who_types_leaves_no_trace(house: House) -> None:
    """Nothing is stored and nothing is sent to somebody who is not of ours."""
    await type_in(house, "nobody")

    assert house.rows("SELECT * FROM outbox") == []
    assert house.rows("SELECT * FROM typed_message") == []
