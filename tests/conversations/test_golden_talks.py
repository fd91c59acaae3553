"""A story of the protocol's "Communiceren met ouders": the parents aggressive, a teacher protected.

After each thing that happens it is said what everybody in the school gets in chat.
"""

from datetime import date

from dialogs.say import say
from tests.conversations.doing import leave, press, press_first, reads, send, sentence, tell
from tests.conversations.seen import expect, reply, root, urgent
from tests.conversations.stage import Stage
from tests.conversations.together import (
    TWO,
    answered,
    in_menu,
    offered,
    planned,
    reported,
)

FELT = "Robin schrikt als vader het plein op komt."
SHOUTED = "Vader schreeuwde en sloeg op tafel. Moeder zei niets."
THREAT = "Vader wacht de juf op bij haar fiets."
ON = "2026-11-24"


async def test_parents_aggressive_and_the_teacher_protected(stage: Stage) -> None:
    """Somebody is near and goes to look; another reports, and the teacher stays unknown."""
    await tell(stage, text=FELT, child="Robin", parents="not_yet")
    await _a_talk_is_planned_with_somebody_near(stage)
    await _nobody_says_that_it_is_over(stage)
    await _who_is_near_goes_to_look(stage)
    await _how_the_parents_were_is_a_fact(stage)
    await _it_is_weighed_and_decided(stage)
    await _the_teacher_stays_unknown(stage)
    await _another_reports_and_tells_the_parents(stage)
    await _the_teacher_reads_what_she_needs(stage)


async def _a_talk_is_planned_with_somebody_near(stage: Stage) -> None:
    """Who takes part cannot stay near; both hear of it, and who is near reads nothing of why."""
    maria = stage.person("maria")
    await press(stage, "maria", "open")
    await press(stage, "maria", "take")
    expect(stage, sam=[reply("new")])

    await press(stage, "maria", "menu_talks")
    await press(stage, "maria", "plan_talk")
    await maria.fill(with_whom="parents", on=ON, at="15:30", leads="sam", near="sam")
    refused = await maria.submit()

    assert refused.errors == {"near": sentence(stage, "err.near")}

    await send(stage, "maria", near="mees")
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")], mees=[root("new")])

    await press(stage, "mees", "open")

    assert reads(stage, "mees", say("aside.near.at", who="Sam Zonnebloem", on=ON, at="15:30"))
    assert not any(reads(stage, "mees", hidden) for hidden in (FELT, "Robin", "ouders"))

    await leave(stage, "mees")
    await press(stage, "sam", "open")

    assert reads(stage, "sam", say("aside.near.is", who="Mees Dotterbloem"), "aside.safe")

    await leave(stage, "sam")
    expect(stage)


async def _nobody_says_that_it_is_over(stage: Stage) -> None:
    """After the board's ninety minutes, not before, who is near hears it, and the holder."""
    day = stage.clock().date()
    await stage.at(day, 16, 59)
    expect(stage)
    await stage.at(day, 17)
    expect(stage, mees=[urgent("now", under=True)], maria=[urgent("now", under=True)])


async def _who_is_near_goes_to_look(stage: Stage) -> None:
    """What to do stands on top; that all is well is told once, and then nobody calls any more."""
    await press(stage, "mees", "open")

    assert reads(stage, "mees", say("aside.late", who="Sam Zonnebloem"))

    await press(stage, "mees", "came_out")
    await leave(stage, "mees")
    expect(stage, maria=[reply("new")])

    await stage.at(stage.clock().date(), 18)
    expect(stage)


async def _how_the_parents_were_is_a_fact(stage: Stage) -> None:
    """It stands in the record as what was seen, and the teacher is asked nothing more."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "menu_talks")
    await press_first(stage, "maria", "talk")

    assert reads(stage, "maria", "talk.manner.hint")

    await send(stage, "maria", report=SHOUTED, manner="aggressive", recognised="no")

    assert reads(stage, "maria", SHOUTED, say("chr.talk.manner", answer="aggressive"))
    expect(stage)


async def _it_is_weighed_and_decided(stage: Stage) -> None:
    """The next afternoon; the reporter is Yara, who sits at the table and needs no envelope."""
    await stage.at(date(2026, 11, 25), 15, 20)
    expect(stage)
    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", *TWO)
    await send(stage, "maria", danger="doubt", hinders="yes", risks="Geweld.", reason="Gezien.")
    await answered(stage, "yes", "doubt")
    expect(stage)
    await press(stage, "maria", "decision")
    await stage.person("maria").pick("present", *TWO)
    told = {"reporter": "yara", "informs_parents": "maria"}
    await send(stage, "maria", decision="melding", reason="Niet veilig.", **told)
    expect(stage, sam=[reply("new")])


async def _the_teacher_stays_unknown(stage: Stage) -> None:
    """On the ground of a threat, argued; then no list offers her for what the parents see."""
    await planned(stage, parents_by="maria")
    await in_menu(stage, "anonymous")
    await send(stage, "maria", unknown="signaller", staff=THREAT)
    await in_menu(stage, "facts")

    assert reads(stage, "maria", "facts.shielded", FELT, SHOUTED)
    assert not reads(stage, "maria", "Sam Zonnebloem")

    await press(stage, "maria", "open")
    await in_menu(stage, "parents_told")

    assert "sam" not in offered(stage, "by")
    assert {"maria", "amir"} <= set(offered(stage, "by"))
    expect(stage)


async def _another_reports_and_tells_the_parents(stage: Stage) -> None:
    """Maria told them; what they said is kept, and the report is Yara's."""
    await send(stage, "maria", by="maria", reaction="Vader hing op.")
    await reported(stage)

    assert reads(stage, "maria", "Vader hing op.", "Mevrouw Es", "Yara Ooievaar")

    await leave(stage, "maria")
    expect(stage)


async def _the_teacher_reads_what_she_needs(stage: Stage) -> None:
    """That it is seen to, and her own words; not what was weighed, nor why she stays unknown."""
    await press(stage, "sam", "open")

    assert reads(stage, "sam", "rsr.decided", FELT)
    assert not any(reads(stage, "sam", hidden) for hidden in (SHOUTED, THREAT, "Vader hing op."))
