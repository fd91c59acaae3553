from datetime import timedelta

from dialogs.screen import Screen
from meldcode.choices import Grounds
from meldcode.commands import (
    CloseCase,
    MakeAgreement,
    NameFollower,
    TakeCase,
    Write,
)
from tests.bot.house import TODAY, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, written

BY = TODAY + timedelta(days=7)


async def agreed(house: House, owner: str) -> str:
    """A case in which somebody has agreed to do something; its id."""
    case = await house.do("ib", await house.signal(), TakeCase())
    house.rows("UPDATE outbox SET state = 'sent'")
    case = await house.do("ib", case, MakeAgreement("a1", "Call the doctor.", owner, BY))
    return case.id


async def home(house: House, who: str) -> Screen:
    return await house.service.home(f"U-{who}")


async def test_who_agreed_to_something_hears_of_it(house: House) -> None:
    """A partner gets a neutral envelope when it is made, and finds it on Home by its code."""
    await agreed(house, "oka")
    (button,) = [one for one in buttons(await home(house, "oka")) if one.action == "open"]
    screen = await house.show("oka", "open", button.handle)

    assert house.outbox("envelope") == [("oka", "new")]
    assert written(screen) == ["Call the doctor."]


async def test_done_it_disappears_from_home(house: House) -> None:
    """She says so herself; the case then thanks her and shows nothing more."""
    await agreed(house, "oka")
    (button,) = [one for one in buttons(await home(house, "oka")) if one.action == "open"]
    screen = await house.show("oka", "open", button.handle)
    (keep,) = [one for one in buttons(screen) if one.action == "keep"]
    after = await house.act("oka", "keep", keep.handle)

    assert "own.done" in keys(after)
    assert "open" not in actions(await home(house, "oka"))


async def test_a_part_is_no_way_to_the_whole(house: House) -> None:
    """Pressing what was never shown to her, an owner is refused, as is a next teacher."""
    case = await house.case(await agreed(house, "oka"))
    case = await house.do("ib", case, NameFollower("colleague", TODAY))
    for who in ("oka", "colleague"):
        handle = await house.handle(who, case)
        for action in ("menu_record", "timeline", "facts", "close", "question", "older1"):
            screen = await house.show(who, action, handle)

            assert screen.name in {"refused", "case"}, (who, action)
            assert [text for text in written(screen) if text != "Call the doctor."] == []


async def test_the_next_teacher_writes_in_the_thread(house: House) -> None:
    """What she types under her own envelope reaches the care team, and not the one who told."""
    case = await house.do("ib", await house.signal(), TakeCase(), NameFollower("colleague", TODAY))
    house.rows("UPDATE outbox SET state = 'sent'")
    case = await house.do("colleague", case, Write("He is quiet."))
    told = await house.show("teacher", "open", await house.handle("teacher", case))
    care = await house.show("ib", "open", await house.handle("ib", case))

    assert house.outbox("envelope") == [("ib", "new")]
    assert "He is quiet." in written(care)
    assert "He is quiet." not in written(told)
    assert case.holder == "ib"


async def test_the_care_team_finds_its_cases_once(house: House) -> None:
    """An agreement of the IB'er's own stands in her queue, not in a list beside it."""
    await agreed(house, "ib")

    assert "home.part.owner" not in keys(await home(house, "ib"))


async def test_the_board_counts_what_got_in_the_way(house: House) -> None:
    """Chosen at closing, five times it is a band on the director's Home; the words stay."""
    seen = []
    for _ in range(5):
        case = await house.do("ib", await house.signal(), TakeCase())
        await house.submit("ib", "close", FILLED["close"], await house.handle("ib", case))
        seen.append(await home(house, "director"))

    assert ["home.d.bottleneck.between" in keys(one) for one in seen] == [False] * 4 + [True]
    assert "We waited." not in repr(seen)


async def test_closed_without_a_choice_there_is_nothing_to_count(house: House) -> None:
    """It is optional, and no answer is no bottleneck."""
    await house.do("ib", await house.signal(), CloseCase(Grounds.RESOLVED, "It goes well."))

    assert "home.d.bottlenecks" not in keys(await home(house, "director"))
