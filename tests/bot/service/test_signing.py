from meldcode.case import Case
from meldcode.choices import Answer, Grounds, Present
from meldcode.commands import CloseCase, TakeCase, Weigh
from meldcode.duties import Kind
from meldcode.events import Countersigned
from meldcode.people import Role
from tests.bot.house import House
from tests.dialogs.reading import actions, buttons, keys

THERE = (Present("ib", Role.INTERN_BEGELEIDER), Present("oka", Role.OKA))
WEIGH = Weigh(THERE, Answer.NO, Answer.YES, "He falls behind.", "Three signals.")


async def weighed(house: House) -> Case:
    case = await house.do("ib", await house.signal(), TakeCase())
    return await house.do("ib", case, WEIGH)


async def test_a_partner_confirms_in_two_taps(house: House) -> None:
    """From Home she opens the weighing and confirms; she is thanked, and finds nothing after."""
    case = await weighed(house)
    before = await house.service.home("U-oka")
    (found,) = [one for one in buttons(before) if one.action == "open"]
    opened = await house.show("oka", found.action, found.handle)
    (sign,) = buttons(opened)
    thanked = await house.act("oka", sign.action, sign.handle)
    after = await house.service.home("U-oka")
    last = (await house.case(case.id)).entries[-1]

    assert (last.by, type(last.event)) == ("oka", Countersigned)
    assert "stop.thanks" in keys(thanked)
    assert "open" not in actions(after)


async def test_a_closing_is_among_what_is_open_for_the_deputy(house: House) -> None:
    """A day later it stands in the list of today, with a way in, until it is confirmed."""
    case = await house.do("ib", await house.signal(), TakeCase())
    case = await house.do("ib", case, CloseCase(Grounds.RESOLVED, "It goes well."))
    assert case.ended
    house.clock.later(days=7)
    before = await house.show("deputy", "today", "")
    (found,) = [one for one in buttons(before) if one.action == "open"]
    opened = await house.show("deputy", found.action, found.handle)
    (sign,) = [one for one in buttons(opened) if one.action == "countersign"]
    await house.act("deputy", sign.action, sign.handle)
    after = await house.show("deputy", "today", "")

    assert Kind.COUNTERSIGN in str(before.parts)
    assert "open" not in actions(after)
