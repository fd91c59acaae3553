"""What a care team does together from the weighing on, up to a melding; in front is the case."""

from tests.conversations.doing import leave, press, reads, screen, send, tell
from tests.conversations.seen import expect, expect_anything, own
from tests.conversations.stage import Stage

TWO = ("maria:intern_begeleider", "yara:oka")


async def weighed(stage: Stage, danger: str = "no") -> None:
    """A signal of Sam that Maria and Yara have weighed."""
    await tell(stage, child="Robin")
    await press(stage, "maria", "open")
    await press(stage, "maria", "take")
    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", *TWO)
    await send(stage, "maria", danger=danger, hinders="yes", risks="Er is honger.", reason="Zo.")
    expect_anything(stage)


async def weighed_anew(stage: Stage) -> None:
    """The same two once more, with a day and a reason."""
    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", *TWO)
    fields = {"danger": "no", "hinders": "no", "risks": "Er is eten.", "reason": "Zo is het nu."}
    await send(stage, "maria", again="De juf weet meer.", **fields)
    expect_anything(stage)


async def yara_confirms(stage: Stage) -> None:
    """From Home, on the day itself: nobody is reminded later."""
    await stage.person("yara").open_home()
    await stage.settled()
    await press(stage, "yara", "open")
    await press(stage, "yara", "countersign")
    await leave(stage, "yara")


async def a_second_confirms_the_closing(stage: Stage, reason: str) -> None:
    """The rest of the care team is asked once, the next school day; the deputy reads why."""
    await stage.on_school_day(1)
    expect(stage, amir=[own("push.digest")], iris=[own("push.digest")])
    await press(stage, "amir", "today")
    await press(stage, "amir", "open")

    assert reads(stage, "amir", reason)

    await press(stage, "amir", "countersign")
    await leave(stage, "amir")
    expect(stage)


async def answered(stage: Stage, *given: str) -> None:
    for answer in given:
        await press(stage, "maria", "question")
        await send(stage, "maria", answer=answer, reason="Dat vinden we samen.")


async def decided(stage: Stage, decision: str, **fields: str) -> None:
    await press(stage, "maria", "decision")
    await stage.person("maria").pick("present", *TWO)
    await send(stage, "maria", decision=decision, reason="Samen besloten.", **fields)
    expect_anything(stage)


PLAN = {
    "reporter": "yara",
    "trust": "De OKA kent het gezin niet. De school moet in gesprek blijven.",
    "parents": "beforehand",
    "parents_by": "maria",
    "child": "under_12",
}


async def in_menu(stage: Stage, action: str) -> None:
    """Open a form by way of the menu of help and Veilig Thuis."""
    if "menu_help" in actions(stage):
        await press(stage, "maria", "menu_help")
    await press(stage, "maria", action)


async def planned(stage: Stage, **changed: str) -> None:
    await in_menu(stage, "melding")
    await send(stage, "maria", **{**PLAN, **changed})


async def reported(stage: Stage) -> None:
    await in_menu(stage, "reported")
    await send(stage, "maria", contact="Mevrouw Es", reference="VT-77")


async def closed(stage: Stage) -> None:
    await press(stage, "maria", "close")
    await send(stage, "maria", grounds="resolved", reason="Het is nu goed genoeg.")
    expect_anything(stage)
    await leave(stage, "maria")


def actions(stage: Stage, name: str = "maria") -> set[str]:
    rows = (one["elements"] for one in screen(stage, name).blocks if one["type"] == "actions")
    return {button["action_id"] for row in rows for button in row}


def offered(stage: Stage, field: str, name: str = "maria") -> list[str]:
    """The values among which somebody may choose in a field of the open form."""
    (block,) = (one for one in screen(stage, name).blocks if one["block_id"] == field)
    return [option["value"] for option in block["element"]["options"]]
