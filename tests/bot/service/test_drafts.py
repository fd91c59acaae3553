import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from dialogs.screen import Screen
from storage.errors import StoreFullError
from storage.store import Store
from storage.unit import Unit
from tests.bot.house import FACTS, FakeDirectory, House, RefusingStore
from tests.dialogs.reading import keys

DRAFT = {"text": FACTS, "urgency": "week", "child": "Sam", "parents": None}


async def opening(house: House, who: str = "teacher", typed: str = "") -> Screen | None:
    return await house.service.opening(f"U-{who}", typed)


async def test_without_a_draft_the_form_stays_as_it_opened(house: House) -> None:
    """What came up from memory is right for somebody of one school who typed nothing before."""
    assert await opening(house) is None


async def test_a_draft_is_there_when_the_form_opens_again(house: House) -> None:
    """What was typed and not sent is filled in, in fields that do not inherit what is in them."""
    await house.service.keep_draft("U-teacher", DRAFT)
    screen = await opening(house)
    assert screen is not None

    assert {name: screen.preset[name] for name in DRAFT} == DRAFT
    assert screen.edition == "draft"


async def test_words_with_the_command_follow_the_draft(house: House) -> None:
    """Neither what was typed before nor what is typed now is lost."""
    await house.service.keep_draft("U-teacher", DRAFT)
    screen = await opening(house, typed="And today again.")
    assert screen is not None

    assert screen.preset["text"] == f"{FACTS}\nAnd today again."


async def test_a_draft_is_its_authors_only(house: House) -> None:
    """Nobody else finds it, and typing again replaces one's own."""
    await house.service.keep_draft("U-teacher", DRAFT)
    await house.service.keep_draft("U-teacher", {"text": "Other words."})
    mine = await opening(house)
    theirs = await opening(house, "colleague")
    assert mine is not None

    assert mine.preset["text"] == "Other words."
    assert theirs is None


async def test_a_draft_lives_a_day(house: House) -> None:
    """After 24 hours it is not shown any more."""
    await house.service.keep_draft("U-teacher", DRAFT)
    house.clock.later(hours=23, minutes=59)
    just_before = await opening(house)
    house.clock.later(minutes=1)

    assert just_before is not None
    assert await opening(house) is None


async def test_sending_ends_the_draft(house: House) -> None:
    """What became a signal is not offered again."""
    await house.service.keep_draft("U-teacher", DRAFT)
    await house.submit("teacher", "signal", DRAFT)

    assert house.rows("SELECT * FROM draft") == []


async def test_a_refused_signal_keeps_its_draft(house: House) -> None:
    """As long as it has not been sent, it can be found back."""
    await house.service.keep_draft("U-teacher", DRAFT)
    await house.submit("teacher", "signal", {"text": ""})

    assert await opening(house) is not None


async def test_about_a_colleague_nothing_is_kept(house: House) -> None:
    """The other route throws away what typing left behind, and names whom to call."""
    await house.service.keep_draft("U-teacher", DRAFT)
    screen = await house.service.colleague("U-teacher")

    assert house.rows("SELECT * FROM draft") == []
    assert "col.board" in keys(screen)


async def test_a_stranger_leaves_no_draft(house: House) -> None:
    """Nothing is kept of somebody who is not of ours, and that is not said to be kept."""
    kept = await house.service.keep_draft("U-nobody", DRAFT)
    screen = await opening(house, "nobody")
    assert screen is not None

    assert kept is False
    assert house.rows("SELECT * FROM draft") == []
    assert screen.name == "stranger"


async def test_words_for_which_no_form_opened_follow_the_draft(house: House) -> None:
    """A command that came too late takes nothing away from what was typed before."""
    await house.service.keep_draft("U-teacher", DRAFT)
    kept = await house.service.keep_typed("U-teacher", "And today again.")
    screen = await opening(house)
    assert screen is not None

    assert kept
    assert screen.preset["text"] == f"{FACTS}\nAnd today again."
    assert screen.preset["child"] == "Sam"


@pytest.mark.parametrize("who", ["nobody", "teacher"])
async def test_it_is_known_when_words_were_not_kept(house: House, who: str) -> None:
    """Neither a stranger nor anybody with a store in trouble is told that words were kept."""
    stands = house if who == "nobody" else house.with_store(RefusingStore(StoreFullError()))

    assert await stands.service.keep_typed(f"U-{who}", FACTS) is False


async def test_somebody_of_two_schools_is_asked_which(house: House) -> None:
    """The form becomes one with a question for the school, with what was typed in it."""
    fresh = await opening(house, "both", "Hello")
    await house.service.keep_draft("U-both", DRAFT)
    resumed = await opening(house, "both")
    assert fresh is not None
    assert resumed is not None

    assert (fresh.name, resumed.name) == ("signal_at", "signal_at")
    assert [option.value for option in fresh.options["school"]] == ["s1", "s2"]
    assert (fresh.preset["text"], resumed.preset["text"]) == ("Hello", FACTS)
    assert fresh.edition == ""


async def test_without_a_care_team_the_form_becomes_whom_to_call(house: House) -> None:
    """Nobody types a whole signal to a school where nobody would receive it."""
    screen = await opening(house, "lonely")
    assert screen is not None

    assert screen.name == "no_ib"


@dataclass
class Hasty:
    """A store on a server: of writers that work side by side the later ones are done first."""

    real: Store
    hurry: int = 5

    async def write(self, work: Callable[[Unit], Any], *, whole_board: bool = False) -> Any:  # noqa: ANN401 - whatever the work returns
        self.hurry -= 1
        for _ in range(self.hurry):
            await asyncio.sleep(0)
        return await self.real.write(work, whole_board=whole_board)


async def test_what_was_typed_last_is_kept(house: House) -> None:
    """However writers overtake each other, what one person does is done in order."""
    await house.service.home("U-teacher")
    service = house.with_store(Hasty(house.tools.store)).service
    typed = ({**DRAFT, "text": text} for text in ("S", "Sa", "Sam"))
    await asyncio.gather(*(service.keep_draft("U-teacher", one) for one in typed))
    screen = await opening(house)
    assert screen is not None

    assert screen.preset["text"] == "Sam"


class LateDirectory(FakeDirectory):
    """Of those who are asked about at the same moment the first is answered last."""

    hurry = 5

    async def email_of(self, account: str) -> str | None:
        self.hurry -= 1
        for _ in range(self.hurry):
            await asyncio.sleep(0.01)
        return await super().email_of(account)


async def test_the_form_is_not_filled_in_anew_under_who_types(house: House) -> None:
    """Whoever types before we know who they are keeps the form in front of them as it is."""
    service = replace(house, directory=LateDirectory()).service
    first, kept = await asyncio.gather(
        service.opening("U-teacher", ""), service.keep_draft("U-teacher", DRAFT)
    )

    assert first is None
    assert kept
