"""Stories of help beside a melding, and of help that fails in step 6, on the real bot."""

from datetime import date

from tests.conversations.doing import leave, press, reads, screen, send, sentence
from tests.conversations.seen import expect, own, reply
from tests.conversations.stage import Stage
from tests.conversations.together import (
    actions,
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


async def test_help_accepted_but_signals_serious(stage: Stage) -> None:
    """The parents take the help, and still it is reported; the help comes beside it."""
    await weighed(stage, danger="doubt")
    await answered(stage, "yes", "doubt")
    await _help_does_not_come_first(stage)
    await answered(stage, "yes", "yes")
    await press(stage, "maria", "decision")

    assert offered(stage, "decision") == ["melding", "both"]
    assert reads(stage, "maria", "dec.unsafe", "dec.serious", "dec.norm")

    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await decided(stage, "both", reporter="yara", informs_parents="maria")
    await _help_is_arranged(stage)
    await planned(stage)
    await _told_reported_and_agreed(stage)
    await _nothing_is_let_go_too_early(stage)


async def _help_does_not_come_first(stage: Stage) -> None:
    maria = stage.person("maria")
    await in_menu(stage, "helping")

    assert reads(stage, "maria", "melding.owed", "helping.note")

    await maria.fill(by="okt", what="Hulp.", until="2026-12-08", goals="Rust.", manager="yara")
    refused = await maria.submit()

    assert refused.errors == {"by": sentence(stage, "err.melding_first")}
    assert screen(stage, "maria").value("what") == "Hulp."

    await leave(stage, "maria")
    await press(stage, "maria", "open")


async def _help_is_arranged(stage: Stage) -> None:
    """The teacher hears of it, and reads the advice for her and nothing of the help."""
    await in_menu(stage, "helping")
    fields = {"by": "okt", "until": "2026-12-08", "goals": "Elke dag ontbijt.", "manager": "yara"}
    await send(stage, "maria", what="Hulp thuis.", advice="Laat Robin vertellen.", **fields)
    expect(stage, sam=[reply("new")])
    await press(stage, "sam", "open")

    assert reads(stage, "sam", "rsr.advice", "Laat Robin vertellen.")
    assert not reads(stage, "sam", "Hulp thuis.")

    await leave(stage, "sam")


async def _told_reported_and_agreed(stage: Stage) -> None:
    await in_menu(stage, "parents_told")
    await send(stage, "maria", by="maria", reaction="Ze begrijpen het.")
    await reported(stage)
    await in_menu(stage, "vt_agreement")
    await send(stage, "maria", what="Robin eet op school.", owner="maria", due="2026-12-01")

    assert reads(stage, "maria", "Robin eet op school.", "VT-77")


async def _nothing_is_let_go_too_early(stage: Stage) -> None:
    """An agreement, running help and an unanswered clock each keep the case open, in turn."""
    for key in ("err.agreements_open", "err.help_open", "err.feedback_open"):
        await press(stage, "maria", "close")

        assert screen(stage, "maria").callback_id == "not_yet"
        assert reads(stage, "maria", key)

        await leave(stage, "maria")
        await press(stage, "maria", "open")
        await NEXT[key](stage)
    await closed(stage)


async def _keep(stage: Stage) -> None:
    await press(stage, "maria", "keep")


async def _judge(stage: Stage) -> None:
    await in_menu(stage, "help_check")
    await send(stage, "maria", effect="yes", text="Robin eet en lacht.")


async def _hear(stage: Stage) -> None:
    await in_menu(stage, "feedback")
    await send(stage, "maria", text="Ze komen elke week thuis.")


NEXT = {
    "err.agreements_open": _keep,
    "err.help_open": _judge,
    "err.feedback_open": _hear,
}
"""What keeps a case open -> what people do about it."""


async def test_help_fails_in_step_6(stage: Stage) -> None:
    """At the end of its term the help has not worked: question 5 is no, and it is reported."""
    await weighed(stage)
    await yara_confirms(stage)
    await answered(stage, "yes", "no", "yes", "yes", "yes")
    await decided(stage, "help", informs_parents="maria")
    await _help_is_arranged(stage)
    await leave(stage, "maria")
    await stage.at(date(2026, 12, 8), 8, 5)
    expect(stage, sam=[reply("new")], maria=[DIGEST])
    await press(stage, "maria", "today")

    assert reads(stage, "maria", "duty.help_term")

    await press(stage, "maria", "open")
    await _half_an_effect_needs_a_new_term(stage)
    await send(stage, "maria", effect="no", text="Robin heeft weer honger.")
    await _only_a_melding_is_left(stage)


async def _half_an_effect_needs_a_new_term(stage: Stage) -> None:
    maria = stage.person("maria")
    await in_menu(stage, "help_check")
    await maria.fill(effect="partly", text="Robin heeft weer honger.")
    refused = await maria.submit()

    assert refused.errors == {"until": sentence(stage, "err.new_term")}


async def _only_a_melding_is_left(stage: Stage) -> None:
    """The decision on help has fallen; closing waits for a melding, and for word of it."""
    assert reads(stage, "maria", "melding.owed", "Robin heeft weer honger.")
    assert "decision" in actions(stage)

    await press(stage, "maria", "close")

    assert reads(stage, "maria", "err.must_report")

    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await press(stage, "maria", "decision")

    assert offered(stage, "decision") == ["melding", "both"]
    assert reads(stage, "maria", "dec.fails")

    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await decided(stage, "melding", reporter="yara", informs_parents="maria")
    await planned(stage)
    await reported(stage)
    await _hear(stage)
    await closed(stage)


async def test_weighed_again_after_unsafe(stage: Stage) -> None:
    """The lock opens only by a new weighing: on a day, with a reason, by two people."""
    maria = stage.person("maria")
    await weighed(stage, danger="yes")
    await answered(stage, "yes", "yes")
    await press(stage, "maria", "weighing")

    assert screen(stage, "maria").callback_id == "weighing_again"
    assert reads(stage, "maria", "weighing.anew")

    await maria.fill(danger="no", hinders="no", risks="Geen.", reason="Een andere oorzaak.")
    await maria.fill(again=" ")
    await maria.pick("present", "maria:intern_begeleider")
    unexplained = await maria.submit()
    await maria.fill(again="De huisarts legde de blauwe plek uit.")
    alone = await maria.submit()

    assert unexplained.errors == {"again": sentence(stage, "err.why_again")}
    assert alone.errors == {"present": sentence(stage, "err.together")}

    await maria.pick("present", "maria:intern_begeleider", "yara:oka")
    await send(stage, "maria")

    assert reads(stage, "maria", "De huisarts legde de blauwe plek uit.")
    assert "decision" not in actions(stage)

    await press(stage, "maria", "close")

    assert reads(stage, "maria", "err.decide_again")
