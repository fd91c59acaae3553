"""The story goes on: weighing anew, help, and a melding with somebody who stays anonymous."""

from tests.conversations.doing import actions, leave, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply
from tests.conversations.stage import Stage


async def it_is_weighed_anew(stage: Stage) -> None:
    """Before any answer was given: with a day and a reason, by two people."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "weighing")

    assert screen(stage, "maria").callback_id == "weighing_again"

    await stage.person("maria").pick("present", "maria:intern_begeleider", "yara:oka")
    fields = {"danger": "no", "hinders": "yes", "risks": Mark.RISKS, "reason": Mark.WEIGHING}
    await send(stage, "maria", again=Mark.WEIGHED_AGAIN, **fields)

    assert reads(stage, "maria", Mark.WEIGHED_AGAIN)
    await leave(stage, "maria")
    expect(stage)


async def who_was_there_confirms_it(stage: Stage) -> None:
    """Yara reads on Home what Maria wrote, and nobody is called for a signature."""
    await stage.person("yara").open_home()
    await stage.settled()
    await press(stage, "yara", "open")

    assert reads(stage, "yara", Mark.RISKS, Mark.WEIGHING, Mark.WEIGHED_AGAIN)
    assert actions(stage, "yara") - {"hide"} == {"countersign"}

    await press(stage, "yara", "countersign")
    await leave(stage, "yara")
    expect(stage)


async def help_is_arranged_and_works(stage: Stage) -> None:
    """The teacher hears of the advice for her, and reads nothing of the help."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "menu_help")
    await press(stage, "maria", "helping")
    await send(
        stage,
        "maria",
        by="other",
        what=Mark.HELP,
        until="2027-01-20",
        goals=Mark.GOALS,
        manager_other=Mark.MANAGER,
        advice=Mark.HELP_ADVICE,
    )
    expect(stage, sam=[reply("new")])
    await press(stage, "sam", "open")

    assert reads(stage, "sam", Mark.HELP_ADVICE)
    assert not reads(stage, "sam", Mark.HELP)

    await leave(stage, "sam")
    await press(stage, "maria", "menu_help")
    await press(stage, "maria", "help_check")
    await send(stage, "maria", effect="yes", text=Mark.EFFECT)

    assert reads(stage, "maria", Mark.EFFECT, Mark.GOALS, Mark.MANAGER)
    expect(stage)


async def a_melding_is_prepared(stage: Stage) -> None:
    """By somebody outside the app, and the one who told it first stays anonymous."""
    await press(stage, "maria", "menu_help")
    await press(stage, "maria", "melding")
    await send(
        stage,
        "maria",
        reporter_other=Mark.REPORTER,
        trust=Mark.TRUST,
        parents="informed",
        parents_by="maria",
        parents_reason=Mark.PARENTS_REASON,
        child="not",
        child_reason=Mark.CHILD_REASON,
    )
    await press(stage, "maria", "menu_help")
    await press(stage, "maria", "anonymous")
    grounds = {"children": Mark.GROUND_CHILDREN, "staff": Mark.GROUND_STAFF}
    await send(stage, "maria", unknown="both", trust=Mark.GROUND_TRUST, **grounds)

    assert reads(stage, "maria", Mark.TRUST, *grounds.values())
    expect(stage)


async def its_facts_name_nobody(stage: Stage) -> None:
    """Neither the teacher nor the reporter, also where the texts name them."""
    await press(stage, "maria", "menu_help")
    await press(stage, "maria", "facts")

    assert reads(stage, "maria", Mark.NAME, "facts.shielded")
    assert not reads(stage, "maria", "Sam Zonnebloem")
    assert not reads(stage, "maria", Mark.REPORTER)

    await press(stage, "maria", "open")


async def it_is_reported(stage: Stage) -> None:
    for action, fields in (
        ("parents_told", {"by": "maria", "reaction": Mark.REACTION}),
        ("reported", {"contact": Mark.CONTACT, "reference": Mark.REFERENCE}),
        ("vt_agreement", {"what": Mark.STILL_DONE, "owner": "maria", "due": "2026-12-04"}),
        ("chase", {"text": Mark.CHASED, "next_by": "2026-12-10"}),
        ("feedback", {"text": Mark.FEEDBACK}),
        ("known", {"reason": Mark.KNOWN}),
    ):
        await press(stage, "maria", "menu_help")
        await press(stage, "maria", action)
        await send(stage, "maria", **fields)

        assert reads(stage, "maria", *(one for one in fields.values() if isinstance(one, Mark)))
    await _keep_the_first(stage)
    expect(stage)
    await leave(stage, "maria")


async def _keep_the_first(stage: Stage) -> None:
    """Of several agreements the one that falls due first stands on top."""
    rows = (one["elements"] for one in screen(stage, "maria").blocks if one["type"] == "actions")
    keeps = [one["value"] for row in rows for one in row if one["action_id"] == "keep"]

    assert len(keeps) == 2

    await stage.person("maria").click("keep", value=keeps[0])
    await stage.settled()
