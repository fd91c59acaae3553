import pytest

from bot.service.answers import Correct
from dialogs.code import shown
from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.choices_consultation import AskedAs
from meldcode.commands import AskColleague, CloseCase, TakeCase
from meldcode.events import ColleagueAnswered, ColleagueDeclined
from storage.records import Message, Subject
from tests.bot.house import House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, says, written

ASK = AskColleague("c1", "colleague", AskedAs.FORMER_TEACHER, "What did you see?")


async def asked(house: House, who: str = "colleague") -> Case:
    """A case with a question to somebody, who has been told nothing else."""
    case = await house.do("ib", await house.signal(), TakeCase())
    house.rows("UPDATE outbox SET state = 'sent'")
    question = AskColleague("c1", who, ASK.asked_as, ASK.question)
    return await house.do("ib", case, question)


async def part(house: House, case: Case, who: str = "colleague") -> str:
    return await house.handle(who, Subject("part", f"{case.id}/c1"))


async def test_the_person_asked_opens_the_question(house: House) -> None:
    """One envelope, and behind it the question without anything of the case."""
    case = await asked(house)
    screen = await house.show("colleague", "open", await house.handle("colleague", case))

    assert house.outbox("envelope") == [("colleague", "new")]
    assert written(screen) == [ASK.question]
    assert shown(case.code) not in str(list(says(screen)))


async def test_an_answer_thanks_and_ends_it(house: House) -> None:
    """The asker hears of it, and the person asked opens nothing any more."""
    case = await asked(house)
    house.rows("UPDATE outbox SET state = 'sent'")
    thanked = await house.submit(
        "colleague", "consult_answer", FILLED["consult_answer"], await part(house, case)
    )
    after = await house.show("colleague", "open", await house.handle("colleague", case))
    last = (await house.case(case.id)).entries[-1]

    assert "stop.thanks" in str(thanked)
    assert (last.event, last.by) == (
        ColleagueAnswered("c1", "He was often hungry.", "ib"),
        "colleague",
    )
    assert house.outbox("envelope") == [("ib", "new")]
    assert "err.access" in keys(after)


async def test_an_answer_sent_twice_counts_once(house: House) -> None:
    """The second delivery of the same window is thanked as well, and stores nothing."""
    case = await asked(house)
    handle = await part(house, case)
    raw = FILLED["consult_answer"]
    first = await house.submit("colleague", "consult_answer", raw, handle, key="view:1")
    once = await house.case(case.id)
    second = await house.submit("colleague", "consult_answer", raw, handle, key="view:1")

    assert second == first
    assert await house.case(case.id) == once


async def test_a_no_is_one_tap(house: House) -> None:
    """Without a reason, and with a word of thanks."""
    case = await asked(house)
    screen = await house.show("colleague", "open", await house.handle("colleague", case))
    (no,) = [one for one in buttons(screen) if one.action == "consult_no"]
    thanked = await house.act("colleague", no.action, no.handle)

    assert "stop.thanks" in keys(thanked)
    assert (await house.case(case.id)).entries[-1].event == ColleagueDeclined("c1", "ib")


@pytest.mark.parametrize("action", ["take", "keep", "better", "consult_withdraw", "came_out"])
async def test_no_other_button_works(house: House, action: str) -> None:
    """What somebody forges is refused like a case that does not exist, and changes nothing."""
    case = await asked(house)
    screen = await house.act("colleague", action, await part(house, case))

    assert "err.access" in keys(screen)
    assert (await house.case(case.id)).version == case.version


@pytest.mark.parametrize("form", ["answer", "talk", "weighing", "close", "consult", "advice"])
async def test_no_other_form_works(house: House, form: str) -> None:
    """Nor does a form that was never shown."""
    case = await asked(house)
    answer = await house.submit("colleague", form, FILLED[form], await part(house, case))

    assert "err.access" in str(answer)
    assert (await house.case(case.id)).version == case.version


