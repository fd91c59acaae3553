"""People who are away, have left, or come back."""

from tests.conversations.doing import (
    leave,
    opened,
    press,
    raise_signal,
    reads,
    send,
    sentence,
    tell,
)
from tests.conversations.schools import without
from tests.conversations.seen import expect, own, reply, root
from tests.conversations.stage import Stage
from tests.conversations.stored import outbox

STILL_HERE = 11 * 60
"""Seconds after which the bot asks again whether an account is still there."""


async def switch(stage: Stage, name: str, action: str) -> None:
    person = stage.person(name)
    if person.home() is None:
        await person.open_home()
    await person.click(action, home=True)
    await stage.settled()


async def test_an_intern_begeleider_who_is_away(stage: Stage) -> None:
    """The deputy gets what is for her, until she is back; her own Home says who stands in."""
    maria = stage.person("maria")
    await switch(stage, "maria", "away")
    home = maria.home()

    assert home is not None
    assert "Amir Zeegras" in "\n".join(home.shown)

    await raise_signal(stage)
    expect(stage, sam=[root("kept")], amir=[root("today")])

    await switch(stage, "maria", "back")
    await raise_signal(stage)
    expect(stage, sam=[root("kept")], maria=[root("today")])


async def test_a_holder_who_falls_ill(stage: Stage) -> None:
    """What comes later about her case goes to the deputy, who can open it at once."""
    await tell(stage)
    await opened(stage, "maria", "take")
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")])
    await switch(stage, "maria", "away")
    await opened(stage, "sam", "add")
    await stage.person("sam").fill(text="Nog iets.")
    await stage.person("sam").submit()
    await stage.settled()
    expect(stage, amir=[root("new")])

    await press(stage, "amir", "open")

    assert reads(stage, "amir", "Nog iets.")


async def test_an_account_that_was_switched_off(stage: Stage) -> None:
    """Slack takes messages for it all the same: nothing is sent, and the deputy hears at once."""
    await tell(stage)
    stage.workspace.deactivate(stage.accounts["maria"])
    stage.clock.later(seconds=STILL_HERE)
    await raise_signal(stage)

    expect(stage, sam=[root("kept")], amir=[own("chat.undelivered")])
    assert ("maria", "dead", "account_inactive") in outbox(stage.folder)

    for _ in range(2):
        await stage.on_school_day(1)
        expect(stage, amir=[own("push.digest")])
    await stage.on_school_day(1)
    await stage.on_school_day(1)
    expect(stage, iris=[own("push.digest")], bas=[own("push.digest")])


async def test_somebody_taken_out_of_the_organisation_file(stage: Stage) -> None:
    """The IB'er left: her envelope leads to a friendly no, new signals go to the deputy."""
    await tell(stage)
    await stage.apply(without("maria"))
    await press(stage, "maria", "open")

    assert reads(stage, "maria", "err.stranger")
    await leave(stage, "maria")

    await raise_signal(stage)
    assert sentence(stage, "push.kept") in stage.person("sam").messages()[-1].text
    expect(stage, sam=[root("kept")], amir=[root("today")])


async def test_being_away_until_a_day_stands_on_home_at_once(stage: Stage) -> None:
    """The page below the window says it as soon as the form is sent."""
    await switch(stage, "maria", "away_until")
    await send(stage, "maria", until="2026-12-01")
    home = stage.person("maria").home()
    assert home is not None

    assert reads(stage, "maria", "away_until.back")
    assert "tot en met dinsdag 1 december" in "\n".join(home.shown)
