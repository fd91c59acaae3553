"""A second person confirms what one wrote: a weighing, a weighing anew, and a closing."""

from pathlib import Path
from typing import Literal

import pytest

from dialogs.say import say
from tests.conversations.doing import actions, leave, press, reads
from tests.conversations.seen import Note, expect, expect_anything, own
from tests.conversations.stage import Stage, staged
from tests.conversations.together import closed, weighed, weighed_anew

DIGEST: list[Note] = [own("push.digest")]
MARIA = "Maria Veldmuis"


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_partner_confirms_by_the_reminder(
    tmp_path: Path, language: Literal["nl", "en"]
) -> None:
    """Three taps from a neutral message, the next school day; then nobody is asked any more."""
    async with staged(tmp_path, language=language) as stage:
        await weighed(stage)

        assert reads(stage, "maria", "sign.waits.weighing")
        assert "countersign" not in actions(stage, "maria")

        await leave(stage, "maria")
        await stage.on_school_day(1)
        expect(stage, yara=DIGEST)
        await _reads_the_weighing_and_no_more(stage)
        await press(stage, "yara", "countersign")

        assert reads(stage, "yara", "stop.thanks")

        await leave(stage, "yara")
        await stage.on_school_day(4)
        expect(stage)
        await press(stage, "yara", "today")

        assert reads(stage, "yara", "today.empty")


async def _reads_the_weighing_and_no_more(stage: Stage) -> None:
    await press(stage, "yara", "today")
    await press(stage, "yara", "open")

    assert reads(stage, "yara", say("sign.ask.weighing", who=MARIA), "Er is honger.")
    assert not reads(stage, "yara", "Robin")
    assert actions(stage, "yara") == {"countersign"}


async def test_a_weighing_anew_asks_anew(stage: Stage) -> None:
    """The first was confirmed; with new reasons the same partner is asked once more."""
    await weighed(stage)
    await leave(stage, "maria")
    await stage.on_school_day(1)
    await _confirms(stage, "yara")
    await press(stage, "maria", "open")

    assert not reads(stage, "maria", "sign.waits.weighing")

    await weighed_anew(stage)
    await leave(stage, "maria")
    await stage.on_school_day(1)

    await _confirms(stage, "yara")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", f"bevestigde wat {MARIA} schreef")


async def test_a_closing_waits_for_another_of_the_care_team(stage: Stage) -> None:
    """Who closed it sees that it waits; a deputy confirms from the reminder, and it is silent."""
    await weighed(stage)
    await closed(stage)
    await press(stage, "maria", "open")

    assert reads(stage, "maria", "sign.waits.closing")
    assert "countersign" not in actions(stage, "maria")

    await leave(stage, "maria")
    await stage.on_school_day(1)
    expect(stage, amir=DIGEST, iris=DIGEST)
    await press(stage, "amir", "today")

    assert reads(stage, "amir", "duty.countersign")

    await press(stage, "amir", "open")

    assert reads(stage, "amir", say("sign.ask.closing", who=MARIA), "Het is nu goed genoeg.")

    await press(stage, "amir", "countersign")

    assert not reads(stage, "amir", "sign.ask.closing")

    await leave(stage, "amir")
    await stage.on_school_day(4)
    expect(stage)
    await _nothing_is_open(stage, "iris")


async def _nothing_is_open(stage: Stage, name: str) -> None:
    await press(stage, name, "today")

    assert reads(stage, name, "today.empty")


async def _confirms(stage: Stage, name: str) -> None:
    expect_anything(stage)
    await press(stage, name, "today")
    await press(stage, name, "open")
    await press(stage, name, "countersign")
    await leave(stage, name)
    expect(stage)
