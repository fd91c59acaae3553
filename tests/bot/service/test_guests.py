"""Somebody reads along in a case for a while, as the whole house knows it."""

from datetime import timedelta

import pytest

from bot.service.answers import Correct
from dialogs.code import shown
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.choices_consultation import AskedAs
from meldcode.commands import AskColleague, ExcludePerson, MakeAgreement, Write
from meldcode.events import ColleagueAnswered, GuestWrote
from storage.records import Subject
from tests.bot.house import TODAY, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, says, written

TEXT = "Jip Bos had no lunch with him."
LAST = TODAY + timedelta(days=14)


async def invited(house: House, who: str = "director", **change: object) -> Case:
    """A case of a named child in which somebody reads along; nothing waits to be sent."""
    case = await house.signal(text=TEXT, child="Jip Bos")
    case = await house.do("ib", case, Write("mark-answer"))
    house.rows("UPDATE outbox SET state = 'sent'")
    raw = {**FILLED["invite"], "person": who, **change}
    await house.submit("ib", "invite", raw, await house.handle("ib", case))
    return await house.case(case.id)


async def look(house: House, case: Case, who: str = "director", action: str = "open") -> Screen:
    return await house.show(who, action, await house.handle(who, case))


async def lines(house: House, who: str = "director") -> list[str]:
    """The handles of what Home has a way to."""
    home = await house.service.home(f"U-{who}")
    return [one.handle for one in buttons(home) if one.action == "open"]


async def test_a_guest_finds_what_was_shared_and_no_more(house: House) -> None:
    """One neutral envelope, a line on Home, and behind it the words and pieces that were chosen."""
    case = await invited(house)
    (handle,) = await lines(house)
    screen = await house.show("director", "open", handle)

    assert house.outbox("envelope") == [("director", "new")]
    assert written(screen) == [FILLED["invite"]["words"], "[…] had no lunch with him."]
    assert shown(case.code) in str(list(says(screen)))
    assert {"answer"} <= set(actions(screen)) <= {"answer", "hide"}


async def test_the_name_is_read_only_where_it_was_shared(house: House) -> None:
    """With the name, it stands on top and in what was written; without, in neither."""
    case = await invited(house, child="Jip Bos")

    assert {"Jip Bos", TEXT} <= set(written(await look(house, case)))


async def test_on_the_day_after_it_is_as_if_there_were_nothing(house: House) -> None:
    """Nobody did anything: it is gone from Home, and an old button says what a stranger reads."""
    case = await invited(house)
    handle = await house.handle("director", case)
    house.clock.later(days=(LAST - TODAY).days)
    last_day = await house.show("director", "open", handle)
    house.clock.later(days=1)

    assert "guest.letter" in keys(last_day)
    assert await lines(house) == []
    assert await look(house, case) == await look(house, case, "colleague")
    answer = await house.submit(
        "director", "answer", FILLED["answer"], await house.handle("director", case)
    )
    assert answer == Correct({"text": "err.access"})


async def test_stopped_it_is_gone_at_the_next_click(house: House) -> None:
    """And who is kept out has no way back to what was shared before."""
    case = await invited(house)
    await house.submit("ib", "uninvite", FILLED["uninvite"], await house.handle("ib", case))
    again = await invited(house)
    await house.do("ib", again, ExcludePerson("director", "Family."))

    assert await lines(house) == []
    for one in (case, again):
        assert "err.access" in keys(await look(house, one))


async def test_what_a_guest_writes_reaches_the_care_team_only(house: House) -> None:
    """The IB'er reads it, the guest sees it back, and the one who told does not."""
    case = await invited(house)
    house.rows("UPDATE outbox SET state = 'sent'")
    handle = await house.handle("director", case)
    await house.submit("director", "answer", {"text": "mark-guest"}, handle)
    last = (await house.case(case.id)).entries[-1]

    assert (last.event, last.by) == (GuestWrote("mark-guest"), "director")
    assert house.outbox("envelope") == [("ib", "new")]
    assert "mark-guest" in written(await look(house, case, "ib"))
    assert "mark-guest" in written(await look(house, case))
    assert "mark-guest" not in repr(await look(house, case, "teacher"))


THEIRS = ("timeline", "facts", "joined", "beside", "looks", "menu_circle")


@pytest.mark.parametrize("action", THEIRS)
async def test_whatever_a_guest_asks_for_they_get_their_part(house: House, action: str) -> None:
    """No screen of the care team opens for somebody who reads along."""
    case = await invited(house)
    handle = await house.handle("director", case)
    own, other = [await house.show("director", one, handle) for one in ("open", action)]

    assert "mark-answer" not in repr(other)
    assert other == own or "err.access" in keys(other)


async def test_a_guest_lets_nobody_in(house: House) -> None:
    """The form of the care team, sent by a guest, is refused and keeps what was typed."""
    case = await invited(house)
    handle = await house.handle("director", case)
    answer = await house.submit("director", "invite", {**FILLED["invite"], "person": "oka"}, handle)

    assert "err.access" in str(answer)
    assert await house.case(case.id) == case


async def test_an_invitation_shows_among_what_else_somebody_has(house: House) -> None:
    """A partner with an agreement reads what was shared on the same screen, and can answer."""
    case = await invited(house, "oka")
    case = await house.do("ib", case, MakeAgreement("a1", "Call.", "oka", LAST))
    screen = await look(house, case, "oka")
    form = await look(house, case, "oka", "answer")

    assert {"Call.", FILLED["invite"]["words"]} <= set(written(screen))
    assert form.name == "answer"


async def test_who_has_an_agreement_can_answer_a_question_as_well(house: House) -> None:
    """Having one small part in a case does not close the other."""
    case = await house.do("ib", await house.signal(), MakeAgreement("a1", "Call.", "oka", LAST))
    case = await house.do("ib", case, AskColleague("c1", "oka", AskedAs.OKA, "What do you know?"))
    handle = await house.handle("oka", Subject("part", f"{case.id}/c1"))
    form = await house.show("oka", "consult_answer", handle)
    await house.submit("oka", "consult_answer", FILLED["consult_answer"], handle)

    assert form.name == "consult_answer"
    assert isinstance((await house.case(case.id)).entries[-1].event, ColleagueAnswered)


async def test_the_care_team_sees_who_reads_along_and_until_when(house: House) -> None:
    """Also whose last day has passed stands there, so that it can be asked again."""
    case = await invited(house)
    before = keys(await look(house, case, "ib", "menu_circle"))
    house.clock.later(days=15)
    after = keys(await look(house, case, "ib", "menu_circle"))

    assert "guests.one" in before
    assert "guests.over" in after
