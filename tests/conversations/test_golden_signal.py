"""Stories of the protocol's first step on the real bot: danger in class, a child that tells."""

from dialogs.say import say
from tests.conversations.doing import COMMAND, leave, press, reads, screen, send, sentence, tell
from tests.conversations.seen import expect, expect_anything, reply, root, urgent
from tests.conversations.stage import Stage
from tests.conversations.together import PLAN, answered, decided, in_menu, offered, reported

SEEN = "Er staat een man in de gang die dreigt Robin mee te nemen."
TOLD = "'Papa slaat me met zijn riem', zei Robin."
TWO = ("maria:intern_begeleider", "yara:oka")


async def test_acute_danger_in_class(stage: Stage) -> None:
    """The phone first, then those who can help at once, and nobody waits for a meeting."""
    await _the_phone_comes_first(stage)
    await _two_hear_it_during_the_lesson(stage)
    await _veilig_thuis_before_the_parents(stage)
    await _it_is_weighed_today(stage, danger="yes")
    await _the_teacher_reads_that_it_is_decided(stage)


async def _the_phone_comes_first(stage: Stage) -> None:
    """112 and Veilig Thuis on top, what was typed stays, and sending remains possible."""
    sam = stage.person("sam")
    await stage.at(stage.clock().date(), 10)
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=SEEN, child="Robin")
    await sam.pick("urgency", "now")
    await stage.settled()

    assert screen(stage, "sam").title == sentence(stage, "sig.now.title")
    assert reads(stage, "sam", "sig.now.head", "sig.now.body", "sig.now.advice")
    expect(stage)

    await press(stage, "sam", "called")
    await send(stage, "sam")


async def _two_hear_it_during_the_lesson(stage: Stage) -> None:
    """The IB'er and who stands in for her, at ten in the morning; the teacher has a place back."""
    expect(stage, sam=[root("kept")], maria=[urgent("now")], amir=[urgent("now")])

    await press(stage, "sam", "told")

    assert reads(stage, "sam", "ok.in_person.yes")

    await leave(stage, "sam")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", SEEN, "case.urgency.now", "home.danger", "case.in_person.yes")

    await press(stage, "maria", "take")
    expect_anything(stage)


async def _veilig_thuis_before_the_parents(stage: Stage) -> None:
    """Nothing urges to talk with the parents; advice is asked first, and then followed."""
    assert reads(stage, "maria", "talk.wait")

    await press(stage, "maria", "advice")
    await send(stage, "maria", adviser="Mevrouw Es", advice="Houd Robin op school. Wij komen.")

    assert reads(stage, "maria", "talk.wait.advised", "Houd Robin op school. Wij komen.")


async def _it_is_weighed_today(stage: Stage, danger: str) -> None:
    """By two people in two roles, without a meeting; unsafe leaves a melding only."""
    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", *TWO)
    await send(stage, "maria", danger=danger, hinders="yes", risks="Ontvoering.", reason="Gezien.")
    await answered(stage, "yes", "yes")
    await press(stage, "maria", "decision")

    assert set(offered(stage, "decision")) == {"melding", "both"}

    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await decided(stage, "melding", reporter="yara", informs_parents="maria")
    await in_menu(stage, "melding")
    await send(stage, "maria", **PLAN)
    await reported(stage)
    await leave(stage, "maria")
    expect_anything(stage)


async def _the_teacher_reads_that_it_is_decided(stage: Stage) -> None:
    """She knows that it is seen to, and keeps seeing the child."""
    await press(stage, "sam", "open")

    assert reads(stage, "sam", "rsr.decided", SEEN)
    assert not reads(stage, "sam", "Ontvoering.")


async def test_disclosure_by_a_child_of_twelve(stage: Stage) -> None:
    """The child's own words are kept as such; parents wait, and the child has a say."""
    await _the_child_told_it(stage)
    await _it_is_marked_as_told_by_the_child(stage)
    await _the_teacher_waits_too(stage)
    await _advice_and_a_talk_with_the_child(stage)
    await _the_child_is_heard_about_the_melding(stage)


async def _the_child_told_it(stage: Stage) -> None:
    """First a feeling, the next day the child's own words, with the day on which it said them."""
    await tell(stage, text="Robin is stil sinds de vakantie.", child="Robin", parents="not_yet")
    await press(stage, "sam", "open")
    await press(stage, "sam", "add")

    assert reads(stage, "sam", "add.small", "add.child")

    await stage.person("sam").fill(text=TOLD, on="2026-12-31")
    await stage.person("sam").pick("origin", "child")
    refused = await stage.person("sam").submit()

    assert refused.errors == {"on": sentence(stage, "err.future")}

    await send(stage, "sam", on="2026-11-23")

    assert reads(stage, "sam", TOLD, "chr.origin.child", say("chr.happened", on="2026-11-23"))
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")


async def _it_is_marked_as_told_by_the_child(stage: Stage) -> None:
    """What happened first stands first, though it was written down later."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "take")
    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "timeline")
    shown = screen(stage, "maria").shown

    assert shown.index(TOLD) < shown.index("Robin is stil sinds de vakantie.")

    await press(stage, "maria", "open")
    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "nature")
    await stage.person("maria").pick("forms", "physical")
    await send(stage, "maria", disclosure="yes")

    assert reads(stage, "maria", "talk.wait", sentence(stage, "brake.disclosure"))
    expect_anything(stage)
    await leave(stage, "maria")


async def _the_teacher_waits_too(stage: Stage) -> None:
    """She reads not to talk with the parents yet, and not why."""
    await press(stage, "sam", "open")

    assert reads(stage, "sam", "talk.wait.raiser")
    assert not reads(stage, "sam", sentence(stage, "brake.disclosure"))

    await leave(stage, "sam")


async def _advice_and_a_talk_with_the_child(stage: Stage) -> None:
    """Veilig Thuis first; then the child is spoken with, in its own words."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "advice")
    await send(stage, "maria", adviser="Meneer Vos", advice="Praat eerst met Robin alleen.")

    assert reads(stage, "maria", "talk.wait.advised")

    await press(stage, "maria", "talk")
    await send(stage, "maria", with_whom="child", report="'Ik wil dat het stopt.'")

    assert reads(stage, "maria", "'Ik wil dat het stopt.'")

    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", *TWO)
    await send(stage, "maria", danger="doubt", hinders="yes", risks="Weer.", reason="Verteld.")
    await answered(stage, "yes", "doubt")
    await decided(stage, "melding", reporter="yara", not_informing="Dat is nu niet veilig.")


async def _the_child_is_heard_about_the_melding(stage: Stage) -> None:
    """At twelve it is discussed with the child; leaving that out needs a reason."""
    maria = stage.person("maria")
    await in_menu(stage, "melding")
    plan = {**PLAN, "parents": "not", "parents_reason": "Robin moet eerst veilig zijn."}
    del plan["parents_by"]
    await maria.fill({**plan, "child": "not"})
    refused = await maria.submit()

    assert refused.errors == {"child_reason": sentence(stage, "err.why_child")}

    await send(stage, "maria", child="discussed")
    await reported(stage)

    assert reads(stage, "maria", "Mevrouw Es")

    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "timeline")

    assert reads(stage, "maria", TOLD, "chr.origin.child", say("timeline.day", on="2026-11-23"))
