"""Stories of the protocol's "Melden bij Veilig Thuis", on the real bot."""

from datetime import date

from dialogs.say import say
from tests.conversations.doing import leave, press, reads, screen, send, sentence
from tests.conversations.seen import expect, expect_anything, own
from tests.conversations.stage import Stage
from tests.conversations.together import (
    PLAN,
    answered,
    closed,
    decided,
    in_menu,
    offered,
    planned,
    reported,
    weighed,
    yara_confirms,
)

DIGEST = own("push.digest")


async def test_an_anonymous_reporter(stage: Stage) -> None:
    """Signaller and reporter stay unknown: in no copy, and never the one who tells the parents."""
    await weighed(stage, danger="yes")
    await yara_confirms(stage)
    await answered(stage, "yes", "yes")
    await decided(stage, "melding", reporter="maria", informs_parents="maria")
    await planned(stage, parents_by="sam")
    await _grounds_are_argued(stage)
    await _facts_name_nobody(stage)
    await _only_others_tell_the_parents(stage)


async def _grounds_are_argued(stage: Stage) -> None:
    """Without an argument it is refused, and so is leaving the parents to the teacher."""
    maria = stage.person("maria")
    await in_menu(stage, "anonymous")

    assert reads(stage, "maria", "anonymous.one", "anonymous.known")

    await maria.fill(unknown="both")
    empty = await maria.submit()
    await maria.fill(staff="Vader heeft de juf bedreigd.")
    refused = await maria.submit()

    assert empty.errors == {"children": sentence(stage, "err.ground")}
    assert refused.errors == {"parents_by": sentence(stage, "err.anonymous_informs")}
    assert screen(stage, "maria").value("staff") == "Vader heeft de juf bedreigd."

    await send(stage, "maria", parents_by="maria")
    expect(stage)


async def _facts_name_nobody(stage: Stage) -> None:
    await in_menu(stage, "facts")

    assert reads(stage, "maria", "facts.shielded", "anonymous.one", "Iets.", "Robin")
    assert not reads(stage, "maria", "Sam Zonnebloem")
    assert not reads(stage, "maria", "Yara Ooievaar")

    await press(stage, "maria", "open")


async def _only_others_tell_the_parents(stage: Stage) -> None:
    """The reminder goes to Maria; Sam and Yara are not even in the list."""
    await leave(stage, "maria")
    await stage.at(date(2026, 11, 25), 8, 5)
    expect(stage, maria=[DIGEST])
    await press(stage, "maria", "today")

    assert reads(stage, "maria", "duty.melding") or reads(stage, "maria", "duty.tell_parents")

    await press(stage, "maria", "open")
    await in_menu(stage, "parents_told")

    assert "maria" in offered(stage, "by")
    assert not {"sam", "yara"} & set(offered(stage, "by"))

    await send(stage, "maria", by="maria", reaction="Moeder huilde.")
    await reported(stage)

    assert reads(stage, "maria", "Moeder huilde.", "Mevrouw Es")
    assert not reads(stage, "maria", "melding.owed")


async def test_no_cooperation_of_parents(stage: Stage) -> None:
    """No approach is possible with them, so it is reported; and word of it is asked for."""
    await weighed(stage)
    await answered(stage, "yes", "no", "yes", "no")
    await press(stage, "maria", "decision")

    assert offered(stage, "decision") == ["melding", "both"]
    assert reads(stage, "maria", "dec.no_cooperation")

    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await decided(stage, "melding", reporter="maria", not_informing="Vader werd boos.")
    await _a_plan_says_who_and_why(stage)
    await reported(stage)
    await leave(stage, "maria")
    await _word_is_asked_for(stage)


async def _a_plan_says_who_and_why(stage: Stage) -> None:
    """Without who, or without why the parents hear it only afterwards, it is refused."""
    maria = stage.person("maria")
    await in_menu(stage, "melding")

    assert reads(stage, "maria", "melding.norm", "gap.head", "gap.plan", "gap.note")

    await maria.fill({name: PLAN[name] for name in ("trust", "child", "parents_by")})
    await maria.fill(parents="informed")
    nobody = await maria.submit()
    await maria.fill(reporter="maria")
    silent = await maria.submit()

    assert nobody.errors == {"reporter": sentence(stage, "err.who_reports")}
    assert silent.errors == {"parents_reason": sentence(stage, "err.why_parents")}
    assert screen(stage, "maria").value("trust") == PLAN["trust"]

    await send(stage, "maria", parents_reason="Vader werd boos en liep weg.")


async def _word_is_asked_for(stage: Stage) -> None:
    """Told on a Tuesday, word should come the next Tuesday; Maria calls, and hears more later."""
    for day in (25, 26, 27, 30):
        await stage.at(date(2026, 11, day), 8, 5)
    expect_anything(stage)
    await stage.at(date(2026, 12, 1), 8, 5)
    expect(stage, maria=[DIGEST])
    await press(stage, "maria", "today")

    assert reads(stage, "maria", "duty.feedback")

    await press(stage, "maria", "open")
    await in_menu(stage, "chase")
    spoken = say("chase.say", school="De Verzonnen Regenboog", on="2026-11-24")

    assert reads(stage, "maria", "chase.call", spoken, "Mevrouw Es", "VT-77")

    await send(stage, "maria", text="Ze bellen ons.", next_by="2026-12-03")
    await in_menu(stage, "feedback")
    await send(stage, "maria", text="Er is nu een gezinsvoogd.")
    await closed(stage)
