from dataclasses import replace

import pytest

from meldcode.commands import ExcludePerson, TakeCase
from meldcode.people import Role
from storage.records import Organisation, Post
from tests.bot.house import House, organisation
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, says
from tests.dialogs.reading import written as words

TRAINED = {"people": ["teacher", "ib"], "kind": "code", "on": "2026-11-02"}


async def used(house: House, who: str = "director") -> dict[str, str]:
    """Figure -> how it is told."""
    screen = await house.show(who, "evidence")
    return {
        one.args["what"]: one.key.rpartition(".")[2]
        for one in says(screen)
        if one.key.startswith("figure.is.")
    }


@pytest.mark.parametrize("who", ["director", "attention"])
async def test_the_three_criteria_stand_on_one_page(house: House, who: str) -> None:
    """A code, its conditions and its use; it stands on the Home of who may read it."""
    screen = await house.show(who, "evidence")

    assert "evidence" in actions(await house.service.home(f"U-{who}"))
    assert {"evidence.code", "evidence.conditions", "evidence.use"} <= set(keys(screen))
    assert ("training" in actions(screen)) == (who == "attention")


@pytest.mark.parametrize("who", ["teacher", "ib", "deputy", "chair", "oka", "lonely", "other-ib"])
async def test_nobody_else_reads_it(house: House, who: str) -> None:
    """Not even by a forged button."""
    assert "err.access" in keys(await house.show(who, "evidence"))
    assert "evidence" not in actions(await house.service.home(f"U-{who}"))


async def test_nobody_is_named_on_it(house: House) -> None:
    """No child, no teacher, no code and no words: also with all that there is to name."""
    case = await house.signal()
    await house.submit("attention", "training", TRAINED)
    screen = await house.show("director", "evidence")

    assert words(screen) == []
    for secret in (case.code, case.id, "Sam", "Name of", "teacher"):
        assert secret not in repr(screen)


async def test_small_numbers_are_not_told(house: House) -> None:
    """Four signals and none give the same page; five are a number."""
    none = await house.show("director", "evidence")
    for _ in range(4):
        await house.signal()
    four = await house.show("director", "evidence")
    for _ in range(8):
        await house.signal()

    assert four == none
    assert set((await used(house)).values()) == {"under", "between"}
    assert (await used(house))["signals"] == "between"


async def test_what_was_done_is_counted_in_cases(house: House) -> None:
    """Five talks about one child are one."""
    case = await house.do("ib", await house.signal(), TakeCase())
    handle = await house.handle("ib", case)
    for _ in range(5):
        await house.submit("ib", "talk", FILLED["talk"], handle)

    assert (await used(house))["talks"] == "under"


async def test_last_years_use_does_not_count(house: House) -> None:
    """On the first of August it begins anew."""
    for _ in range(12):
        await house.signal()
    house.clock.later(days=300)

    assert (await used(house))["signals"] == "under"


async def test_who_is_kept_out_finds_no_trace_in_the_numbers(house: House) -> None:
    """The case that makes five is not there for somebody who is kept out of it."""
    for number in range(5):
        case = await house.do("ib", await house.signal(), TakeCase())
        await house.submit("ib", "talk", FILLED["talk"], await house.handle("ib", case))
        if number == 0:
            await house.do("ib", case, ExcludePerson("director", "Family."))

    assert (await used(house, "director"))["talks"] == "under"
    assert (await used(house, "attention"))["talks"] == "between"


async def test_conditions_say_what_is_missing(house: House) -> None:
    """A role that nobody holds, and how many were trained of how many."""
    everybody = organisation()
    stay = tuple(one for one in everybody.people if one.id != "deputy")
    left = Organisation(everybody.schools, stay, everybody.meetings)
    await house.work(lambda work: work.unit.people.apply(left))
    await house.submit("attention", "training", TRAINED)
    screen = await house.show("director", "evidence")
    said = {one.key: one.args for one in says(screen)}

    assert said["evidence.no_role"]["role"] == Role.DEPUTY
    assert said["evidence.trained"]["n"] == "2"
    assert "evidence.no_term" in said


async def test_trainings_that_are_over_are_counted_apart(house: House) -> None:
    """Once the board has confirmed how long a training counts."""
    policy = replace(house.tools.policy, training_months=1)
    agreed = replace(house, tools=replace(house.tools, policy=policy))
    await agreed.submit("attention", "training", TRAINED)
    await agreed.submit("attention", "training", TRAINED | {"people": ["colleague"]})
    agreed.clock.later(days=25)
    await agreed.submit("attention", "training", TRAINED | {"people": ["ib"], "on": "2026-11-20"})
    agreed.clock.later(days=10)
    said = {one.key: one.args for one in says(await agreed.show("director", "evidence"))}

    assert said["evidence.trained"]["n"] == "1"
    assert said["evidence.ended"]["n"] == "2"


async def test_a_director_of_two_schools_finds_both(house: House) -> None:
    """One page a school, and a reference of another person leads to none."""
    posts = (Post("s1", Role.DIRECTOR), Post("s2", Role.DIRECTOR))
    people = (
        replace(one, posts=posts) if one.id == "director" else one for one in organisation().people
    )
    both = replace(organisation(), people=tuple(people))
    await house.work(lambda work: work.unit.people.apply(both))
    first = await house.show("director", "evidence")
    (other,) = [one for one in buttons(first) if one.action == "evidence"]
    second = await house.show("director", "evidence", other.handle)

    assert [one.args for one in says(second) if one.key == "evidence.of"] != [
        one.args for one in says(first) if one.key == "evidence.of"
    ]
    assert second.name == "evidence"
    assert await house.show("attention", "evidence", other.handle) == await house.show(
        "attention", "evidence"
    )
