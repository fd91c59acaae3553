from datetime import timedelta

import pytest

from bot.reminders import purge
from bot.service.answers import Answer, Correct, Show
from dialogs.screen import Screen
from storage.records import Subject
from tests.bot.house import House
from tests.dialogs.reading import actions, buttons, keys, written

QUESTION, ANSWER = "How do I begin a talk?", "With what you see."


def shown(answer: Answer) -> Screen:
    assert isinstance(answer, Show)
    return answer.screen


async def ask(house: House, who: str = "teacher") -> str:
    """Ask, and give the reference that the IB'er then has."""
    await house.submit(who, "for_me", {"text": QUESTION})
    ((slip,),) = house.rows("SELECT id FROM slip ORDER BY rowid DESC LIMIT 1")
    return await house.handle("ib", Subject("slip", str(slip)))


async def answer(house: House, handle: str, who: str = "ib", key: str = "") -> Answer:
    return await house.submit(who, "for_me_answer", {"text": ANSWER}, handle, key)


async def mine(house: House, who: str = "teacher") -> str:
    """The asker's own reference."""
    ((slip,),) = house.rows("SELECT id FROM slip")
    return await house.handle(who, Subject("slip", str(slip)))


def slips(house: House) -> int:
    (found,) = house.rows("SELECT count(*) FROM slip")
    return int(found[0])


async def test_a_question_goes_to_the_intern_begeleider(house: House) -> None:
    """She gets a neutral envelope, opens it and reads the question and who asks."""
    handle = await ask(house)
    screen = await house.show("ib", "for_me_open", handle)

    assert house.outbox() == [("ib", "new")]
    assert written(screen) == [QUESTION]
    assert screen.name == "for_me_answer"
    assert "Name of teacher" in repr(screen)


async def test_no_case_is_made(house: House) -> None:
    """Nothing of it stands in any case, list or access log."""
    await answer(house, await ask(house))

    for table in ("case", "case_event", "access_line", "draft", "due"):
        assert house.rows(f'SELECT * FROM "{table}"') == [], table  # noqa: S608 - names from above


async def test_once_read_not_a_byte_is_left(house: House) -> None:
    """Asked, answered, read, thrown away: no ciphertext row remains of either text."""
    await answer(house, await ask(house))
    handle = await mine(house)
    screen = await house.show("teacher", "for_me_open", handle)

    assert written(screen) == [QUESTION, ANSWER]
    assert actions(screen) == ["for_me_read"]

    erased = await house.show("teacher", "for_me_read", handle)

    assert "for_me.erased" in keys(erased)
    assert slips(house) == 0
    assert "for_me.gone" in keys(await house.show("ib", "for_me_open", handle))


async def test_an_answer_that_was_opened_has_an_hour(house: House) -> None:
    """A window can get lost, so it can be opened again; after an hour it is gone by itself."""
    await answer(house, await ask(house))
    handle = await mine(house)
    await house.show("teacher", "for_me_open", handle)
    house.clock.later(minutes=59)

    assert written(await house.show("teacher", "for_me_open", handle)) == [QUESTION, ANSWER]

    house.clock.later(minutes=1)
    await purge(house.tools)

    assert slips(house) == 0
    assert "for_me.gone" in keys(await house.show("teacher", "for_me_open", handle))


async def test_an_answer_that_nobody_reads_goes_too(house: House) -> None:
    """After the school days of the policy nothing is left, read or not."""
    await answer(house, await ask(house))
    house.clock.later(days=timedelta(days=8).days)
    await purge(house.tools)

    assert slips(house) == 0


async def test_the_answer_reaches_the_asker(house: House) -> None:
    """She gets an envelope, and finds it under her own questions."""
    handle = await ask(house)
    house.rows("UPDATE outbox SET state = 'sent'")
    told = shown(await answer(house, handle))
    own = await house.show("teacher", "for_me")

    assert house.outbox() == [("teacher", "new")]
    assert "for_me.told" in keys(told)
    assert "for_me.there" in keys(own)
    assert "for_me_open" in actions(own)


async def test_a_question_that_waits_says_so(house: House) -> None:
    """Until there is an answer the asker reads her own words and until when they are kept."""
    await ask(house)
    screen = await house.show("teacher", "for_me_open", await mine(house))

    assert written(screen) == [QUESTION]
    assert "for_me.waits" in keys(screen)


@pytest.mark.parametrize("who", ["colleague", "director", "chair", "oka", "other-ib"])
async def test_nobody_else_reads_it(house: House, who: str) -> None:
    """Only the asker and the care team of that school; a reference of somebody else is nothing."""
    handle = await ask(house)
    own = await house.handle(who, Subject("slip", house.rows("SELECT id FROM slip")[0][0]))
    for given in (handle, own):
        screen = await house.show(who, "for_me_open", given)

        assert QUESTION not in repr(screen)

    assert await answer(house, own, who) == Correct({"text": "err.old"})
    assert QUESTION not in repr(await house.show(who, "for_me"))


async def test_the_care_team_finds_what_waits(house: House) -> None:
    """Who stands in finds the question too; once answered it is gone from the list."""
    handle = await ask(house)

    for who in ("ib", "deputy", "attention"):
        assert "for_me_open" in actions(await house.show(who, "for_me")), who
        assert "home.for_me" in keys(await house.service.home(f"U-{who}")), who

    await answer(house, handle)

    assert "for_me_open" not in actions(await house.show("deputy", "for_me"))
    assert "home.for_me" not in keys(await house.service.home("U-deputy"))


async def test_the_first_answer_counts(house: House) -> None:
    """Two of the care team answer at once: the second reads that it was answered already."""
    await ask(house)
    ((slip,),) = house.rows("SELECT id FROM slip")
    deputy = await house.handle("deputy", Subject("slip", str(slip)))
    await answer(house, await house.handle("ib", Subject("slip", str(slip))))

    assert await answer(house, deputy, "deputy") == Correct({"text": "err.answered"})


async def test_sent_twice_it_is_asked_and_answered_once(house: House) -> None:
    """A double tap makes no second question, and no second answer."""
    for _ in range(2):
        await house.submit("teacher", "for_me", {"text": QUESTION}, key="view:1")
    handle = await ask(house, "colleague")

    assert slips(house) == 2

    first = await answer(house, handle, key="view:2")
    again = await answer(house, handle, key="view:2")

    assert shown(first).parts == shown(again).parts


async def test_an_intern_begeleider_is_asked_and_does_not_ask(house: House) -> None:
    """Who answers at all her schools finds no field to ask herself something."""
    screen = await house.show("ib", "for_me")

    assert screen.form is None
    assert isinstance(await house.submit("ib", "for_me", {"text": QUESTION}), Correct)
    assert slips(house) == 0


async def test_somebody_of_two_schools_says_whom_to_ask(house: House) -> None:
    """The question goes to the care team of the school that was chosen, and to no other."""
    screen = await house.show("both", "for_me")
    forged = await house.submit("both", "for_me_at", {"text": QUESTION, "school": "s3"})
    await house.submit("both", "for_me_at", {"text": QUESTION, "school": "s2"})

    assert [option.value for option in screen.options["school"]] == ["s1", "s2"]
    assert isinstance(forged, Correct)
    assert house.outbox() == [("other-ib", "new")]


async def test_an_unread_question_cannot_be_thrown_away(house: House) -> None:
    """The button belongs to an answer; forged for a question that waits it changes nothing."""
    await ask(house)
    await house.show("teacher", "for_me_read", await mine(house))

    assert slips(house) == 1
    assert [one.action for one in buttons(await house.show("ib", "for_me"))] == ["for_me_open"]