async def test_a_partner_finds_it_on_home(house: House) -> None:
    """An OKA sees that something waits and until when, without code or name."""
    case = await asked(house, "oka")
    home = await house.service.home("U-oka")
    (button,) = [one for one in buttons(home) if one.action == "open"]
    opened = await house.show("oka", button.action, button.handle)

    assert "home.aside" in keys(home)
    assert shown(case.code) not in str(list(says(home)))
    assert actions(opened) == ["consult_answer", "consult_no"]


async def test_a_care_team_elsewhere_is_asked(house: House) -> None:
    """Of another school the form offers who may be asked; it is told, and reads the question."""
    case = await house.do("ib", await house.signal(), TakeCase())
    house.rows("UPDATE outbox SET state = 'sent'")
    handle = await house.handle("ib", case)
    raw = {**FILLED["consult"], "person": "other-ib", "asked_as": "other_school"}
    await house.submit("ib", "consult", raw, handle)
    screen = await house.show("other-ib", "open", await house.handle("other-ib", case))
    asked_by = await house.show("ib", "menu_consult", handle)

    assert house.outbox("envelope") == [("other-ib", "new")]
    assert {"letter.school", "letter.walls"} <= set(keys(screen))
    assert shown(case.code) not in str(list(says(screen)))
    assert "Name of other-ib" in str(list(says(asked_by)))


@pytest.mark.parametrize("other", ["other-teacher", "other-chair", "lonely"])
async def test_nobody_else_elsewhere_is_asked(house: House, other: str) -> None:
    """What was not offered is refused, and nothing is asked."""
    case = await house.do("ib", await house.signal(), TakeCase())
    raw = {**FILLED["consult"], "person": other}
    answer = await house.submit("ib", "consult", raw, await house.handle("ib", case))

    assert isinstance(answer, Correct)
    assert set(answer.errors) == {"person"}
    assert (await house.case(case.id)).version == case.version


async def test_closing_the_case_ends_the_question(house: House) -> None:
    """What waited in the outbox and on Home is gone, and the letter cannot be opened."""
    case = await asked(house, "oka")
    handle = await house.handle("oka", case)
    await house.do("ib", case, CloseCase(Grounds.RESOLVED, "It goes well."))

    assert ("oka", "new") not in house.outbox("envelope")
    assert "home.p.empty" in keys(await house.service.home("U-oka"))
    assert "err.access" in keys(await house.show("oka", "open", handle))


async def test_an_answer_may_be_typed_in_the_thread(house: House) -> None:
    """Words under the envelope are the answer; the reply leads nowhere in the case."""
    case = await asked(house)
    root, typed = Message("D-colleague", "1.0"), Message("D-colleague", "2.0")
    await house.work(lambda work: work.unit.threads.set_root("colleague", case.id, root))
    for _ in range(2):
        await house.service.typed("U-colleague", typed, "1.0", "Often hungry.")
    last = (await house.case(case.id)).entries[-1].event

    assert last == ColleagueAnswered("c1", "Often hungry.", "ib", "D-colleague:2.0")
    assert house.outbox("answered") == [("colleague", "")]
    assert (await house.case(case.id)).version == case.version + 1


async def test_more_words_after_the_answer_are_not_kept(house: House) -> None:
    """The part is over: what is typed then is met like anything typed where nothing is known."""
    case = await asked(house)
    root = Message("D-colleague", "1.0")
    await house.work(lambda work: work.unit.threads.set_root("colleague", case.id, root))
    for ts in ("2.0", "3.0"):
        await house.service.typed("U-colleague", Message("D-colleague", ts), "1.0", "Hungry.")

    assert house.outbox("answered", "typed") == [("colleague", ""), ("colleague", "")]
    assert (await house.case(case.id)).version == case.version + 1


async def test_what_is_open_today_names_no_code(house: House) -> None:
    """After the hoped-for day the person asked finds it among the open things, without a code."""
    case = await asked(house)
    house.clock.later(days=5)
    screen = await house.show("colleague", "today")

    assert "home.aside.today" in keys(screen)
    assert shown(case.code) not in str(list(says(screen)))
