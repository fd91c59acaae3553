"""Stories of how a case ends, and of hands that change, on the real bot."""

from datetime import date

from dialogs.say import say
from tests.conversations.doing import (
    actions,
    leave,
    press,
    raise_signal,
    reads,
    send,
    sentence,
    tell,
)
from tests.conversations.schools import without
from tests.conversations.seen import expect, expect_anything, own, reply, root, urgent
from tests.conversations.stage import Stage
from tests.conversations.test_people_change import switch
from tests.conversations.together import a_second_confirms_the_closing

DIGEST = own("push.digest")
NO_NOISE = {"first": "2026-12-08"}


async def taken(stage: Stage, **told: str) -> None:
    """A signal of Sam that Maria looks along with; in front of her is the case."""
    await tell(stage, **told)
    await press(stage, "maria", "open")
    await press(stage, "maria", "take")
    expect(stage, sam=[reply("new")])


async def test_nothing_but_a_feeling_that_ends_well(stage: Stage) -> None:
    """A feeling is enough to tell; somebody answers, looks twice, and it is good enough."""
    await taken(stage, text="Ik heb een niet-pluis gevoel.")
    await press(stage, "maria", "answer")
    await press(stage, "maria", "chip1")
    await send(stage, "maria")
    expect(stage, sam=[reply("new")])
    await press(stage, "maria", "following")
    await send(stage, "maria", rhythm="5", **NO_NOISE)
    await leave(stage, "maria")
    for day in (date(2026, 12, 8), date(2026, 12, 15)):
        await stage.at(day, 8, 5)
        expect(stage, sam=[reply("new")])
        await press(stage, "sam", "open")
        await press(stage, "sam", "better")
        await leave(stage, "sam")
        expect(stage, maria=[reply("new")])
    await press(stage, "maria", "open")
    await press(stage, "maria", "close")
    await send(stage, "maria", grounds="resolved", reason="Het gaat goed met Robin.")
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")])
    await a_second_confirms_the_closing(stage, "Het gaat goed met Robin.")
    await _is_silent(stage)


async def test_unfounded(stage: Stage) -> None:
    """It is written as such, everybody reads it ever after, and nobody is reminded of it."""
    await taken(stage, child="Robin")
    await press(stage, "maria", "talk")
    await send(stage, "maria", with_whom="parents", report="Hij viel van zijn fiets.")
    await press(stage, "maria", "close")
    await stage.person("maria").pick("bottlenecks", "time")
    await send(stage, "maria", grounds="unfounded", reason="De blauwe plek kwam van een val.")

    assert reads(stage, "maria", "case.unfounded", say("case.keep.short", n=1))
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")])
    await _the_teacher_reads_it_and_says_what_she_thought(stage)
    await _the_director_reads_no_number(stage)
    await a_second_confirms_the_closing(stage, "De blauwe plek kwam van een val.")
    await _is_silent(stage)
    await _opened_again_it_is_weighed_first(stage)


async def _the_teacher_reads_it_and_says_what_she_thought(stage: Stage) -> None:
    await press(stage, "sam", "open")

    assert reads(stage, "sam", "case.unfounded", "rsr.closed")
    await press(stage, "sam", "opinion")
    await send(stage, "sam", helped="yes", words="Fijn dat ik het mocht vertellen.")
    await leave(stage, "sam")
    expect(stage)


async def _the_director_reads_no_number(stage: Stage) -> None:
    await stage.person("bas").open_home()
    await stage.settled()
    home = stage.person("bas").home()
    assert home is not None

    assert "Te weinig tijd op school" not in "\n".join(home.shown)
    assert "Je ziet alleen aantallen." in "\n".join(home.shown)


async def _is_silent(stage: Stage) -> None:
    """A closed case asks nothing of anybody, before a holiday neither."""
    for day in (date(2026, 12, 17), date(2027, 1, 12), date(2027, 2, 18)):
        await stage.at(day, 8, 5)
        await stage.at(day, 15, 30)
    expect(stage)


async def _opened_again_it_is_weighed_first(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "reopen")
    await send(stage, "maria", reason="Nieuwe signalen.")

    assert reads(stage, "maria", "case.unfounded.before")
    assert "question" not in actions(stage, "maria")
    await leave(stage, "maria")
    expect_anything(stage)


async def test_a_child_taken_off_school_in_week_three(stage: Stage) -> None:
    """An alarm in the lesson, asked every day until it is answered, and no quick end."""
    await taken(stage, child="Robin")
    await press(stage, "maria", "following")
    await send(stage, "maria", rhythm="10", **NO_NOISE)
    await leave(stage, "maria")
    await stage.at(date(2026, 12, 8), 8, 5)
    expect(stage, sam=[reply("new")])
    await _the_teacher_tells_that_the_child_is_gone(stage)
    await _it_is_asked_the_next_day(stage)
    await _what_was_done_is_written_down(stage)
    await _the_new_school_becomes_known(stage)


async def _the_teacher_tells_that_the_child_is_gone(stage: Stage) -> None:
    """In the middle of a lesson: two people hear it at once, and neither is told what."""
    await stage.at(date(2026, 12, 8), 10)
    await press(stage, "sam", "open")
    await press(stage, "sam", "moves")
    await send(stage, "sam", sudden="yes")
    await leave(stage, "sam")
    expect(stage, maria=[urgent("now", under=True)], iris=[urgent("now")])

    await press(stage, "maria", "open")

    assert reads(stage, "maria", say("move.sudden", on=date(2026, 12, 8)))
    await press(stage, "maria", "close")
    await stage.person("maria").fill(grounds="resolved", reason="Robin is weg.")
    refused = await stage.person("maria").submit()

    assert refused.errors == {"grounds": sentence(stage, "err.move_open")}
    await leave(stage, "maria")


