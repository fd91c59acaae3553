from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.screen import Screen
from meldcode.commands import TakeCase, Write
from meldcode.people import Role
from storage.records import Organisation, Post
from tests.bot.house import FACTS, House, organisation, put
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, keys, says, written
from tests.storage.builders import member

EVERYBODY = ("teacher", "ib", "deputy", "attention", "director", "chair", "oka", "both")


async def home(house: House, who: str) -> Screen:
    return await house.service.home(f"U-{who}")


@pytest.mark.parametrize("who", EVERYBODY)
async def test_home_holds_no_content(house: House, who: str) -> None:
    """Chat keeps this view, so it shows codes and states, and nothing that anybody wrote."""
    case = await house.signal()
    await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    screen = await home(house, who)

    assert screen.name == "home"
    assert written(screen) == []
    assert [text for text in (FACTS, "Sam", "What can we do?") if text in repr(screen)] == []
    assert "home.danger" in keys(screen)


async def test_the_teacher_finds_her_own_signals(house: House) -> None:
    """What she told, also when it has ended, and nothing of a colleague's."""
    mine = await house.signal()
    await house.signal("colleague")
    handle = await house.handle("teacher", mine)
    await house.act("teacher", "withdraw", handle)
    screen = await home(house, "teacher")
    told = [one.args for one in says(screen) if one.key == "home.own.today"]

    assert [one["code"].replace("-", "") for one in told] == [mine.code]
    assert [one["stage"] for one in told] == ["withdrawn"]
    assert "new_signal" in actions(screen)


async def test_the_care_team_finds_every_case_that_goes_on(house: House) -> None:
    """IB'er, deputy and aandachtsfunctionaris have the queue; a withdrawn signal is not in it."""
    for who in ("teacher", "colleague"):
        await house.signal(who)
    gone = await house.signal()
    await house.act("teacher", "withdraw", await house.handle("teacher", gone))

    for who in ("ib", "deputy", "attention"):
        assert actions(await home(house, who)).count("open") == 2, who


async def test_the_queue_follows_whose_move_it_is(house: House) -> None:
    """From nobody's to one's own, to the teacher's once something was asked of her."""
    case = await house.signal()
    seen = [headings(await home(house, "ib"))]
    case = await house.do("ib", case, TakeCase())
    seen.append(headings(await home(house, "ib")))
    await house.do("ib", case, Write("What did you see?", asks=True))
    seen.append(headings(await home(house, "ib")))

    assert seen == [["home.ib.now"], ["home.ib.you"], ["home.ib.other"]]
    assert headings(await home(house, "deputy")) == ["home.ib.other"]


def headings(screen: Screen) -> list[str]:
    known = {"home.ib.now", "home.ib.you", "home.ib.other", "home.ib.zbo", "home.ib.follow"}
    return [key for key in keys(screen) if key in known]


async def test_meetings_are_for_those_with_a_place_there(house: House) -> None:
    """Chair and care team find the coming meetings with the number of items, others do not."""
    case = await house.signal()
    await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    counts = [one.args["n"] for one in says(await home(house, "chair")) if one.key == "home.z.line"]

    assert counts == ["1", "0"]
    assert "agenda" not in actions(await home(house, "teacher"))
    assert "agenda" not in actions(await home(house, "other-chair"))


async def test_a_meeting_of_this_morning_is_still_there(house: House) -> None:
    """Its outcomes must be written down, so it stays until the day is over."""
    house.clock.later(days=14, hours=4)
    today = await home(house, "chair")
    house.clock.later(days=1)
    tomorrow = await home(house, "chair")

    assert actions(today).count("agenda") == 2
    assert actions(tomorrow).count("agenda") == 1


async def test_the_director_reads_bands_and_no_cases(house: House) -> None:
    """Few stays few: a small number at a small school points at a family."""
    for _ in range(4):
        await house.signal()
    few = await home(house, "director")
    for _ in range(2):
        await house.signal()
    more = await home(house, "director")

    assert bands(few) == []
    assert "band.rest" in keys(few)
    assert bands(more) == [("sent", "5", "9")]
    assert "open" not in actions(more)


def bands(screen: Screen) -> list[tuple[str, ...]]:
    found = (one.args for one in says(screen) if one.key == "home.d.count.between")
    return [(one["what"], one["low"], one["high"]) for one in found]


async def test_the_director_reads_how_quickly_is_answered(house: House) -> None:
    """The median in school days to the first answer, weekends left out, once there are five."""
    cases = [await house.signal() for _ in range(5)]
    for number, case in enumerate(cases):
        house.clock.later(days=1)
        if number == 4:
            few = await home(house, "director")
        await house.do("ib", case, Write("I read along."))
    enough = await home(house, "director")
    (median,) = [one.args["n"] for one in says(enough) if one.key == "home.d.median"]

    assert "home.d.median.few" in keys(few)
    assert median == "3"


async def test_last_school_years_figures_are_gone_in_august(house: House) -> None:
    """Counts are of this school year."""
    for _ in range(6):
        await house.signal()
    house.clock.later(days=300)

    assert bands(await home(house, "director")) == []


async def test_overdue_is_counted_for_those_who_watch(house: House) -> None:
    """A look whose day has passed counts for director and aandachtsfunctionaris."""
    case = await house.signal()
    await house.submit("ib", "following", FILLED["following"], await house.handle("ib", case))
    on_the_day = timedelta(days=7)
    house.clock.now += on_the_day
    before = [overdue(await home(house, who)) for who in ("director", "attention")]
    house.clock.later(days=1)
    after = [overdue(await home(house, who)) for who in ("director", "attention")]

    assert before == ["0", "0"]
    assert after == ["1", "1"]


def overdue(screen: Screen) -> str:
    (found,) = [one.args["n"] for one in says(screen) if one.key == "home.overdue"]
    return found


async def test_somebody_with_other_roles_at_another_school_finds_both(house: House) -> None:
    """A teacher here who is IB'er there has a queue as well."""
    await house.work(lambda work: work.unit.people.apply(with_two_roles()))
    await house.signal("other-teacher")
    screen = await home(house, "both")

    assert "new_signal" in actions(screen)
    assert headings(screen) == ["home.ib.now"]


def with_two_roles() -> Organisation:
    posts = (Post("s1", Role.TEACHER), Post("s2", Role.INTERN_BEGELEIDER))
    people = (
        replace(one, posts=posts) if one.id == "both" else one for one in organisation().people
    )
    return replace(organisation(), people=tuple(people))


async def test_a_stranger_has_no_home(house: House) -> None:
    """Somebody who is not in the organisation file reads whom to ask."""
    assert (await home(house, "nobody")).name == "stranger"


async def test_an_administrator_counts_what_was_given_up(house: House) -> None:
    """Of every school, as a number; who else has a role there hears nothing of it."""
    await house.work(lambda work: put(work.unit, "news of Sam", "other-ib"))
    await house.work(lambda work: work.unit.outbox.dead(1, "no_account", work.now))
    admin = member("admin", Role.ADMIN)
    known = organisation()
    staff = Organisation(known.schools, (*known.people, admin), known.meetings)
    await house.work(lambda work: work.unit.people.apply(staff))
    told = [one for one in says(await home(house, "admin")) if one.key == "home.b.undelivered"]

    assert [one.args for one in told] == [{"n": "1"}]
    assert "other-ib" not in repr(await home(house, "admin"))
    assert "home.b.undelivered" not in keys(await home(house, "ib"))
