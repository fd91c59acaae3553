"""A story of the protocol's step 2: a sibling in a class of another school, and the walls between.

"de leerkracht van een broertje of zusje": at another school of the board her care team is asked.
"""

from pathlib import Path

from dialogs.say import say
from tests.conversations.doing import (
    actions,
    leave,
    press,
    raise_signal,
    reads,
    screen,
    send,
    sentence,
)
from tests.conversations.schools import with_a_sibling_elsewhere
from tests.conversations.seen import expect, reply, root
from tests.conversations.stage import Stage, staged
from tests.conversations.together import offered

SEEN = "Robin heeft geen jas en zegt dat thuis alles kapot is."
ASKED = "Zie je in groep 3 iets bijzonders aan Kim?"
WHY = "Zonder naam weet niemand om wie het gaat."
UNTOLD = "We spreken de ouders pas volgende week."
OWN = "Kim valt in slaap in de kring."
ANSWER = "De juf zag dat Kim vaak moe is. Wij kijken zelf ook."


async def test_a_sibling_in_a_class_of_another_school(tmp_path: Path) -> None:
    """One question goes over the wall and one answer comes back; neither school reads a case."""
    async with staged(tmp_path, with_a_sibling_elsewhere()) as stage:
        await _a_signal_here_and_one_there(stage)
        await _the_other_care_team_is_asked(stage)
        await _she_reads_a_question_and_no_more(stage)
        await _what_the_other_school_knows_stays_there(stage)
        await _the_answer_comes_back(stage)
        await _the_door_is_shut_again(stage)


async def _a_signal_here_and_one_there(stage: Stage) -> None:
    """Each goes to the care team of its own school, and to nobody else."""
    await stage.person("sam").command("/zorgsignaal")
    await stage.settled()
    await stage.person("sam").pick("school", "De Verzonnen Regenboog")
    await send(stage, "sam", text=SEEN, child="Robin")
    await leave(stage, "sam")
    expect(stage, sam=[root("kept")], maria=[root("today")])

    await raise_signal(stage, "tom", text=OWN, child="Kim")
    expect(stage, tom=[root("kept")], vera=[root("today")])


async def _the_other_care_team_is_asked(stage: Stage) -> None:
    """Teachers there are not in the list; the name goes along with a reason, and is asked after."""
    maria = stage.person("maria")
    await press(stage, "maria", "open")
    await press(stage, "maria", "take")
    expect(stage, sam=[reply("new")])

    await press(stage, "maria", "menu_consult")
    await press(stage, "maria", "consult")
    await press(stage, "maria", "consult_named")

    assert "vera" in offered(stage, "person")
    assert "tom" not in offered(stage, "person")
    assert reads(stage, "maria", "consult.elsewhere")

    await maria.fill(person="vera", asked_as="other_school", question=ASKED, child="Kim")
    await maria.fill(reason=WHY, parents_know="not_yet")
    refused = await maria.submit()

    assert refused.errors == {"because": sentence(stage, "err.parents_because")}

    await send(stage, "maria", because=UNTOLD)

    assert reads(stage, "maria", "Vera Duindoorn", ASKED)

    await leave(stage, "maria")
    expect(stage, vera=[root("new")])


async def _she_reads_a_question_and_no_more(stage: Stage) -> None:
    """Who asks, of which school, and the name; not the child here, nor why the name was needed."""
    await press(stage, "vera", "open")
    school = say("letter.school", school="De Verzonnen Regenboog")

    assert reads(stage, "vera", ASKED, "Kim", "Maria Veldmuis", school)
    assert not any(reads(stage, "vera", hidden) for hidden in ("Robin", SEEN, WHY, UNTOLD))
    assert actions(stage, "vera") == {"consult_answer", "consult_no"}

    await leave(stage, "vera")


async def _what_the_other_school_knows_stays_there(stage: Stage) -> None:
    """Vera finds Tom's signal and no other; searching either name leads over no wall."""
    assert await _found(stage, "vera", "Kim") == 1
    assert await _found(stage, "vera", "Robin") == 0
    assert await _found(stage, "maria", "Robin") == 1
    assert await _found(stage, "maria", "Kim") == 0

    expect(stage)


async def _found(stage: Stage, name: str, child: str) -> int:
    """How many cases somebody finds by the name of a child."""
    await stage.person(name).open_home()
    await stage.settled()
    await press(stage, name, "search")
    await send(stage, name, text=child)
    rows = [one for one in screen(stage, name).blocks if one["type"] == "actions"]
    await leave(stage, name)
    return len(rows)


async def _the_answer_comes_back(stage: Stage) -> None:
    """In Vera's own words; her case is not in it."""
    await press(stage, "vera", "open")
    await press(stage, "vera", "consult_answer")
    await send(stage, "vera", text=ANSWER)

    assert reads(stage, "vera", "stop.thanks")

    await leave(stage, "vera")
    expect(stage, maria=[reply("new")])

    await press(stage, "maria", "open")

    assert reads(stage, "maria", ANSWER, "Vera Duindoorn")
    assert not any(reads(stage, "maria", hidden) for hidden in (OWN, "Tom Boterbloem"))

    await leave(stage, "maria")


async def _the_door_is_shut_again(stage: Stage) -> None:
    """After the answer the envelope opens nothing any more; Vera's own case is as it was."""
    await press(stage, "vera", "open")

    assert reads(stage, "vera", "err.access")
    assert not reads(stage, "vera", ASKED)

    await leave(stage, "vera")
    expect(stage)
