"""The story goes on: agenda, meeting, weighing, questions and decision."""

from datetime import date

from dialogs.code import shown
from dialogs.say import Say, say
from tests.conversations.doing import actions, by_menu, leave, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, own, reply
from tests.conversations.stage import Stage

MEETING_ON = date(2026, 12, 2)
MEETING = f"zbo-{MEETING_ON}"
LATER = "zbo-2026-12-16"
HIDDEN = (Mark.MOVED, Mark.SIGNAL, Mark.CHILD, Mark.ANSWER, Mark.TALK, "Zonnebloem", "Veldmuis")
"""What the chair may not read on the agenda."""


async def it_comes_on_the_agenda(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "agreement")
    await send(stage, "maria", what=Mark.FIRST_AGREEMENT, owner="sam", due="2026-12-15")
    await press(stage, "maria", "schedule")
    await send(
        stage,
        "maria",
        meeting=LATER,
        question=Mark.QUESTION,
        parents_invited="no",
        parents_reason=Mark.NOT_INVITED,
        parents_informed="no",
        not_informed=Mark.NOT_INFORMED,
        minutes="15",
    )

    assert reads(stage, "maria", "stc.zbo", Mark.QUESTION, Mark.NOT_INVITED)
    expect(stage, sam=[reply("new")])
    await _it_can_come_sooner(stage)
    await leave(stage, "maria")


async def _it_can_come_sooner(stage: Stage) -> None:
    """The chair hears of the meeting that it is on now, and of no other."""
    await by_menu(stage, "menu_zbo", "move_item")
    await send(stage, "maria", meeting=MEETING, reason=Mark.MOVED)

    assert reads(stage, "maria", Mark.MOVED)
    assert not reads(stage, "maria", "Al 1 keer")
    expect(stage)


async def the_chair_gets_the_agenda(stage: Stage) -> None:
    """Three school days before and one before; the OKA, a member, reads it the first time."""
    await stage.at(date(2026, 11, 26), 16)
    expect(stage)

    told = [own("push.agenda", on=MEETING_ON)]
    for day, member in ((date(2026, 11, 27), told), (date(2026, 12, 1), [])):
        await stage.at(day, 8, 5)
        expect(stage, noor=told, yara=member)
        await _reads_the_agenda(stage)
    await _a_member_looks(stage)


async def _a_member_looks(stage: Stage) -> None:
    await press(stage, "yara", "agenda")

    assert reads(stage, "yara", Mark.QUESTION, "zbo.note")
    unseen = (*HIDDEN, Mark.FIRST_AGREEMENT, Mark.NOT_INFORMED)
    assert not any(reads(stage, "yara", hidden) for hidden in unseen)
    await leave(stage, "yara")


async def _reads_the_agenda(stage: Stage) -> None:
    await press(stage, "noor", "agenda")

    assert reads(stage, "noor", Mark.QUESTION, Mark.NOT_INVITED, Mark.FIRST_AGREEMENT)
    assert reads(stage, "noor", Mark.NOT_INFORMED)
    assert reads(stage, "noor", *await _facts(stage))
    assert not any(reads(stage, "noor", hidden) for hidden in HIDDEN)
    await leave(stage, "noor")


async def _facts(stage: Stage) -> tuple[str | Say, ...]:
    """Code, who brings it in (a role), parents, minutes, and its age in school days."""
    (case,) = await stage.told_by("sam")
    age = {date(2026, 11, 27): 3, date(2026, 12, 1): 5}[stage.clock().date()]
    bringer = say("zbo.bringer", role="intern_begeleider", n=age)
    total = say("zbo.total", n=1, minutes=15)
    return shown(case.code), bringer, "zbo.parents.no", total, "zbo.note"


OUTCOME = {
    "outcome": Mark.OUTCOME,
    "partners": Mark.AT_ZBO,
    "partner_roles": "veilig_thuis",
    "child": Mark.FOR_CHILD,
    "parents": Mark.FOR_PARENTS,
    "teacher": Mark.FOR_TEACHER,
    "parents_present": "no",
    "parents_absent": Mark.ABSENT,
    "not_informing": Mark.NOT_TOLD,
}


async def the_meeting_is_written_down(stage: Stage) -> None:
    """The day after, the chair is reminded once, and writes down outcome and weighing."""
    await stage.at(date(2026, 12, 3), 8, 5)
    expect(stage, noor=[own("push.digest")])

    await press(stage, "noor", "today")

    assert reads(stage, "noor", "duty.outcome")

    await press(stage, "noor", "open")
    await press(stage, "noor", "outcome")
    await send(stage, "noor", **OUTCOME)

    assert reads(stage, "noor", Mark.AT_ZBO)

    expect(stage, maria=[reply("new")])
    await _weighing_needs_two_roles(stage)
    await leave(stage, "noor")


async def _weighing_needs_two_roles(stage: Stage) -> None:
    noor = stage.person("noor")
    await press(stage, "noor", "weighing")
    await noor.fill(danger="doubt", hinders="yes", risks=Mark.RISKS, reason=Mark.WEIGHING)
    await noor.fill(risks_long=Mark.RISKS_LONG, partners=Mark.AT_WEIGHING, partner_roles="jgz")
    await noor.pick("present", "maria:intern_begeleider")
    refused = await noor.submit()

    assert refused.errors == {"present": stage.texts.entries["err.together"]}
    assert screen(stage, "noor").value("risks") == Mark.RISKS
    expect(stage)

    await noor.pick("present", "maria:intern_begeleider", "yara:oka")
    assert (await noor.submit()).ok
    await stage.settled()
    expect(stage, maria=[reply("new")])


ANSWERS = ("yes", "no", "yes", "yes", "yes")
REASONS = (Mark.REASON_1, Mark.REASON_2, Mark.REASON_3, Mark.REASON_4, Mark.REASON_5)


async def the_five_questions_are_answered(stage: Stage) -> None:
    """One at a time, in the order of the afwegingskader; only then can be decided."""
    await press(stage, "maria", "open")
    for number, (given, reason) in enumerate(zip(ANSWERS, REASONS, strict=True), start=1):
        assert "decision" not in actions(stage, "maria")

        await press(stage, "maria", "question")

        assert screen(stage, "maria").callback_id == f"question{number}"
        await send(stage, "maria", answer=given, reason=reason)

    assert "question" not in actions(stage, "maria")
    assert reads(stage, "maria", *REASONS)
    expect(stage)


async def help_is_decided(stage: Stage) -> None:
    """Without doubt about safety help may be enough; with it, see test_forged.py."""
    await press(stage, "maria", "decision")
    await stage.person("maria").pick("present", "maria:intern_begeleider", "noor:zbo_chair")
    await send(
        stage,
        "maria",
        partners=Mark.AT_DECISION,
        partner_roles="smw",
        decision="help",
        reason=Mark.DECISION,
        not_informing=Mark.NOT_INFORMING,
    )

    assert reads(stage, "maria", Mark.DECISION, Mark.NOT_INFORMING, "stc.follow")
    assert reads(stage, "maria", Mark.AT_DECISION)
    expect(stage, sam=[reply("new")])


async def agreements_are_made_and_kept(stage: Stage) -> None:
    await press(stage, "maria", "agreement")
    await send(stage, "maria", what=Mark.AGREEMENT, owner="maria", due="2027-03-15")
    await leave(stage, "maria")
    await press(stage, "sam", "open")
    await press(stage, "sam", "keep")
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")
