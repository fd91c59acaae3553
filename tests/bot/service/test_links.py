from collections.abc import Mapping
from typing import Any

import pytest

from bot.service.answers import Answer, Correct, Show
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.choices import Grounds, Link
from meldcode.commands import CloseCase
from meldcode.parts_record import Joint
from tests.bot.house import House
from tests.dialogs.reading import actions, keys, says, written

SAME: Mapping[str, Any] = {"kind": "same_child"}


def shown(answer: Answer) -> Screen:
    assert isinstance(answer, Show), answer
    return answer.screen


async def two(house: House, child: str = "Sam Bos", other: str = "Sam") -> tuple[Case, Case]:
    """The signals of two teachers of one school."""
    first = await house.signal(text="mark-first", child=child)
    return first, await house.signal("colleague", text="mark-second", child=other)


async def link(
    house: House, one: Case, other: Case, who: str = "ib", kind: str = "same_child"
) -> Answer:
    raw = {"code": f"{other.code[:3]}-{other.code[3:]}".lower(), "kind": kind}
    return await house.submit(who, "link", raw, await house.handle(who, one))


async def look(house: House, case: Case, action: str = "open", who: str = "ib") -> Screen:
    return await house.show(who, action, await house.handle(who, case))


async def test_the_care_team_is_told_of_a_child_of_the_same_name(house: House) -> None:
    """Both cases say so to the care team, before anybody linked anything."""
    first, second = await two(house)

    for case in (first, second):
        for who in ("ib", "deputy", "attention"):
            assert "case.alike" in keys(await look(house, case, who=who)), who


async def test_a_teacher_is_never_told(house: House) -> None:
    """That there is another signal about this child, no teacher learns from any screen."""
    first, second = await two(house)
    for action in ("open", "beside", "link", "timeline", "joined", "menu_record"):
        screen = await look(house, first, action, "teacher")

        assert "case.alike" not in keys(screen), action
        assert second.code not in repr(screen), action
        assert "mark-second" not in repr(screen), action


async def test_another_name_or_school_says_nothing(house: House) -> None:
    """A different child, or a child of the same name elsewhere, is no hint."""
    first, _ = await two(house, other="Noor")
    await house.signal("other-teacher", child="Sam Bos")

    assert "case.alike" not in keys(await look(house, first))


async def test_linked_cases_are_read_together(house: House) -> None:
    """The observations of both teachers stand in one chronology, for the care team."""
    first, second = await two(house)
    answer = shown(await link(house, first, second))

    assert "beside.same_child" in keys(answer)

    for case in (first, second):
        screen = await look(house, case)

        assert "case.alike" not in keys(screen)
        assert "joined" in actions(screen)
        assert set(written(await look(house, case, "joined"))) == {"mark-first", "mark-second"}


async def test_the_teachers_never_see_each_others_words(house: House) -> None:
    """Linked or not: on every screen of each teacher there is only her own (row 10)."""
    first, second = await two(house)
    await link(house, first, second)
    for who, case, foreign in (
        ("teacher", first, "mark-second"),
        ("colleague", second, "mark-first"),
    ):
        for action in ("open", "joined", "joined1", "beside", "timeline"):
            shown_to = repr(await look(house, case, action, who))

            assert foreign not in shown_to, (who, action)
            assert "Sam Bos" not in shown_to or who == "teacher"
        assert foreign not in repr(await house.service.home(f"U-{who}"))


async def test_nothing_is_copied_from_one_case_to_another(house: House) -> None:
    """Each case keeps its own name, words and labels; only the link itself is new."""
    first, second = await two(house)
    await link(house, first, second, kind="sibling")
    one, other = await house.case(first.id), await house.case(second.id)

    assert (one.signal, other.signal) == (first.signal, second.signal)
    assert one.record.joints == (Joint(second.id, Link.SIBLING),)
    assert other.record.joints == (Joint(first.id, Link.SIBLING),)
    assert (one.forms, other.forms) == ((), ())


async def test_a_sibling_shows_no_words(house: House) -> None:
    """Brother and sister are a way in; the joined view of one child does not hold the other's."""
    first, second = await two(house, other="Noor Bos")
    await link(house, first, second, kind="sibling")
    screen = await look(house, first, "joined")

    assert written(screen) == ["mark-first"]
    assert "beside.sibling" in keys(screen)


async def test_links_reach_on(house: House) -> None:
    """A third signal that was linked to the second is read with the first as well."""
    first, second = await two(house)
    third = await house.signal(text="mark-third", child="Sam")
    await link(house, first, second)
    await link(house, second, third)

    assert set(written(await look(house, first, "joined"))) == {
        "mark-first",
        "mark-second",
        "mark-third",
    }


async def test_reading_together_leaves_a_line_in_each(house: House) -> None:
    """Who read both can be found in the access log of both."""
    first, second = await two(house)
    await link(house, first, second)
    await look(house, first, "joined")
    lines = house.rows("SELECT case_id FROM access_line WHERE why = 'together' AND granted")

    assert {case for (case,) in lines} == {first.id, second.id}