async def _it_is_asked_the_next_day(stage: Stage) -> None:
    await stage.at(date(2026, 12, 8), 15, 30)
    expect(stage, maria=[DIGEST], iris=[DIGEST])
    await stage.at(date(2026, 12, 9), 8, 5)
    expect(stage, maria=[DIGEST], iris=[DIGEST], amir=[DIGEST])
    await press(stage, "amir", "today")

    assert reads(stage, "amir", "duty.move")
    await leave(stage, "amir")


async def _what_was_done_is_written_down(stage: Stage) -> None:
    """Veilig Thuis knows; the parents do not, with the reason why."""
    await press(stage, "iris", "today")
    await press(stage, "iris", "open")
    await press(stage, "iris", "move")

    assert reads(stage, "iris", "move.school.none", "move.call")
    await send(
        stage,
        "iris",
        vt_told="yes",
        vt_reason="Zij zoeken de nieuwe school.",
        parents_told="no",
        parents_reason="Dat is nu niet veilig.",
    )

    assert reads(stage, "iris", "chr.move.vt.yes", "chr.move.parents.no", "Dat is nu niet veilig.")
    await leave(stage, "iris")
    expect(stage, maria=[reply("new")])
    await stage.at(date(2026, 12, 10), 8, 5)
    expect(stage)


async def _the_new_school_becomes_known(stage: Stage) -> None:
    """Now something may be passed on, and then the case can be handed over."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "menu_follow")
    await press(stage, "maria", "moves")
    await send(stage, "maria", sudden="yes", on="2026-12-08", new_school="De Verre School")
    expect(stage, iris=[urgent("now", under=True)])
    await press(stage, "maria", "move")

    assert reads(stage, "maria", "De Verre School", "move.pass_on", "move.pass_on.only")
    await send(stage, "maria", vt_told="yes", parents_told="yes", passed_on="Dat er zorg is.")
    await press(stage, "maria", "close")
    await send(stage, "maria", grounds="handed_over", reason="De nieuwe school weet het.")

    assert reads(stage, "maria", "stc.closed")
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")])


MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
WEDNESDAY, THURSDAY = date(2026, 12, 2), date(2026, 12, 3)


async def test_the_intern_begeleider_falls_ill_on_monday(stage: Stage) -> None:
    """The deputy gets what is hers; what nobody answers climbs, and danger climbs by the minute."""
    await taken(stage)
    await leave(stage, "maria")
    await stage.at(MONDAY, 8, 5)
    await switch(stage, "maria", "away")
    await raise_signal(stage, "mees")
    expect(stage, mees=[root("kept")], amir=[root("today")])
    await _what_nobody_answers_climbs(stage)
    await _danger_climbs_by_the_minute(stage)
    await _the_deputy_takes_it(stage)


async def _what_nobody_answers_climbs(stage: Stage) -> None:
    """A school day at a time: the deputy, and then those above, without a word of what it is."""
    await stage.at(TUESDAY, 8, 5)
    expect(stage, amir=[DIGEST])
    await stage.at(WEDNESDAY, 8, 5)
    expect(stage, amir=[DIGEST])
    await stage.at(THURSDAY, 8, 5)
    expect(stage, iris=[DIGEST], bas=[DIGEST])
    await press(stage, "bas", "today")

    assert reads(stage, "bas", "today.task")
    assert "open" not in actions(stage, "bas")
    await leave(stage, "bas")


async def _danger_climbs_by_the_minute(stage: Stage) -> None:
    """In the middle of a lesson: the deputy at once, and after a quarter those above too."""
    await stage.at(THURSDAY, 10)
    await raise_signal(stage, "sam", urgency="now")
    expect(stage, sam=[root("kept")], amir=[urgent("now")])
    await stage.at(THURSDAY, 10, 15)
    expect(stage, amir=[urgent("now", under=True)], iris=[urgent("now")], bas=[urgent("now")])
    await press(stage, "bas", "today")

    assert reads(stage, "bas", "today.task.now")
    await leave(stage, "bas")


async def _the_deputy_takes_it(stage: Stage) -> None:
    """Nobody is called any more; Maria is back, and after the lesson gets what is new."""
    await press(stage, "amir", "open")
    await press(stage, "amir", "take")
    await leave(stage, "amir")
    expect_anything(stage)
    await stage.at(THURSDAY, 11, 30)
    expect(stage)
    await switch(stage, "maria", "back")
    await raise_signal(stage, "mees")
    expect(stage, mees=[root("kept")])
    await stage.at(THURSDAY, 12, 5)
    expect(stage, sam=[reply("new")], maria=[root("today")])


async def test_an_intern_begeleider_who_leaves(stage: Stage) -> None:
    """Her cases are not lost: within a school day others are asked, and one takes it over."""
    await taken(stage, child="Robin")
    await press(stage, "maria", "following")
    await send(stage, "maria", rhythm="10", **NO_NOISE)
    await leave(stage, "maria")
    await stage.apply(without("maria"))
    await stage.at(date(2026, 11, 24), 15, 30)
    expect(stage, amir=[DIGEST], iris=[DIGEST])
    await stage.person("amir").open_home()
    await stage.settled()
    home = stage.person("amir").home()
    assert home is not None

    assert "zonder houder" in "\n".join(home.shown)
    await press(stage, "amir", "today")
    await press(stage, "amir", "open")

    assert reads(stage, "amir", "case.no_holder")
    await press(stage, "amir", "take")
    await leave(stage, "amir")
    expect(stage, sam=[reply("new")])
    await stage.at(date(2026, 11, 25), 8, 5)
    expect(stage)
