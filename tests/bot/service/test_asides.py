from dataclasses import replace

from dialogs.code import shown
from meldcode.case import Case
from meldcode.choices import TalkWith
from meldcode.commands import PlanTalk, TakeCase
from meldcode.events import CameOut
from tests.bot.house import TODAY, House
from tests.dialogs.reading import actions, buttons, keys, says

PLAN = PlanTalk("t1", TODAY, None, TalkWith.PARENTS, "teacher", near="colleague")


async def planned(house: House, plan: PlanTalk = PLAN) -> Case:
    """A case with a talk of today, of which nobody has been told anything else."""
    case = await house.do("ib", await house.signal(), TakeCase())
    house.rows("UPDATE outbox SET state = 'sent'")
    return await house.do("ib", case, plan)


async def test_who_takes_part_hears_of_it(house: House) -> None:
    """The teacher who leads it and the colleague who stays near each get an envelope."""
    await planned(house)

    assert sorted(house.outbox("envelope")) == [("colleague", "new"), ("teacher", "new")]


async def test_who_stays_near_opens_just_that(house: House) -> None:
    """Behind the envelope is the talk; no word, name or code of the case."""
    case = await planned(house)
    screen = await house.show("colleague", "open", await house.handle("colleague", case))

    assert screen.name == "aside"
    assert actions(screen) == ["came_out"]
    assert shown(case.code) not in str(list(says(screen)))


async def test_one_word_ends_it(house: House) -> None:
    """Who stays near tells that all is well, is thanked, and can open it no more."""
    case = await planned(house)
    handle = await house.handle("colleague", case)
    (button,) = buttons(await house.show("colleague", "open", handle))
    thanked = await house.act("colleague", button.action, button.handle)
    after = await house.show("colleague", "open", handle)
    last = (await house.case(case.id)).entries[-1]

    assert (last.event, last.by) == (CameOut("t1"), "colleague")
    assert "stop.thanks" in keys(thanked)
    assert "err.access" in keys(after)


async def test_the_teacher_goes_back_to_her_case(house: House) -> None:
    """Whoever has more of the case than the talk sees it again after telling."""
    case = await planned(house)
    screen = await house.show("teacher", "open", await house.handle("teacher", case))
    (out,) = [one for one in buttons(screen) if one.action == "came_out"]
    after = await house.act("teacher", out.action, out.handle)

    assert after.name == "case"
    assert "came_out" not in actions(after)


async def test_home_shows_a_day_and_a_way_in(house: House) -> None:
    """A partner finds what waits there, without a code, until it is over."""
    case = await planned(house, replace(PLAN, near="oka"))
    before = await house.service.home("U-oka")
    (button,) = [one for one in buttons(before) if one.action == "open"]
    opened = await house.show("oka", button.action, button.handle)
    (out,) = buttons(opened)
    await house.act("oka", out.action, out.handle)
    after = await house.service.home("U-oka")

    assert "home.aside" in keys(before)
    assert "home.p.empty" not in keys(before)
    assert shown(case.code) not in str(list(says(before)))
    assert "home.p.empty" in keys(after)
    assert "open" not in actions(after)


async def test_what_is_open_today_has_no_code(house: House) -> None:
    """When nobody told that the talk is over, who stays near finds it without a code."""
    case = await planned(house)
    house.clock.later(hours=6)
    screen = await house.show("colleague", "today")
    (button,) = buttons(screen)

    assert "home.aside.today" in keys(screen)
    assert shown(case.code) not in str(list(says(screen)))
    assert (await house.show("colleague", button.action, button.handle)).name == "aside"


async def test_a_record_ends_the_part_of_all(house: House) -> None:
    """The record of the planned talk leaves nothing on anybody's Home; another talk's does not."""
    case = await planned(house)
    about_case, about_talk = await house.handle("ib", case), await _part(house, case)
    left = []
    filled = {"with_whom": "parents", "reason": "refused"}
    for handle in (about_case, about_talk):
        await house.submit("ib", "no_talk", filled, handle)
        left += house.rows("SELECT count(*) FROM aside")

    assert left == [(2,), (0,)]


async def _part(house: House, case: Case) -> str:
    screen = await house.show("ib", "menu_talks", await house.handle("ib", case))
    return next(one.handle for one in buttons(screen) if one.action == "no_talk")