async def test_the_facts_for_a_melding_are_those_of_all_its_cases(house: House) -> None:
    """What three teachers told of one child is reported together; a look at each is in the log."""
    first, second = await two(house)
    third = await house.signal(text="mark-third", child="Sam")
    await link(house, first, second)
    await link(house, second, third)

    for case in (first, second, third):
        told = written(await look(house, case, "facts"))

        assert {"mark-first", "mark-second", "mark-third"} <= set(told)
    lines = house.rows("SELECT DISTINCT case_id FROM access_line WHERE part = 'facts' AND granted")
    assert {case for (case,) in lines} == {first.id, second.id, third.id}


async def test_the_facts_hold_nothing_of_a_sibling_or_of_another_team(house: House) -> None:
    """Brother and sister are no part of it; and a teacher gets no facts at all."""
    first, second = await two(house, other="Noor Bos")
    await link(house, first, second, kind="sibling")

    assert "mark-second" not in written(await look(house, first, "facts"))
    assert "mark-second" not in repr(await look(house, first, "facts", "teacher"))


async def test_what_did_not_belong_is_taken_apart(house: House) -> None:
    """With a reason, on both sides; after that nothing of the other is read here."""
    first, second = await two(house)
    await link(house, first, second)
    raw = {"code": second.code, "reason": "Another Sam."}
    await house.submit("ib", "unlink", raw, await house.handle("ib", first))

    assert written(await look(house, second, "joined")) == ["mark-second"]
    assert "Another Sam." in written(await look(house, second))


async def test_linking_twice_is_linking_once(house: House) -> None:
    """A double tap, or linking from the other side, adds nothing."""
    first, second = await two(house)
    await link(house, first, second)
    await look(house, second)
    before = [(await house.case(one.id)).version for one in (first, second)]
    await link(house, second, first)

    assert [(await house.case(one.id)).version for one in (first, second)] == before


async def test_a_code_that_does_not_fit_is_said_in_the_form(house: House) -> None:
    """Unknown, of another school, of this very case or closed: the sentence is the same."""
    first, second = await two(house)
    elsewhere = await house.signal("other-teacher", child="Sam")
    await house.do("ib", second, CloseCase(Grounds.RESOLVED, "It goes well."))
    handle = await house.handle("ib", first)
    for code in ("ZZZ-999", elsewhere.code, first.code, second.code):
        answer = await house.submit("ib", "link", {"code": code, **SAME}, handle)

        assert answer == Correct({"code": "err.no_such_case"}), code
    assert (await house.case(first.id)).record.joints == ()


@pytest.mark.parametrize("who", ["teacher", "colleague", "director", "chair", "other-ib"])
async def test_only_the_care_team_links(house: House, who: str) -> None:
    """A forged form of anybody else changes neither case."""
    first, second = await two(house)

    assert await link(house, first, second, who) == Correct({"code": "err.access"})
    assert (await house.case(first.id)).record.joints == ()
    assert (await house.case(second.id)).record.joints == ()


async def search(house: House, text: str, who: str = "ib") -> Screen:
    return shown(await house.submit(who, "search", {"text": text}))


async def codes(screen: Screen) -> list[str]:
    lines = (one.args["code"] for one in says(screen) if one.key == "search.line")
    return [code.replace("-", "") for code in lines]


async def test_a_case_is_found_by_code_or_name(house: House) -> None:
    """Before anything new is made, the care team sees whether there is something already."""
    first, second = await two(house, other="Noor Vos")

    assert await codes(await search(house, "sam")) == [first.code]
    assert await codes(await search(house, "VOS noor")) == [second.code]
    assert await codes(await search(house, f" {first.code[:3]}-{first.code[3:]} ")) == [first.code]
    assert "search.none" in keys(await search(house, "Femke"))


async def test_a_search_leaves_nothing_behind(house: House) -> None:
    """What was typed stands in no table and on no screen."""
    await house.signal(child="Sam Bos")
    before = house.path.read_bytes()
    screen = await search(house, "kenmerkzqx")

    assert "kenmerkzqx" not in repr(screen)
    assert b"kenmerkzqx" not in house.path.read_bytes()
    assert before


@pytest.mark.parametrize("who", ["teacher", "director", "chair", "oka"])
async def test_nobody_else_searches(house: House, who: str) -> None:
    """A forged search of anybody else is refused and finds nothing."""
    first = await house.signal("colleague", child="Sam Bos")
    answer = await house.submit(who, "search", {"text": "Sam"})

    assert answer == Correct({"text": "err.access"})
    assert first.code not in repr(await house.show(who, "search"))


async def test_a_search_stays_in_its_school(house: House) -> None:
    """The care team of one school finds no case of another, by name or by code."""
    elsewhere = await house.signal("other-teacher", child="Sam Bos")

    assert "search.none" in keys(await search(house, "Sam"))
    assert "search.none" in keys(await search(house, elsewhere.code))
